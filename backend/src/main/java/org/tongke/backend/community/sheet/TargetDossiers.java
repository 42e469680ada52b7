package org.tongke.backend.community.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Sheet;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.RaisedTarget;
import org.tongke.backend.community.RaisedTargets;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.PrintedCount;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.community.programme.TargetColumn;
import org.tongke.backend.community.programme.TargetFormula;
import org.tongke.backend.directory.Region;

/** Annex 1 of a region, as printed, with what the formula gives, what was raised, and the sums of the units. */
@Component
class TargetDossiers {
    private static final String PREFIX = "community.sheet.";
    private static final List<String> COMPUTED_HEADS = List.of(
            "exact", "formulaMembers", "formulaPairs", "differs", "goalMembers", "goalPairs", "reason", "by", "on");
    private static final List<String> SUM_HEADS = List.of("row", "column", "printed", "computed", "differs");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final RaisedTargets raised;
    private final Texts texts;
    private final Clock clock;

    TargetDossiers(RaisedTargets raised, Texts texts, Clock clock) {
        this.raised = raised;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty where the region has no row in the programme. */
    Optional<Dossier> of(Region region, Programme programme, TargetChoice choice, Viewer viewer, Locale locale) {
        var now = clock.instant();
        var goals = raised.goals(programme, now);
        return programme
                .targets()
                .find(region.code())
                .map(row -> new Dossier(
                        texts.get(PREFIX + "title", locale, region.name()),
                        sheets(row, programme, choice, goals, locale),
                        about(programme, choice, viewer, now, locale),
                        locale));
    }

    private List<Sheet> sheets(Target row, Programme programme, TargetChoice choice, Goals goals, Locale locale) {
        var units = programme.targets().unitsOf(row).stream()
                .filter(unit -> choice.holds(unit, programme, goals))
                .toList();
        var totals = totals(row, programme);
        var rows = Stream.concat(units.stream(), totals.stream())
                .map(one -> cells(one, programme, goals, locale))
                .toList();
        var targets = new Sheet(texts.get(PREFIX + "targets", locale), heads(locale), rows);
        return totals.isEmpty() ? List.of(targets) : List.of(targets, sums(totals, programme, locale));
    }

    /** The printed totals that belong to a row: its own, and of the province those of the cities. */
    private static List<Target> totals(Target row, Programme programme) {
        return switch (row.row()) {
            case UNIT -> List.of();
            case CITY_TOTAL -> List.of(row);
            case PROVINCE_TOTAL ->
                Stream.concat(programme.targets().cityTotals().stream(), Stream.of(row))
                        .toList();
        };
    }

    private List<Cell> cells(Target row, Programme programme, Goals goals, Locale locale) {
        var cells = new ArrayList<Cell>(List.of(Cell.of(row.city()), Cell.of(row.unit())));
        Arrays.stream(TargetColumn.values())
                .map(column -> printed(column.of(row)))
                .forEach(cells::add);
        var formula = programme.targets().formula(row);
        cells.add(exact(formula));
        cells.add(printed(formula.newMembers()));
        cells.add(printed(formula.pairedSchools()));
        cells.add(yes(formula.differsFrom(row), locale));
        var goal = goals.find(row.regionCode());
        cells.add(Cell.of(goal.map(Goal::newMembers).orElse(null)));
        cells.add(Cell.of(goal.map(Goal::pairedSchools).orElse(null)));
        var raise = goals.raised(row.regionCode()).flatMap(RaisedTarget::standing);
        cells.add(Cell.of(raise.map(RaisedTarget.Step::reason).orElse(null)));
        cells.add(Cell.of(raise.map(RaisedTarget.Step::by).orElse(null)));
        cells.add(Cell.of(raise.map(step -> LocalDate.ofInstant(step.at(), programme.zone()))
                .orElse(null)));
        return cells;
    }

    /** As text: a figure that nobody is to reckon with, with its two decimals. */
    private static Cell exact(TargetFormula formula) {
        return formula.exact() == null
                ? new Cell.Empty()
                : Cell.of(formula.exact().toPlainString());
    }

    private static Cell printed(PrintedCount count) {
        return count instanceof PrintedCount.Number(var number) ? Cell.of(number) : Cell.of(count.printed());
    }

    private Cell yes(boolean differs, Locale locale) {
        return Cell.of(texts.get(PREFIX + (differs ? "differs.yes" : "differs.no"), locale));
    }

    private Sheet sums(List<Target> totals, Programme programme, Locale locale) {
        var rows = totals.stream()
                .flatMap(total -> programme.targets().sums(total).stream()
                        .map(sum -> List.of(
                                Cell.of(total.city() + total.unit()),
                                Cell.of(texts.get(PREFIX + "column." + sum.column(), locale)),
                                printed(sum.printed()),
                                Cell.of(sum.computed()),
                                yes(sum.differs(), locale))))
                .toList();
        return new Sheet(
                texts.get(PREFIX + "sums", locale),
                SUM_HEADS.stream()
                        .map(head -> texts.get(PREFIX + "head." + head, locale))
                        .toList(),
                rows);
    }

    private List<String> heads(Locale locale) {
        var heads = new ArrayList<String>();
        Stream.of("city", "unit")
                .map(head -> texts.get(PREFIX + "head." + head, locale))
                .forEach(heads::add);
        Arrays.stream(TargetColumn.values())
                .map(column -> texts.get(PREFIX + "column." + column, locale))
                .forEach(heads::add);
        COMPUTED_HEADS.stream()
                .map(head -> texts.get(PREFIX + "head." + head, locale))
                .forEach(heads::add);
        return heads;
    }

    private List<List<String>> about(
            Programme programme, TargetChoice choice, Viewer viewer, Instant now, Locale locale) {
        return List.of(
                List.of(
                        texts.get(PREFIX + "programme", locale),
                        programme.name().in(locale)),
                List.of(texts.get(PREFIX + "source", locale), programme.notice()),
                List.of(texts.get(PREFIX + "formula", locale), texts.get(PREFIX + "formula.words", locale)),
                List.of(texts.get(PREFIX + "choice", locale), texts.get(PREFIX + "choice." + choice, locale)),
                List.of(texts.get(PREFIX + "asOf", locale), minute(now, programme.zone())),
                List.of(texts.get(PREFIX + "madeBy", locale), viewer.name()));
    }

    private static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }
}
