package org.tongke.backend.directory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.community.programme.Target;

class RegionsFileTest {

    private final List<Row> rows = read();
    private final Map<String, Row> byCode = rows.stream().collect(Collectors.toMap(Row::code, row -> row));

    @Test
    void holdsTheProvinceItsCitiesAndTheUnitsOfTheNotice() {
        assertThat(rows.stream().collect(groupingBy(Row::kind, counting())))
                .isEqualTo(Map.of("PROVINCE", 1L, "CITY", 11L, "COUNTY", 90L, "ZONE", 9L, "CITY_LEVEL", 6L));
    }

    @Test
    void namesEachUnitAsAnnex1DoesAndInItsOrder() {
        var units = ProgrammeFiles.get(2021).targets().units();
        assertThat(rows.stream().filter(row -> row.code().length() == 6).map(Row::code))
                .containsExactlyElementsOf(
                        units.stream().map(Target::regionCode).toList());
        for (var unit : units) {
            var row = get(unit.regionCode());
            boolean runByCity = !row.kind().equals("COUNTY");
            assertThat(unit.unit()).isEqualTo(row.name() + (runByCity ? "代管" : ""));
            assertThat(unit.city()).isEqualTo(get(row.parent()).name());
        }
    }

    @Test
    void beginsEachCodeWithItsParents() {
        for (var row : rows) {
            assertThat(row.code()).startsWith(row.parent()).isNotEqualTo(row.parent());
            assertThat(row.parent().isEmpty() || byCode.containsKey(row.parent()))
                    .isTrue();
        }
    }

    /** Official codes are digits; a letter keeps ours apart. */
    @Test
    void givesUnitsWithoutAnOfficialCodeOneThatCannotBecomeOfficial() {
        for (var row : rows) {
            var pattern = switch (row.kind()) {
                case "ZONE" -> "\\d{4}Z\\d";
                case "CITY_LEVEL" -> "\\d{4}C\\d";
                default -> "\\d{2}|\\d{4}|\\d{6}";
            };
            assertThat(row.code()).matches(pattern);
        }
    }

    @Test
    void spellsEachCharacterAsOneSyllable() {
        for (var row : rows) {
            var syllables = row.pinyin().split(" ");
            assertThat(syllables).hasSize(row.name().length()).allMatch(syllable -> syllable.matches("[a-z]+"));
            assertThat(row.initials())
                    .isEqualTo(Arrays.stream(syllables)
                            .map(syllable -> syllable.substring(0, 1))
                            .collect(Collectors.joining()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "长兴县,chang xing xian", "莲都区,lian du qu", "乐清市,yue qing shi", "嵊州市,sheng zhou shi", "衢州市,qu zhou shi",
        "缙云县,jin yun xian", "鄞州区,yin zhou qu", "瓯海区,ou hai qu", "婺城区,wu cheng qu", "天台县,tian tai xian",
        "诸暨市,zhu ji shi", "景宁畲族自治县,jing ning she zu zi zhi xian", "嵊泗县,sheng si xian", "丽水市,li shui shi"
    })
    void readsNamesAsPeopleThereDo(String name, String pinyin) {
        assertThat(rows)
                .filteredOn(row -> row.name().equals(name))
                .singleElement()
                .returns(pinyin, Row::pinyin);
    }

    @ParameterizedTest
    @CsvSource({
        "330102,上城区",
        "330103,下城区",
        "330104,江干区",
        "330105,拱墅区",
        "330110,余杭区",
        "330212,鄞州区",
        "330383,龙港市",
        "330522,长兴县",
        "330683,嵊州市",
        "330825,龙游县",
        "331083,玉环市",
        "331127,景宁畲族自治县"
    })
    void usesTheOfficialCodesOfEarly2021(String code, String name) {
        assertThat(get(code).name()).isEqualTo(name);
    }

    private Row get(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    private record Row(String code, String name, String parent, String kind, String pinyin, String initials) {}

    private static List<Row> read() {
        var file = Objects.requireNonNull(RegionsFileTest.class.getResourceAsStream("/directory/regions.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().map(RegionsFileTest::row).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Row row(NamedCsvRecord cells) {
        return new Row(
                cells.getField("code"),
                cells.getField("name"),
                cells.getField("parent"),
                cells.getField("kind"),
                cells.getField("pinyin"),
                cells.getField("initials"));
    }
}
