package org.tongke.backend.timetable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds what stands at the same time in a stretch of a timetable. Knows no store and no clock. */
final class Conflicts {

    private Conflicts() {}

    /**
     * Something that has a place.
     *
     * @param startsAt when it begins
     * @param endsAt when it ends
     * @param onlyVia followed channels that are the only reason for it; empty if its owner wants it for itself
     * @param what how others name it
     */
    record Slot(Instant startsAt, Instant endsAt, Set<String> onlyVia, Conflict what) {

        static Slot of(Place place) {
            Collection<String> onlyVia = place.reason() == EntryReason.FOLLOWED ? place.via() : Set.<String>of();
            return new Slot(place.startsAt(), place.endsAt(), Set.copyOf(onlyVia), Conflict.with(place.activity()));
        }

        static Slot of(OwnEntry entry) {
            return new Slot(entry.startsAt(), entry.endsAt(), Set.of(), Conflict.with(entry));
        }

        /** Lessons that stand side by side on one channel do so by design: nobody who follows it wants to be in all of them. */
        private boolean isBeside(Slot other) {
            return !Collections.disjoint(onlyVia, other.onlyVia);
        }
    }

    /**
     * For each of some things those at the same time, in the order of their start; at most {@value Conflict#MOST}.
     *
     * @param slots in the order of their start
     */
    static List<List<Conflict>> among(List<Slot> slots) {
        var found = new ArrayList<List<Conflict>>();
        slots.forEach(any -> found.add(new ArrayList<>()));
        for (int one = 0; one < slots.size(); one++) {
            var slot = slots.get(one);
            for (int other = one + 1;
                    other < slots.size() && slots.get(other).startsAt().isBefore(slot.endsAt());
                    other++) {
                if (!slot.isBeside(slots.get(other))) {
                    add(found.get(one), slots.get(other).what());
                    add(found.get(other), slot.what());
                }
            }
        }
        return found;
    }

    private static void add(List<Conflict> conflicts, Conflict conflict) {
        if (conflicts.size() < Conflict.MOST) {
            conflicts.add(conflict);
        }
    }
}
