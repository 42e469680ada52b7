package org.tongke.backend.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongke.backend.term.Period;

/**
 * A week of one's own timetable.
 *
 * @param startsOn its Monday
 * @param days its seven days
 * @param periods periods of the owner's school on Monday; none for an owner who is of no school
 * @param entries places taken and left by activities that are shown, in the order of their start; at most
 *     {@value #MOST_ENTRIES}
 * @param ownEntries own entries that begin in the week, in the order of their start
 * @param named named parts of the timetable
 * @param followedCount how many channels the timetable follows
 * @param asOf when this was so, by the server's clock
 */
public record Week(
        LocalDate startsOn,
        List<WeekDay> days,
        List<Period> periods,
        List<WeekEntry> entries,
        List<OwnEntry> ownEntries,
        List<NamedTimetable> named,
        int followedCount,
        Instant asOf) {
    /** How many entries a week holds. */
    public static final int MOST_ENTRIES = 500;

    public Week {
        days = List.copyOf(days);
        periods = List.copyOf(periods);
        entries = List.copyOf(entries);
        ownEntries = List.copyOf(ownEntries);
        named = List.copyOf(named);
    }
}
