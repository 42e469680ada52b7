package org.tongke.backend.community.programme;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Annex 1: all rows in the notice's order, the printed totals among them. No region has two rows. */
public record Targets(List<Target> rows) {

    public Targets {
        rows = List.copyOf(rows);
        var codes = new HashSet<String>();
        for (var row : rows) {
            if (!codes.add(row.regionCode())) {
                throw new IllegalArgumentException(row.regionCode() + " has two rows");
            }
        }
    }

    /** The rows that are no totals: what counties, zones and cities themselves must reach. */
    public List<Target> units() {
        return of(Target.Row.UNIT);
    }

    /** The printed totals of the cities (小计). */
    public List<Target> cityTotals() {
        return of(Target.Row.CITY_TOTAL);
    }

    /** The row of a county-level region, or the printed total of a city or the province. */
    public Optional<Target> find(String regionCode) {
        return rows.stream().filter(row -> row.regionCode().equals(regionCode)).findFirst();
    }

    /** The units that a printed total stands for; a unit stands for itself. */
    public List<Target> unitsOf(Target row) {
        return switch (row.row()) {
            case UNIT -> List.of(row);
            case CITY_TOTAL ->
                units().stream().filter(unit -> unit.city().equals(row.city())).toList();
            case PROVINCE_TOTAL -> units();
        };
    }

    /** What the notice's formula gives for a row. */
    public TargetFormula formula(Target row) {
        return row.row() == Target.Row.UNIT ? TargetFormula.ofUnit(row) : TargetFormula.ofTotal(unitsOf(row));
    }

    /** The figures of a printed total beside the sums of its units; none for a unit. */
    public List<TargetSum> sums(Target row) {
        if (row.row() == Target.Row.UNIT) {
            return List.of();
        }
        var units = unitsOf(row);
        return Arrays.stream(TargetColumn.values())
                .map(column -> new TargetSum(
                        column,
                        column.of(row),
                        units.stream()
                                .map(column::of)
                                .mapToInt(PrintedCount::orZero)
                                .sum()))
                .toList();
    }

    private List<Target> of(Target.Row kind) {
        return rows.stream().filter(row -> row.row() == kind).toList();
    }
}
