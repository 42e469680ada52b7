package org.tongke.backend.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The places that an activity left, when it moves once more. */
final class Vacated {
    /** How many times of the past are kept; a time left is one place on each channel. */
    static final int KEPT_TIMES = 10;

    private Vacated() {}

    /** Places left by then, the newest first: places where it stands again are none. */
    static List<VacatedSlot> after(Activity before, Set<String> channels, Instant startsAt) {
        var slots = new ArrayList<VacatedSlot>();
        before.channels().stream()
                .sorted()
                .map(channel -> new VacatedSlot(channel, before.startsAt(), before.endsAt()))
                .forEach(slots::add);
        before.vacated().stream()
                .filter(slot -> slots.stream().noneMatch(newer -> isSamePlace(newer, slot)))
                .toList()
                .forEach(slots::add);
        slots.removeIf(
                slot -> channels.contains(slot.channel()) && slot.startsAt().equals(startsAt));
        return newest(slots);
    }

    private static boolean isSamePlace(VacatedSlot one, VacatedSlot other) {
        return one.channel().equals(other.channel()) && one.startsAt().equals(other.startsAt());
    }

    private static List<VacatedSlot> newest(List<VacatedSlot> slots) {
        var times = new LinkedHashSet<Instant>();
        slots.forEach(slot -> times.add(slot.startsAt()));
        var kept = Set.copyOf(times.stream().limit(KEPT_TIMES).toList());
        return slots.stream().filter(slot -> kept.contains(slot.startsAt())).toList();
    }
}
