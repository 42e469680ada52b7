package org.tongke.backend.correction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * That somebody says that something is wrong with an activity.
 *
 * @param id raw id: account, colon, the client's id
 * @param revision how often it was written
 * @param about the activity as it stood when it was said
 * @param kind what is wrong
 * @param text what is wrong, in words; null if that is not told
 * @param reporterId raw id of the account that says it
 * @param reportedBy name of that account
 * @param reportedAt when
 * @param settlement what was done; null as long as nothing was
 * @param places keys of the activity's schools and of their regions
 */
public record Correction(
        String id,
        long revision,
        About about,
        CorrectionKind kind,
        @Nullable String text,
        String reporterId,
        String reportedBy,
        Instant reportedAt,
        @Nullable Settlement settlement,
        Collection<String> places)
        implements Node, Placed {

    public Correction {
        places = List.copyOf(places);
    }

    /**
     * The activity as it stood when something was said of it.
     *
     * @param activityId raw id
     * @param title its title
     * @param startsAt when it was to begin
     * @param suppliers raw ids of the suppliers that report it; nothing where schools entered it
     * @param teachers raw ids of those who lead it
     */
    public record About(
            String activityId, String title, Instant startsAt, Set<String> suppliers, Set<String> teachers) {
        public About {
            suppliers = Set.copyOf(suppliers);
            teachers = Set.copyOf(teachers);
        }
    }

    /**
     * What was done.
     *
     * @param account raw id of the account of who saw to it
     * @param by name of that account
     * @param at when
     * @param note what was done, in words
     */
    public record Settlement(String account, String by, Instant at, String note) {}

    @Override
    public GlobalId globalId() {
        return new GlobalId("Correction", id);
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return settlement == null;
    }

    /** The state that follows. */
    Correction settled(Settlement done) {
        return new Correction(id, revision + 1, about, kind, text, reporterId, reportedBy, reportedAt, done, places);
    }
}
