package org.tongke.backend.community.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the notice's formula gives beside each printed target; the expected figures were worked out by hand from the notice's text. */
class TargetFormulaTest {
    private final Targets targets = ProgrammeFiles.get(2021).targets();

    @ParameterizedTest
    @CsvSource({
        // code, exact, members, paired, as printed?; town × 0.24 + rural × 0.7 − merged − co-built
        "330109, 11.56, 12, 24, same", // 萧山区: 14, 16, 3 merged
        "330382, 32.76, 33, 66, same", // 乐清市: 9, 48, 1 merged and 2 co-built; 58 collaborative ones are not subtracted
        "330112, 15.52, 16, 32, same",
        "330783, 21.14, 21, 42, same",
        "331082, 55.22, 55, 110, differs", // 临海市 prints 54 and 108
        "330102, 0.00, /, /, same",
        "330127, -1.08, /, /, same", // 淳安县: 26 co-built
        "330603, -12.66, /, /, same",
        "331102, 3.54, 4, 8, same",
        "3311C1, 0.70, 1, 2, differs", // 丽水市本级 prints "/"
        "3310Z1, 0.94, 1, 2, differs", // 台州湾新区 prints "/"
        "3309C1, 0.24, /, /, same"
    })
    void isRoundedHalfUpAndStandsBesideThePrint(
            String code, String exact, String members, String paired, String print) {
        var row = targets.find(code).orElseThrow();
        var formula = targets.formula(row);
        assertThat(String.valueOf(formula.exact())).isEqualTo(exact);
        assertThat(formula.newMembers().printed()).isEqualTo(members);
        assertThat(formula.pairedSchools().printed()).isEqualTo(paired);
        assertThat(formula.differsFrom(row)).isEqualTo(print.equals("differs"));
    }

    @Test
    void halvesGoUp() {
        var unit = new Target(
                "330102",
                Target.Row.UNIT,
                "杭州市",
                "上城区",
                PrintedCount.of("60"),
                PrintedCount.of(""),
                PrintedCount.of("25"),
                PrintedCount.of("5"),
                PrintedCount.of(""),
                PrintedCount.of(""),
                PrintedCount.of("9"),
                PrintedCount.of("9"),
                PrintedCount.of("18"));
        var formula = TargetFormula.ofUnit(unit);
        assertThat(formula.exact()).hasToString("9.50");
        assertThat(formula.newMembers()).isEqualTo(new PrintedCount.Number(10));
        assertThat(formula.differsFrom(unit)).isTrue();
    }

    /** All of them, so that a change of the reading is seen here. */
    @Test
    void differsFromThePrintInFewUnits() {
        assertThat(targets.units().stream()
                        .filter(unit -> targets.formula(unit).differsFrom(unit))
                        .map(unit -> unit.unit() + " " + unit.newMembers().printed() + "≠"
                                + targets.formula(unit).newMembers().printed())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("建德市 15≠14, 杭州湾新区代管 3≠8, 平湖市 6≠5, 桐乡市 7≠6, 婺城区 10≠8, 常山县 1≠/, 开化县 23≠24, 临海市 54≠55, "
                        + "台州湾新区代管 /≠1, 庆元县 6≠7, 丽水市本级代管 /≠1");
    }

    @Test
    void printedTotalsAreTheSumsOfTheirUnits() {
        assertThat(targets.rows().stream().flatMap(row -> targets.sums(row).stream()))
                .hasSize(12 * TargetColumn.values().length)
                .noneMatch(TargetSum::differs);
        var province = targets.sums(targets.find("33").orElseThrow());
        assertThat(province.stream().map(TargetSum::computed))
                .containsExactly(5054, 2184, 1649, 1221, 155, 444, 1254, 766, 1532);
        assertThat(targets.sums(targets.find("330382").orElseThrow())).isEmpty();
    }

    @Test
    void ofATotalIsTheSumOfItsUnits() {
        var taizhou = targets.formula(targets.find("3310").orElseThrow());
        assertThat(taizhou.exact()).isNull();
        assertThat(taizhou.newMembers().printed()).isEqualTo("110"); // 108 printed; 临海市 and 台州湾新区 one more each
        assertThat(taizhou.pairedSchools().printed()).isEqualTo("220");
    }
}
