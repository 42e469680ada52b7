package org.tongke.backend.community.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private final Programme programme = ProgrammeFiles.get(2021);

    @Test
    void hasTheDatesOfAnnex3AndWhoIsResponsible() {
        assertThat(programme.milestones().stream().map(ProgrammeTest::line))
                .containsExactly(
                        "1.1 2021-03-31 PROVINCE",
                        "1.2.1 2021-04-15 COUNTY",
                        "1.2.1-CITY 2021-04-20 CITY",
                        "1.2.2 2021-06-15 COUNTY",
                        "1.2.3 2021-06-30 COUNTY",
                        "1.3.1 2021-06-30 COUNTY 30%",
                        "1.3.2 2021-09-30 COUNTY 60%",
                        "1.3.3 2021-11-30 COUNTY 100%",
                        "1.4 2021-11-30 CITY",
                        "1.5 2021-12-31 PROVINCE",
                        "2.1 2021-12-31 PROVINCE",
                        "2.2 2021-12-31 PROVINCE",
                        "2.3 2021-05-31 PROVINCE",
                        "2.4 2021-08-31 PROVINCE",
                        "2.5 2021-10-31 PROVINCE",
                        "2.6 2021-11-30 PROVINCE",
                        "2.7 2021-12-31 PROVINCE",
                        "2.8 2021-12-31 THIRD_PARTY");
    }

    @Test
    void namesWhoIsResponsibleAsPrinted() {
        assertThat(programme.milestones())
                .allSatisfy(milestone -> assertThat(Notice.text()).contains(milestone.responsible()));
    }

    @Test
    void countsTheDaysOfTheYearByTheClockOfItsZone() {
        var span = programme.span();
        assertThat(span.contains(Instant.parse("2020-12-31T15:59:59Z"))).isFalse();
        assertThat(span.contains(Instant.parse("2020-12-31T16:00:00Z"))).isTrue();
        assertThat(span.contains(Instant.parse("2021-12-31T15:59:59Z"))).isTrue();
        assertThat(span.contains(Instant.parse("2021-12-31T16:00:00Z"))).isFalse();
    }

    @Test
    void asksTheFiveCriteriaOfMergedAndCoBuiltAndNoneOfCollaborativeCommunities() {
        var standard = programme.standard();
        assertThat(standard.criterionIds()).containsExactly("1.1", "1.2", "2.1", "2.2", "2.3");
        for (var mode : List.of(Mode.MERGED, Mode.CO_BUILT)) {
            assertThat(standard.criteria(mode).stream().map(Criterion::id))
                    .containsExactlyElementsOf(standard.criterionIds());
        }
        assertThat(standard.criteria(Mode.COLLABORATIVE)).isEmpty();
        assertThat(standard.assessedLocally()).containsExactly(Mode.COLLABORATIVE);
    }

    @Test
    void asksTheNumbersOfAnnex2() {
        for (var mode : List.of(Mode.MERGED, Mode.CO_BUILT)) {
            var between = mode == Mode.MERGED ? Rule.Between.ANY_TWO : Rule.Between.CORE_AND_MEMBER;
            assertThat(rule(mode, "2.1")).isInstanceOfSatisfying(Rule.SubjectsAndLessons.class, rule -> {
                assertThat(rule.between()).isEqualTo(between);
                assertThat(rule.unit()).isEqualTo(Rule.CountingUnit.COMMUNITY);
                assertThat(rule.subjects()).isEqualTo(2);
                assertThat(line(rule.lessons())).isEqualTo("SYNCED_LESSON 20 LESSON_PICTURE:ANY LESSON_TABLE:NONE");
            });
            assertThat(rule(mode, "2.2")).isInstanceOfSatisfying(Rule.ActivityCounts.class, rule -> {
                assertThat(rule.between()).isEqualTo(between);
                assertThat(rule.counts().stream().map(ProgrammeTest::line))
                        .containsExactly(
                                "ONLINE_RESEARCH 8 ONLINE_RESEARCH_PICTURE:ANY",
                                "OFFLINE_RESEARCH 4 RESEARCH_TEXT:ANY");
            });
        }
        assertThat(rule(Mode.MERGED, "2.3"))
                .isInstanceOfSatisfying(
                        Rule.FreeMovement.class,
                        rule -> assertThat(rule.exchanges()).isEqualTo(1));
        assertThat(rule(Mode.CO_BUILT, "2.3")).isInstanceOf(Rule.MembersCovered.class);
    }

    @Test
    void movesEveryDateToADemoYearAndSaysSo() {
        var demo = programme.asDemoYear(2026);
        assertThat(demo.demo()).isTrue();
        assertThat(demo.year()).isEqualTo(2026);
        assertThat(demo.name().in(Locale.CHINESE)).isEqualTo("2026 演示年度（数值取自2021年通知）");
        assertThat(demo.name().in(Locale.UK)).contains("demonstration").contains("2021");
        assertThat(demo.from()).isEqualTo("2026-01-01");
        assertThat(demo.to()).isEqualTo("2026-12-31");
        assertThat(demo.milestones())
                .allSatisfy(milestone -> assertThat(milestone.dueOn()).hasYear(2026))
                .allSatisfy(milestone -> assertThat(milestone.fromOn()).hasYear(2026));
        assertThat(demo.targets()).isEqualTo(programme.targets());
        assertThat(demo.standard()).isEqualTo(programme.standard());
        assertThatIllegalStateException().isThrownBy(() -> demo.asDemoYear(2027));
    }

    @Test
    void isRefusedForAYearWithoutFiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProgrammeFiles.get(1999));
    }

    private Rule rule(Mode mode, String id) {
        return programme.standard().criteria(mode).stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .map(Criterion::rule)
                .orElseThrow();
    }

    private static String line(Rule.ActivityCount count) {
        var documents = new StringBuilder();
        count.documents()
                .forEach(document -> documents
                        .append(' ')
                        .append(document.code())
                        .append(':')
                        .append(document.need()));
        return count.activityKind() + " " + count.atLeast() + documents;
    }

    private static String line(Milestone milestone) {
        LocalDate due = milestone.dueOn();
        var share = milestone.sharePercent();
        return milestone.id() + " " + due + " " + milestone.level()
                + (share == null ? "" : " " + Objects.toString(share) + "%");
    }
}
