package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.MilestoneStanding;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.RegionProgress;

/**
 * A region below the one that a page is about, with its figures: one of them for table, bars and map.
 *
 * @param region the region
 * @param city name of the city that it lies in; its own name for a city
 * @param path the page of its progress
 */
record Unit(Region region, String city, String path) {

    String code() {
        return region.getCode();
    }

    String name() {
        return region.getName();
    }

    /** Its progress; empty where it is not open to the caller. */
    Optional<RegionProgress> progress() {
        return Optional.ofNullable(region.getProgress());
    }

    @Nullable
    Double verifiedShare() {
        return progress().map(RegionProgress::getVerifiedShare).orElse(null);
    }

    int late() {
        return progress().map(RegionProgress::getLateCount).orElse(0);
    }

    /** The dates that ask a share; the last mark of a bar is its end. */
    List<MilestoneStanding> milestones() {
        return progress().map(RegionProgress::getMilestones).orElse(List.of());
    }

    /** The first date that is not over, else the last. */
    Optional<MilestoneStanding> next() {
        return progress().flatMap(Unit::next);
    }

    static Optional<MilestoneStanding> next(RegionProgress progress) {
        var today = progress.getAsOf().toLocalDate();
        var all = progress.getMilestones();
        return all.stream()
                .filter(one -> !one.getMilestone().getDueOn().isBefore(today))
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    /** As in 乐清市：已核验 3 / 10（30%），来不及 2 个. */
    String words() {
        return progress()
                .filter(one -> one.getCommunityCount() > 0)
                .map(one -> text(
                        "verification.unit",
                        name(),
                        one.getVerifiedCount(),
                        one.getCommunityCount(),
                        Formats.percent(one.getVerifiedShare()),
                        one.getLateCount()))
                .orElseGet(() -> text("verification.unit.none", name()));
    }
}
