package org.tongke.backend.community.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets what a table plans beside what stands there. Pure. */
final class RosterPlanning {

    private RosterPlanning() {}

    /**
     * Of a remark in a row that of a school matters which belongs to a second community. What was said before holds as long as nobody says
     * otherwise: the form itself has no column for it.
     */
    static List<PlannedRow> withReasons(List<PlannedRow> rows, Roster roster, Map<String, String> said) {
        var times = rows.stream()
                .flatMap(row -> row.row().schools().map(RosterSchool::id).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return rows.stream()
                .map(planned -> {
                    var row = planned.row();
                    var before = roster.row(row.core().id());
                    Function<RosterSchool, RosterSchool> reasoned = school -> school.because(
                            times.getOrDefault(school.id(), 0L) > 1 ? reason(school, before, said) : null);
                    return new PlannedRow(
                            new RosterRow(
                                    reasoned.apply(row.core()),
                                    row.members().stream().map(reasoned).toList(),
                                    row.mode()),
                            planned.complete(),
                            planned.places());
                })
                .toList();
    }

    private static @Nullable String reason(RosterSchool school, Optional<RosterRow> before, Map<String, String> said) {
        var now = said.getOrDefault(school.id(), school.reason());
        return now != null && !now.isBlank()
                ? now.strip()
                : before.stream()
                        .flatMap(RosterRow::schools)
                        .filter(one -> one.id().equals(school.id()))
                        .map(RosterSchool::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    static List<RowChange> changes(Roster roster, List<PlannedRow> rows) {
        var changes = new ArrayList<RowChange>();
        var planned = new HashMap<String, RosterRow>();
        for (var row : rows) {
            var core = row.row().core().id();
            planned.put(core, row.row());
            changes.add(new RowChange(roster.row(core).orElse(null), row.row(), row.place()));
        }
        roster.rows().stream()
                .filter(row -> !planned.containsKey(row.core().id()))
                .forEach(row -> changes.add(new RowChange(row, null, null)));
        return changes;
    }
}
