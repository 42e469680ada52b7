package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.base.ProductFiles;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;

/** The programme of 2022 is a folder of files beside that of 2021, and no release. */
class AnotherYearTest {
    private static final Instant SPRING_2022 = Instant.parse("2022-05-01T00:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        var year = Files.createDirectory(folder.resolve("2022"));
        Files.writeString(year.resolve("programme.json"), """
                {"name": {"zh": "2022年省政府民生实事", "en": "Provincial livelihood task 2022"}, "notice": "浙教办函〔2022〕1号",
                 "from": "2022-01-01", "to": "2022-12-31", "zone": "Asia/Shanghai", "keepFilesUntil": "2025-12-31"}
                """);
        Files.writeString(year.resolve("standard.json"), ProductFiles.text("programme/2021/standard.json"));
        Files.writeString(year.resolve("targets.csv"), """
                region,row,city,unit,schools,urban,town,rural,existing_merged,existing_co_built,existing_collaborative,new_members,new_paired_schools
                330382,UNIT,温州市,乐清市,144,87,9,48,1,35,58,4,9
                3303,CITY_TOTAL,温州市,小计,144,87,9,48,1,35,58,4,9
                33,PROVINCE_TOTAL,,合计,144,87,9,48,1,35,58,4,9
                """);
        Files.writeString(year.resolve("milestones.csv"), """
                id,from_on,due_on,share_percent,kind,level,responsible,place,what_zh,what_en
                1.1,2022-04-01,2022-04-20,,ROSTER,COUNTY,各县,附件3,确定名单,Decide the list
                1.2,2022-05-01,2022-10-31,80,OPERATION,COUNTY,各县,附件3,80%,80 %
                """);
        Files.writeString(folder.resolve("note.txt"), "not a year");
    }

    @Test
    void standsBesideTheFirst() {
        var programmes = of(ProgrammeFiles.in(folder));
        assertThat(programmes.list().stream().map(Programme::id)).containsExactly("2022", "2021");
        assertThat(programmes.current().id()).isEqualTo("2022");
        assertThat(programmes.at(Instant.parse("2021-05-01T00:00:00Z")).id()).isEqualTo("2021");
        var second = programmes.find("2022").orElseThrow();
        assertThat(second.targets().find("330382").flatMap(Goal::printed)).contains(new Goal(4, 9));
        assertThat(second.milestones().getLast().sharePercent()).isEqualTo(80);
        assertThat(second.targets()
                        .formula(second.targets().find("330382").orElseThrow())
                        .newMembers()
                        .printed())
                .isEqualTo("/");
        // what the first says is untouched by it
        assertThat(programmes.find("2021").orElseThrow().targets().rows()).hasSize(117);
    }

    @Test
    void saysWhatIsWrongWithItsFiles() throws IOException {
        Files.delete(folder.resolve("2022/targets.csv"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgrammeFiles.in(folder))
                .withMessageContaining("2022")
                .withMessageContaining("targets.csv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgrammeFiles.in(folder.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    @Test
    void isRefusedForAnUnknownRegionAndAYearThatIsThere() {
        var own = ProgrammeFiles.in(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Programmes(at(), false, own, code -> !code.equals("330382")))
                .withMessageContaining("330382");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(ProgrammeFiles.get(2021))))
                .withMessageContaining("two programmes");
    }

    private static Programmes of(List<Programme> own) {
        return new Programmes(at(), false, own, code -> true);
    }

    private static Clock at() {
        return Clock.fixed(SPRING_2022, ZoneOffset.UTC);
    }
}
