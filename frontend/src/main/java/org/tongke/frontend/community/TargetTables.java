package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Table.Row;
import org.tongke.frontend.contract.types.Goal;
import org.tongke.frontend.contract.types.PrintedCount;
import org.tongke.frontend.contract.types.Target;
import org.tongke.frontend.contract.types.TargetSum;

/** The tables of a page of targets: the units, and the printed totals beside the sums of these. */
final class TargetTables {
    private TargetTables() {}

    static Table units() {
        var columns = new ArrayList<Column>();
        columns.add(new Column(text("community.targets.unit"), Kind.WORDS));
        Stream.of(
                        "SCHOOLS",
                        "URBAN",
                        "TOWN",
                        "RURAL",
                        "EXISTING_MERGED",
                        "EXISTING_CO_BUILT",
                        "EXISTING_COLLABORATIVE",
                        "NEW_MEMBERS",
                        "exact",
                        "formulaMembers",
                        "PAIRED_SCHOOLS",
                        "formulaPairs")
                .map(name -> new Column(text("community.targets." + name), Kind.NUMBER))
                .forEach(columns::add);
        columns.add(new Column(text("community.targets.check"), Kind.SHORT));
        columns.add(new Column(text("community.targets.goal"), Kind.NUMBER));
        var table = new Table(text("community.targets.table"), columns);
        table.addClassName("tkf-dense");
        return table;
    }

    /**
     * @param name name of the unit, with its city's where the table has units of several
     * @param path its own page
     */
    static Row unit(String name, String path, Target target) {
        var formula = target.getFormula();
        return new Row(
                name,
                path,
                List.of(
                        printed(target.getSchools()),
                        printed(target.getUrban()),
                        printed(target.getTown()),
                        printed(target.getRural()),
                        printed(target.getExistingMerged()),
                        printed(target.getExistingCoBuilt()),
                        printed(target.getExistingCollaborative()),
                        printed(target.getNewMembers()),
                        orDash(formula.getExact()),
                        printed(formula.getNewMembers()),
                        printed(target.getPairedSchools()),
                        printed(formula.getPairedSchools()),
                        check(formula.getDiffers()),
                        goal(target)));
    }

    static Table sums() {
        return new Table(
                text("community.targets.sums"),
                List.of(
                        new Column(text("community.targets.sums.column"), Kind.WORDS),
                        new Column(text("community.targets.sums.printed"), Kind.NUMBER),
                        new Column(text("community.targets.sums.computed"), Kind.NUMBER),
                        new Column(text("community.targets.check"), Kind.SHORT)));
    }

    static Row sum(TargetSum sum) {
        return new Row(
                text("community.targets." + sum.getColumn()),
                null,
                List.of(
                        printed(sum.getPrinted()),
                        Cell.of(String.valueOf(sum.getComputed())),
                        check(sum.getDiffers())));
    }

    private static Cell check(boolean differs) {
        return differs
                ? new Cell(text("community.targets.differs"), "lacking")
                : Cell.of(text("community.targets.same"));
    }

    private static Cell goal(Target target) {
        Goal goal = target.getGoal();
        if (goal == null) {
            return orDash(null);
        }
        var figures = text("community.targets.goal.figures", goal.getNewMembers(), goal.getPairedSchools());
        return target.getIsRaised() ? new Cell("↑ " + figures, "good") : Cell.of(figures);
    }

    /** A blank stays a blank: the notice prints nothing there. */
    private static Cell printed(PrintedCount count) {
        return Cell.of(count.getText());
    }

    private static Cell orDash(@Nullable String figure) {
        return Cell.of(figure == null ? text("community.targets.empty") : figure);
    }
}
