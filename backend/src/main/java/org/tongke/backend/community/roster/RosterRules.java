package org.tongke.backend.community.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.directory.SchoolArea;

/** The rules of the notice for what a roster plans, each once, with its place in the notice at its {@link ProblemKind}. Pure. */
final class RosterRules {
    /** Member schools of a community at most. */
    static final int MOST_MEMBERS = 20;

    /** Communities of a roster at most. */
    static final int MOST_ROWS = 500;

    private final List<RosterProblem> problems = new ArrayList<>();

    private RosterRules() {}

    /** All that is wrong with what is planned, rows in their order, then the roster as a whole. */
    static List<RosterProblem> check(List<PlannedRow> rows, @Nullable Goal goal) {
        var rules = new RosterRules();
        rows.forEach(rules::checkRow);
        rules.checkMemberships(rows);
        rules.checkGoal(rows, goal);
        return rules.problems;
    }

    private void checkRow(PlannedRow planned) {
        var row = planned.row();
        if (row.members().isEmpty() && planned.complete()) {
            add(ProblemKind.NO_MEMBERS, planned.place(), row.core().name());
        }
        if (row.members().size() > MOST_MEMBERS) {
            add(
                    ProblemKind.TOO_MANY_MEMBERS,
                    planned.place(),
                    row.core().name(),
                    Integer.toString(row.members().size()),
                    Integer.toString(MOST_MEMBERS));
        }
        if (row.core().area() == SchoolArea.RURAL) {
            add(ProblemKind.RURAL_CORE, planned.place(), row.core().name());
        }
        for (var member : row.members()) {
            if (member.id().equals(row.core().id())) {
                add(ProblemKind.CORE_IS_MEMBER, planned.place(), member.name());
            } else if (member.area() == SchoolArea.URBAN) {
                add(ProblemKind.URBAN_MEMBER, planned.place(member), member.name());
            }
        }
    }

    /** A school belongs to one community; to a second one only with a reason, said there or at the first. */
    private void checkMemberships(List<PlannedRow> rows) {
        record Met(RosterRow row, RosterSchool school) {}
        Map<String, Met> met = new HashMap<>();
        for (var planned : rows) {
            var row = planned.row();
            row.schools().distinct().forEach(school -> {
                var before = met.putIfAbsent(school.id(), new Met(row, school));
                if (before == null || before.row() == row) {
                    return;
                }
                var reason = Optional.ofNullable(school.reason())
                        .or(() -> Optional.ofNullable(before.school().reason()));
                if (reason.isEmpty()) {
                    problems.add(RosterProblem.ofSecond(
                            school, planned.place(school), before.row().core().name()));
                } else {
                    add(
                            ProblemKind.SECOND_WITH_REASON,
                            planned.place(school),
                            school.name(),
                            before.row().core().name(),
                            reason.get());
                }
            });
        }
    }

    private void checkGoal(List<PlannedRow> rows, @Nullable Goal goal) {
        if (goal == null) {
            add(ProblemKind.NO_TASK, null);
            return;
        }
        var all = rows.stream().map(PlannedRow::row).toList();
        var members = (int) all.stream()
                .flatMap(row -> row.members().stream())
                .map(RosterSchool::id)
                .distinct()
                .count();
        var paired = (int) all.stream()
                .flatMap(RosterRow::schools)
                .map(RosterSchool::id)
                .distinct()
                .count();
        below(ProblemKind.BELOW_MEMBERS, members, goal.newMembers());
        below(ProblemKind.BELOW_PAIRED, paired, goal.pairedSchools());
    }

    private void below(ProblemKind kind, int planned, int least) {
        if (planned < least) {
            add(kind, null, Integer.toString(planned), Integer.toString(least), Integer.toString(least - planned));
        }
    }

    private void add(ProblemKind kind, @Nullable SheetPlace place, Object... arguments) {
        problems.add(RosterProblem.of(kind, place, arguments));
    }
}
