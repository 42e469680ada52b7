package org.tongke.backend.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tongke.backend.term.Period;
import org.tongke.backend.timetable.Conflicts.Slot;

/**
 * What stands in a stretch of a timetable.
 *
 * @param entries places taken and left by activities, in the order of their start
 * @param ownEntries own entries, in the order of their start
 * @param periods periods of the owner's school on the first day; none for an owner who is of no school
 * @param revision how often the owner edited the timetable
 */
public record Stretch(List<WeekEntry> entries, List<OwnEntry> ownEntries, List<Period> periods, long revision) {

    public Stretch {
        entries = List.copyOf(entries);
        ownEntries = List.copyOf(ownEntries);
        periods = List.copyOf(periods);
    }

    /**
     * The stretch of some places.
     *
     * @param own own entries in any order, whose conflicts are not looked at yet
     * @param names names of channels by key
     * @param bells bell schedules of all schools
     * @param firstDay first day of the stretch
     * @param revision how often the owner edited the timetable
     */
    static Stretch of(
            List<Place> places,
            List<OwnEntry> own,
            Map<String, Channel> names,
            Bells bells,
            LocalDate firstDay,
            long revision) {
        var conflicts = conflicts(places, own);
        return new Stretch(
                places.stream()
                        .map(place -> place.named(names, bells.of(place), conflicts.getOrDefault(place, List.of())))
                        .toList(),
                own.stream()
                        .sorted(Comparator.comparing(OwnEntry::startsAt).thenComparing(OwnEntry::id))
                        .map(entry -> entry.with(conflicts.getOrDefault(entry, List.of())))
                        .toList(),
                bells.ofOwnSchool(firstDay),
                revision);
    }

    /** What a named part of the timetable holds of it. */
    public Stretch of(NamedTimetable part) {
        return new Stretch(
                entries.stream()
                        .filter(entry -> entry.named().contains(part.id()))
                        .toList(),
                part.withOwn() ? ownEntries : List.of(),
                periods,
                revision);
    }

    private static Map<Object, List<Conflict>> conflicts(List<Place> places, List<OwnEntry> own) {
        var slots = new IdentityHashMap<Slot, Object>();
        places.stream().filter(Place::isHeld).forEach(place -> slots.put(Slot.of(place), place));
        own.forEach(entry -> slots.put(Slot.of(entry), entry));
        var inOrder = new ArrayList<>(slots.keySet());
        inOrder.sort(Comparator.comparing(Slot::startsAt)
                .thenComparing(slot -> slot.what().id()));
        var found = Conflicts.among(inOrder);
        var conflicts = new IdentityHashMap<Object, List<Conflict>>();
        for (int slot = 0; slot < inOrder.size(); slot++) {
            conflicts.put(slots.get(inOrder.get(slot)), found.get(slot));
        }
        return conflicts;
    }
}
