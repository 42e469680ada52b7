package org.tongke.backend.activity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lesson that several suppliers report, as one of the reported activities keeps it. One of them is shown and stands on the
 * channels of all; the others stand nowhere.
 *
 * @param shownId raw id of the one that is shown
 * @param sources all reports, that of the one that is shown first
 * @param series keys of the course series that the lesson belongs to by any of them: whoever hid one has hidden the lesson
 * @param ownChannels channels that this activity belongs to by itself
 * @param ownVacated places that this activity left by itself
 * @param ownAttendance what a school said of this activity itself; null if none did
 */
public record TwinGroup(
        String shownId,
        List<ActivitySource> sources,
        Set<String> series,
        Set<String> ownChannels,
        List<VacatedSlot> ownVacated,
        @Nullable Attendance ownAttendance) {

    public TwinGroup {
        sources = List.copyOf(sources);
        series = Set.copyOf(series);
        ownChannels = Set.copyOf(ownChannels);
        ownVacated = List.copyOf(ownVacated);
    }

    /** Raw ids of all. */
    Set<String> ids() {
        return sources.stream().map(source -> source.key().id()).collect(Collectors.toSet());
    }

    TwinGroup with(Set<String> channels, List<VacatedSlot> vacated) {
        return new TwinGroup(shownId, sources, series, channels, vacated, ownAttendance);
    }

    /** The same, where this activity belongs to other series than before. Those of others are others: each supplier has its own. */
    TwinGroup with(Set<String> before, Set<String> after) {
        var all = new HashSet<>(series);
        all.removeAll(before);
        all.addAll(after);
        return new TwinGroup(shownId, sources, all, ownChannels, ownVacated, ownAttendance);
    }
}
