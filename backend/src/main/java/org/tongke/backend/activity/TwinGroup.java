package org.tongke.backend.activity;

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
 * @param ownChannels channels that this activity belongs to by itself
 * @param ownVacated places that this activity left by itself
 * @param ownAttendance what a school said of this activity itself; null if none did
 */
public record TwinGroup(
        String shownId,
        List<ActivitySource> sources,
        Set<String> ownChannels,
        List<VacatedSlot> ownVacated,
        @Nullable Attendance ownAttendance) {

    public TwinGroup {
        sources = List.copyOf(sources);
        ownChannels = Set.copyOf(ownChannels);
        ownVacated = List.copyOf(ownVacated);
    }

    /** Raw ids of all. */
    Set<String> ids() {
        return sources.stream().map(source -> source.key().id()).collect(Collectors.toSet());
    }

    TwinGroup with(Set<String> channels, List<VacatedSlot> vacated) {
        return new TwinGroup(shownId, sources, channels, vacated, ownAttendance);
    }
}
