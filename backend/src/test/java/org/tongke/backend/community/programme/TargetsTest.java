package org.tongke.backend.community.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private static final List<Function<Target, PrintedCount>> COLUMNS = List.of(
            Target::schools,
            Target::urban,
            Target::town,
            Target::rural,
            Target::existingMerged,
            Target::existingCoBuilt,
            Target::existingCollaborative,
            Target::newMembers,
            Target::newPairedSchools);

    private final Targets targets = ProgrammeFiles.get(2021).targets();

    @Test
    void areAnnex1CellByCell() {
        assertThat(Notice.annex1()).hasSize(117);
        assertThat(targets.rows().stream().map(TargetsTest::printed)).containsExactlyElementsOf(Notice.annex1());
    }

    @Test
    void keepSlashBlankAndZeroApart() {
        assertThat(get("330102").newMembers()).isEqualTo(new PrintedCount.Slash());
        assertThat(get("330102").town()).isEqualTo(new PrintedCount.Blank());
        assertThat(get("331124").existingCoBuilt()).isEqualTo(new PrintedCount.Number(0));
        assertThat(get("330102").hasTask()).isFalse();
        assertThat(get("331124").hasTask()).isTrue();
    }

    @Test
    void addUpToTheTotalsPrintedForEachCity() {
        assertThat(targets.cityTotals()).hasSize(11);
        for (var total : targets.cityTotals()) {
            var units = targets.units().stream()
                    .filter(unit -> unit.city().equals(total.city()))
                    .toList();
            for (var column : COLUMNS) {
                assertThat(sum(units, column))
                        .as(total.city())
                        .isEqualTo(column.apply(total).orZero());
            }
        }
    }

    @Test
    void addUpToTheTotalPrintedForTheProvince() {
        for (var column : COLUMNS) {
            assertThat(sum(targets.units(), column))
                    .isEqualTo(column.apply(get("33")).orZero());
        }
        assertThat(get("33").newMembers()).isEqualTo(new PrintedCount.Number(766));
        assertThat(get("33").newPairedSchools()).isEqualTo(new PrintedCount.Number(1532));
    }

    @Test
    void haveTheCityFiguresOfTheNoticesBody() {
        var body = targets.cityTotals().stream()
                .map(total -> total.city() + total.newPairedSchools().printed() + "家")
                .collect(Collectors.joining("、"));
        assertThat(Notice.text()).contains("保底任务数如下:" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "07", "+7", " ", "／", "x"})
    void readNothingThatIsNotPrinted(String cell) {
        assertThatIllegalArgumentException().isThrownBy(() -> PrintedCount.of(cell));
    }

    @ParameterizedTest
    @CsvSource({"'',0", "/,0", "0,0", "1532,1532"})
    void addNothingForSlashAndBlank(String cell, int value) {
        assertThat(PrintedCount.of(cell).orZero()).isEqualTo(value);
        assertThat(PrintedCount.of(cell).printed()).isEqualTo(cell);
    }

    private Target get(String regionCode) {
        return targets.find(regionCode).orElseThrow();
    }

    private static int sum(List<Target> units, Function<Target, PrintedCount> column) {
        return units.stream().map(column).mapToInt(PrintedCount::orZero).sum();
    }

    private static String printed(Target row) {
        return Stream.concat(
                        Stream.of(row.city(), row.unit()),
                        COLUMNS.stream().map(column -> column.apply(row).printed()))
                .collect(Collectors.joining("|"));
    }
}
