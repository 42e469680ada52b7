package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hangzhou's districts were redrawn in April 2021, a month after the notice. */
class RegionHistoryTest {
    private static final LocalDate BEFORE = LocalDate.parse("2021-04-08");
    private static final LocalDate SINCE = LocalDate.parse("2021-04-09");

    private final Regions regions = new Regions();

    private List<String> districtsOn(LocalDate day) {
        return regions.asOf(day).stream()
                .filter(region -> region.code().startsWith("3301") && region.kind() == RegionKind.COUNTY)
                .map(Region::name)
                .toList();
    }

    @Test
    void hasTheDistrictsOfTheDay() {
        assertThat(districtsOn(BEFORE)).contains("上城区", "下城区", "江干区", "拱墅区").doesNotContain("临平区", "钱塘区");
        assertThat(districtsOn(SINCE)).contains("上城区", "拱墅区", "临平区", "钱塘区").doesNotContain("下城区", "江干区");
    }

    @Test
    void keepsTheUnitsOfTheNoticeWhereTheyWerePrinted() {
        assertThat(regions.children("3301"))
                .extracting(Region::code)
                .contains("330103", "330104")
                .doesNotContain("330113");
        assertThat(regions.all()).hasSize(117);
    }

    @Test
    void saysWhatBecameOfWhich() {
        var jianggan = regions.get("330104");
        assertThat(regions.until(jianggan)).contains(SINCE);
        assertThat(regions.successors(jianggan))
                .extracting(change -> change.to().name())
                .containsExactly("上城区", "钱塘区");
        assertThat(regions.until(regions.get("330110"))).isEmpty();
        var qiantang = regions.get("330114");
        assertThat(regions.from(qiantang)).contains(SINCE);
        assertThat(regions.predecessors(qiantang))
                .extracting(change -> change.from().name())
                .containsExactly("江干区", "萧山区", "钱塘新区");
    }

    @Test
    void rollsUpBothToTheCity() {
        assertThat(regions.get("330113").places()).containsExactly("region:330113", "region:3301", "region:33");
        assertThat(regions.get("330103").places()).containsExactly("region:330103", "region:3301", "region:33");
    }
}
