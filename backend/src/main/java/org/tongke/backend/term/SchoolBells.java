package org.tongke.backend.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All bell schedules of a school.
 *
 * @param schoolId raw id of the school
 * @param revision how often they were written; null as long as the school has entered none
 * @param byDefault the product's
 * @param own the school's own, in the order of their first days; at most {@value #MOST_OWN}
 */
public record SchoolBells(String schoolId, @Nullable Long revision, BellSchedule byDefault, List<BellSchedule> own) {
    /** How many schedules of a school are kept: those that ended longest ago are forgotten. */
    public static final int MOST_OWN = 100;

    public SchoolBells {
        own = List.copyOf(own);
    }

    /** The schedule that holds on a day. */
    public BellSchedule on(LocalDate day) {
        return own.stream()
                .filter(schedule -> !firstDayOf(schedule).isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(byDefault);
    }

    /** First day of the schedule that follows the one of a day. */
    public Optional<LocalDate> findNext(LocalDate day) {
        return own.stream()
                .map(SchoolBells::firstDayOf)
                .filter(first -> first.isAfter(day))
                .findFirst();
    }

    /** With one more, or another one from the same day on. */
    SchoolBells with(BellSchedule schedule) {
        var after = new ArrayList<>(own);
        after.removeIf(other -> firstDayOf(other).equals(firstDayOf(schedule)));
        after.add(schedule);
        after.sort(Comparator.comparing(SchoolBells::firstDayOf));
        var kept = after.subList(Math.max(0, after.size() - MOST_OWN), after.size());
        return new SchoolBells(schoolId, revision == null ? 1 : revision + 1, byDefault, kept);
    }

    private static LocalDate firstDayOf(BellSchedule own) {
        return Objects.requireNonNull(own.validFrom());
    }
}
