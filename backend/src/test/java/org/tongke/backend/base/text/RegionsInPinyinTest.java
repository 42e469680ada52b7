package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongke.backend.base.ProductFiles;

/** Whatever reading a dictionary prefers, regions are read as people there do. */
class RegionsInPinyinTest {

    private record Region(String name, List<String> syllables) {}

    static List<Region> regions() {
        return ProductFiles.rows(
                "directory/regions.csv",
                row -> new Region(
                        row.getField("name"), List.of(row.getField("pinyin").split(" "))));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void areReadAsPeopleThereDo(Region region) {
        assertThat(Pinyin.of(region.name())).isEqualTo(region.syllables());
    }

    /** Schools bear the region's name without its last character, before another word. */
    @ParameterizedTest
    @MethodSource("regions")
    void areReadSoInNamesOfSchools(Region region) {
        var shortName = region.name().substring(0, region.name().length() - 1);
        assertThat(Pinyin.of(shortName + "实验小学").subList(0, shortName.length()))
                .isEqualTo(region.syllables().subList(0, shortName.length()));
        assertThat(Pinyin.of(region.name() + "重庆路中学").subList(0, region.name().length()))
                .isEqualTo(region.syllables());
    }
}
