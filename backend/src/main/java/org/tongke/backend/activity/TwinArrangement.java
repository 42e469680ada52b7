package org.tongke.backend.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which reported activities are one lesson, and how each of them then stands. Knows no store and no clock: the same activities always
 * give the same, in whatever order they came.
 *
 * <p>Those of different suppliers are one lesson whose community, start and class are equal, unless somebody said of one that it is
 * apart. Of one supplier only one can be meant, for a supplier knows its own lessons. Shown is one that takes place, of these the one
 * whose id comes first.
 */
final class TwinArrangement {
    private static final Comparator<Activity> FIRST = Comparator.comparing(
                    (Activity activity) -> activity.state() == ActivityState.CANCELLED)
            .thenComparing(Activity::id);

    private TwinArrangement() {}

    /** Those that must stand otherwise than they do, as they must stand, by what they are now. */
    static Map<Activity, Activity> changes(Collection<Activity> activities) {
        var arranged = new HashMap<String, Activity>();
        activities.forEach(activity -> arranged.put(activity.id(), activity.alone()));
        activities.stream()
                .filter(activity -> !activity.reporting().isApart())
                .filter(activity -> TwinKey.of(activity).isPresent())
                .collect(Collectors.groupingBy(activity -> TwinKey.of(activity).orElseThrow()))
                .values()
                .forEach(alike -> arranged.putAll(arrange(alike)));
        var changes = new LinkedHashMap<Activity, Activity>();
        activities.stream().sorted(Comparator.comparing(Activity::id)).forEach(activity -> {
            var after = Objects.requireNonNull(arranged.get(activity.id()));
            if (!after.equals(activity)) {
                changes.put(activity, after);
            }
        });
        return changes;
    }

    /** @param alike activities with one key; of the first of each supplier as many as are one lesson */
    private static Map<String, Activity> arrange(List<Activity> alike) {
        var bySupplier = new HashMap<String, Activity>();
        alike.stream()
                .sorted(FIRST)
                .forEach(activity -> bySupplier.putIfAbsent(activity.key().supplier(), activity.alone()));
        if (bySupplier.size() < 2) {
            return Map.of();
        }
        var twins = bySupplier.values().stream().sorted(FIRST).toList();
        var sources = twins.stream().map(ActivitySource::of).toList();
        var attendance = twins.stream()
                .flatMap(twin -> Optional.ofNullable(twin.attendance()).stream())
                .max(Comparator.comparing(Attendance::recordedAt))
                .orElse(null);
        return twins.stream().collect(Collectors.toMap(Activity::id, twin -> stand(twin, twins, sources, attendance)));
    }

    private static Activity stand(
            Activity twin, List<Activity> twins, List<ActivitySource> sources, @Nullable Attendance attendance) {
        var shown = twins.getFirst();
        var group =
                new TwinGroup(shown.id(), sources, series(twins), twin.channels(), twin.vacated(), twin.attendance());
        var isShown = twin.equals(shown);
        return twin.joined(
                group,
                isShown ? channels(twins) : twin.channels(),
                isShown ? vacated(twins) : twin.vacated(),
                attendance);
    }

    /** Whoever follows one of them finds the one that is shown. */
    private static Set<String> channels(List<Activity> twins) {
        return twins.stream().flatMap(twin -> twin.channels().stream()).collect(Collectors.toSet());
    }

    private static Set<String> series(List<Activity> twins) {
        return twins.stream().flatMap(twin -> twin.seriesChannels().stream()).collect(Collectors.toSet());
    }

    private static List<VacatedSlot> vacated(List<Activity> twins) {
        var startsAt = twins.getFirst().startsAt();
        record Left(String channel, Instant startsAt) {}
        var seen = new LinkedHashSet<Left>();
        var slots = new ArrayList<VacatedSlot>();
        for (var twin : twins) {
            for (var slot : twin.vacated()) {
                if (!slot.startsAt().equals(startsAt) && seen.add(new Left(slot.channel(), slot.startsAt()))) {
                    slots.add(slot);
                }
            }
        }
        return slots;
    }
}
