package org.tongke.backend.community.programme;

import java.util.Optional;

/**
 * What a region is to reach at least: as printed, or as its city has raised it.
 *
 * @param newMembers new member schools 所
 * @param pairedSchools new paired schools 所, core and member together
 */
public record Goal(int newMembers, int pairedSchools) {

    /** As the notice prints it; empty where it prints no number. */
    public static Optional<Goal> printed(Target row) {
        return row.newMembers() instanceof PrintedCount.Number(var members)
                ? Optional.of(new Goal(members, row.newPairedSchools().orZero()))
                : Optional.empty();
    }

    /** In figures, as in {@code 12/24}. */
    public String figures() {
        return newMembers + "/" + pairedSchools;
    }
}
