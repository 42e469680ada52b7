package org.tongke.backend.community.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;

/** Which units a table of targets has; as the page's address says it. */
enum TargetChoice {
    /** All of them. */
    ALL,
    /** Those with a task. */
    TASK,
    /** Those of which print and formula differ. */
    DIFFERS,
    /** Those whose city asks more than is printed. */
    RAISED;

    static Optional<TargetChoice> of(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    boolean holds(Target row, Programme programme, Goals goals) {
        return switch (this) {
            case ALL -> true;
            case TASK -> goals.find(row.regionCode()).isPresent();
            case DIFFERS -> programme.targets().formula(row).differsFrom(row);
            case RAISED -> goals.isRaised(row);
        };
    }
}
