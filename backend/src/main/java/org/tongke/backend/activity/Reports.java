package org.tongke.backend.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the reports of one call, decided against what stands in the collection. Reports on one activity are looked at in
 * the order of their revisions, wherever they stand in the call; only the newest is written.
 */
final class Reports {
    private final List<ActivityReport> reports;
    private final @Nullable ApplyOutcome[] outcomes;
    /** Rows by activity in the order of their revisions; of equal ones the first came first. */
    private final Map<String, List<Integer>> rows;
    /** Activities whose rows are not settled yet, with the version that was last tried to be written. */
    private final Map<String, Optional<ReportedVersion>> open = new LinkedHashMap<>();

    Reports(List<ActivityReport> reports) {
        this.reports = List.copyOf(reports);
        outcomes = new ApplyOutcome[reports.size()];
        rows = IntStream.range(0, reports.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        row -> this.reports.get(row).version().revision()))
                .collect(Collectors.groupingBy(
                        row -> this.reports.get(row).key().id(), LinkedHashMap::new, Collectors.toList()));
        rows.keySet().forEach(id -> open.put(id, Optional.empty()));
    }

    /** Ids of activities whose rows are not settled yet. */
    Collection<String> open() {
        return List.copyOf(open.keySet());
    }

    /** Decides what is open, and says what must be written for it. Activities for which nothing is to be written are settled. */
    List<ActivityWrite> decide(Map<String, StoredActivity> here) {
        var writes = new ArrayList<ActivityWrite>();
        for (var id : open()) {
            var standing = Optional.ofNullable(here.get(id));
            var tried = open.get(id);
            var isWritten = tried != null && tried.isPresent() && tried.equals(standing.map(StoredActivity::reported));
            var newest = isWritten ? Optional.<ActivityReport>empty() : decide(id, standing);
            newest.ifPresentOrElse(
                    report -> {
                        open.put(id, Optional.of(report.version()));
                        writes.add(ActivityWrite.of(standing.map(StoredActivity::activity), report));
                    },
                    () -> open.remove(id));
        }
        return writes;
    }

    private Optional<ActivityReport> decide(String id, Optional<StoredActivity> standing) {
        var version = standing.map(StoredActivity::reported);
        var newest = Optional.<Integer>empty();
        for (var row : rows.getOrDefault(id, List.of())) {
            var said = reports.get(row).version();
            var outcome = said.against(version);
            outcomes[row] = outcome;
            if (outcome instanceof ApplyOutcome.Applied) {
                newest.ifPresent(before -> outcomes[before] = new ApplyOutcome.Older());
                newest = Optional.of(row);
                version = Optional.of(said);
            }
        }
        return newest.map(reports::get);
    }

    /** What was last decided is written. */
    void settle() {
        open.clear();
    }

    /** What became of the reports, in their order. */
    List<ApplyOutcome> outcomes() {
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }
}
