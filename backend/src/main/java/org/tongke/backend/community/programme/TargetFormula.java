package org.tongke.backend.community.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the notice's formula gives for a row of annex 1 (notes 二.2): town schools × 60 % × 40 % + rural schools × 70 % − member schools of
 * merged and co-built communities formed before; collaborative ones are not subtracted. Paired schools are twice the members, as a rule.
 * The notice says nothing of rounding nor what "/" means. Read here as: to the nearest whole number, halves up; 0 or less is "/". It
 * stands beside the printed figure and never takes its place.
 *
 * @param exact the result before rounding, with two decimals; null for totals, which are sums of units
 * @param newMembers the result rounded; for totals the sum of the units' rounded results
 * @param pairedSchools twice that
 */
public record TargetFormula(@Nullable BigDecimal exact, PrintedCount newMembers, PrintedCount pairedSchools) {
    private static final int PER_TOWN_SCHOOL = 24;
    private static final int PER_RURAL_SCHOOL = 70;
    private static final int WHOLE = 100;

    static TargetFormula ofUnit(Target unit) {
        var hundredths = PER_TOWN_SCHOOL * unit.town().orZero()
                + PER_RURAL_SCHOOL * unit.rural().orZero()
                - WHOLE
                        * (unit.existingMerged().orZero()
                                + unit.existingCoBuilt().orZero());
        var exact = BigDecimal.valueOf(hundredths, 2);
        return of(exact, exact.setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    static TargetFormula ofTotal(List<Target> units) {
        return of(
                null,
                units.stream()
                        .map(TargetFormula::ofUnit)
                        .mapToInt(formula -> formula.newMembers().orZero())
                        .sum());
    }

    private static TargetFormula of(@Nullable BigDecimal exact, int members) {
        return members <= 0
                ? new TargetFormula(exact, new PrintedCount.Slash(), new PrintedCount.Slash())
                : new TargetFormula(exact, new PrintedCount.Number(members), new PrintedCount.Number(2 * members));
    }

    /** Whether the notice prints other figures for the row than the formula gives. */
    public boolean differsFrom(Target row) {
        return !newMembers.equals(row.newMembers()) || !pairedSchools.equals(row.newPairedSchools());
    }
}
