package org.tongke.backend.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;

/**
 * A place in the week, taken or left by an activity.
 *
 * @param slot what stands here
 * @param startsAt when this place begins
 * @param endsAt when this place ends
 * @param movedTo where the activity stands now; null unless it was moved away. The same as {@code startsAt} if it only left the
 *     channels that are followed
 * @param movedFrom where the activity came from; null unless it was moved here
 * @param activity the activity
 * @param reason why it is in the timetable
 * @param via followed channels that this place touches, in the order in which they were added; at most {@value #MOST_VIA}
 * @param named ids of the named parts of the timetable that hold this place
 * @param periods where this place stands among the periods of each school of the activity, the owner's schools first
 * @param conflicts what stands at the same time, in the order of their start; at most {@value Conflict#MOST}
 */
public record WeekEntry(
        SlotState slot,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant movedTo,
        @Nullable Instant movedFrom,
        Activity activity,
        EntryReason reason,
        List<Channel> via,
        List<String> named,
        List<SchoolPeriod> periods,
        List<Conflict> conflicts) {
    /** How many channels an entry names. */
    public static final int MOST_VIA = 10;

    public WeekEntry {
        via = List.copyOf(via);
        named = List.copyOf(named);
        periods = List.copyOf(periods);
        conflicts = List.copyOf(conflicts);
    }

    /** Where this place stands among the periods of the owner's school; empty if none of the owner's takes part. */
    public Optional<SchoolPeriod> findOwnPeriod() {
        return periods.stream().findFirst().filter(SchoolPeriod::own);
    }
}
