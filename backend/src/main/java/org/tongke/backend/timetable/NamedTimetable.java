package org.tongke.backend.timetable;

import java.util.Collection;
import java.util.List;

/**
 * A part of one's own timetable that has a name, as the lessons of one class: whoever follows much looks at one part at a time.
 *
 * @param id id that the client made for it: a UUID in lower case
 * @param name name, 1 to {@value #LONGEST_NAME} characters
 * @param channels keys of the channels whose activities it holds; what is no longer followed brings none
 * @param withOwn whether it holds what its owner teaches, attends, added or entered
 */
public record NamedTimetable(String id, String name, List<String> channels, boolean withOwn) {
    /** How many of them a timetable has. */
    public static final int MOST = 10;

    /** Longest name. */
    public static final int LONGEST_NAME = 20;

    public NamedTimetable {
        channels = List.copyOf(channels);
    }

    /** Whether it holds what is in the timetable for a reason and stands on some channels. */
    boolean holds(EntryReason reason, Collection<String> standsOn) {
        return withOwn && reason != EntryReason.FOLLOWED || standsOn.stream().anyMatch(channels::contains);
    }
}
