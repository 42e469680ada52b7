package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.CORE;
import static org.tongke.backend.verification.evaluation.Facts.MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.SECOND_MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.STRANGER;
import static org.tongke.backend.verification.evaluation.Facts.at;
import static org.tongke.backend.verification.evaluation.Facts.coBuilt;
import static org.tongke.backend.verification.evaluation.Facts.merged;
import static org.tongke.backend.verification.evaluation.Facts.print;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.backend.community.programme.ProofKind;

class SyncedLessonsTest {

    @ParameterizedTest
    @CsvSource({
        "19, 0, LACKING | SUBJECTS 1/2; SYNCED_LESSON 19/20; LESSON_PICTURE 1/1",
        "18, 1, LACKING | SUBJECTS 2/2; SYNCED_LESSON 19/20; LESSON_PICTURE 1/1",
        "20, 0, LACKING | SUBJECTS 1/2; SYNCED_LESSON 20/20; LESSON_PICTURE 1/1",
        "19, 1, MET | SUBJECTS 2/2; SYNCED_LESSON 20/20; LESSON_PICTURE 1/1",
        "20, 1, MET | SUBJECTS 2/2; SYNCED_LESSON 21/20; LESSON_PICTURE 1/1"
    })
    void needTwoSubjectsAndTwentyLessons(int maths, int chinese, String expected) {
        var facts = coBuilt().lessons(maths, "数学").lessons(chinese, "语文").file("photo", "2.1", ProofKind.PICTURE);
        assertThat(print(facts.of("2.1"))).isEqualTo(expected.replace(';', ','));
    }

    @Test
    void needAPictureOfAtLeastOneOfThem() {
        var facts = enough();
        assertThat(facts.of("2.1").missing())
                .singleElement()
                .isInstanceOfSatisfying(Missing.Document.class, missing -> {
                    assertThat(missing.document().code()).isEqualTo("LESSON_PICTURE");
                    assertThat(missing.count()).isEqualTo(1);
                });
        assertThat(facts.evidence("photo", null, "数学-1", ProofKind.PICTURE, "h")
                        .of("2.1")
                        .state())
                .isEqualTo(CriterionResult.State.MET);
    }

    @Test
    void fallAloneWhenOneOfTwentyIsDeleted() {
        var facts = WholeStandardTest.everything();
        assertThat(met(facts.evaluate())).containsExactly("1.1", "1.2", "2.1", "2.2", "2.3");
        assertThat(met(facts.without("数学-1").evaluate())).containsExactly("1.1", "1.2", "2.2", "2.3");
    }

    @Test
    void countOnTheDaysOfTheYearInShanghai() {
        var facts = coBuilt()
                .lesson("too-early", "数学", at("2020-12-31T23:59:59"))
                .lesson("first", "数学", at("2021-01-01T00:00:00"))
                .lesson("last", "数学", at("2021-12-31T23:59:59"))
                .lesson("too-late", "数学", at("2022-01-01T00:00:00"));
        var result = facts.evaluate(Facts.PROGRAMME.standard(), at("2022-06-01T00:00:00"))
                .find("2.1")
                .orElseThrow();
        assertThat(print(result))
                .isEqualTo("LACKING | SUBJECTS 1/2, SYNCED_LESSON 2/20, LESSON_PICTURE 0/1"
                        + " | not too-early: OUTSIDE_YEAR, too-late: OUTSIDE_YEAR");
    }

    @Test
    void countOnceTheyAreOver() {
        var facts = coBuilt().lesson("now", "数学", at("2021-09-01T09:00:00"));
        var standard = Facts.PROGRAMME.standard();
        assertThat(print(facts.evaluate(standard, at("2021-09-01T09:39:59"))
                        .find("2.1")
                        .orElseThrow()))
                .endsWith("not now: NOT_OVER_YET");
        assertThat(print(facts.evaluate(standard, at("2021-09-01T09:40:00"))
                        .find("2.1")
                        .orElseThrow()))
                .contains("SYNCED_LESSON 1/20");
    }

    @Test
    void doNotCountWhenCancelled() {
        assertThat(print(enough().cancel("数学-1").of("2.1")))
                .isEqualTo("LACKING | SUBJECTS 2/2, SYNCED_LESSON 19/20, LESSON_PICTURE 0/1 | not 数学-1: CANCELLED");
    }

    @Test
    void countOnceThoughTheyComeTwice() {
        var facts = coBuilt().lessons(1, "数学").lessons(1, "数学");
        assertThat(print(facts.of("2.1"))).contains("SYNCED_LESSON 1/20").endsWith("not 数学-1: DUPLICATE");
    }

    @Test
    void runBetweenCoreAndMemberSchoolOfACoBuiltCommunity() {
        var facts = coBuilt(MEMBER, SECOND_MEMBER)
                .lesson("a-good", "数学", at("2021-03-01T09:00:00"), CORE, MEMBER, STRANGER)
                .lesson("b-alone", "数学", at("2021-03-02T09:00:00"), CORE)
                .lesson("c-outside", "数学", at("2021-03-03T09:00:00"), CORE, STRANGER)
                .lesson("d-members", "数学", at("2021-03-04T09:00:00"), MEMBER, SECOND_MEMBER);
        assertThat(print(facts.of("2.1")))
                .contains("SYNCED_LESSON 1/20")
                .endsWith("not b-alone: SCHOOLS_NOT_OF_COMMUNITY, c-outside: SCHOOLS_NOT_OF_COMMUNITY,"
                        + " d-members: CORE_SCHOOL_ABSENT");
    }

    @Test
    void runBetweenAnyTwoCampusesOfAMergedCommunity() {
        var facts = merged(MEMBER, SECOND_MEMBER)
                .lesson("members", "数学", at("2021-03-04T09:00:00"), MEMBER, SECOND_MEMBER)
                .lesson("one", "数学", at("2021-03-05T09:00:00"), MEMBER, STRANGER);
        assertThat(print(facts.of("2.1"))).contains("SYNCED_LESSON 1/20").endsWith("not one: SCHOOLS_NOT_OF_COMMUNITY");
    }

    @Test
    void countWithoutASubjectButAddNone() {
        assertThat(print(coBuilt()
                        .lesson("free", null, at("2021-03-01T09:00:00"))
                        .of("2.1")))
                .contains("SUBJECTS 0/2, SYNCED_LESSON 1/20");
    }

    @Test
    void leaveActivitiesOfOtherKindsAlone() {
        assertThat(print(coBuilt().research(3, "ONLINE_RESEARCH").of("2.1")))
                .isEqualTo("LACKING | SUBJECTS 0/2, SYNCED_LESSON 0/20, LESSON_PICTURE 0/1");
    }

    @Test
    void nameTheFactsThatCount() {
        var facts = coBuilt().lessons(1, "数学").evidence("photo", "2.1", "数学-1", ProofKind.PICTURE, "h");
        assertThat(Set.copyOf(facts.of("2.1").counted()))
                .containsExactlyInAnyOrder(
                        new FactRef(FactRef.Type.ACTIVITY, "数学-1"), new FactRef(FactRef.Type.EVIDENCE, "photo"));
    }

    private static Facts enough() {
        return coBuilt().lessons(10, "数学").lessons(10, "语文");
    }

    private static List<String> met(CommunityResult result) {
        return result.criteria().stream()
                .filter(criterion -> criterion.state() == CriterionResult.State.MET)
                .map(CriterionResult::criterion)
                .toList();
    }

    @Test
    void reportedOnlyAfterItsEndWaitsUntilASchoolConfirmsIt() {
        var start = at("2021-03-10T09:00:00");
        var end = at("2021-03-10T09:40:00");
        var facts = Facts.coBuilt()
                .reported("before", "数学", start, at("2021-03-01T08:00:00"), false)
                .reported("at the end", "数学", start, end, false)
                .reported("late", "数学", start, end.plusMillis(1), false)
                .reported("late, confirmed", "数学", start, at("2021-03-11T08:00:00"), true);
        assertThat(print(facts.of("2.1")))
                .isEqualTo("LACKING | SUBJECTS 1/2, SYNCED_LESSON 3/20, LESSON_PICTURE 0/1 | not late: NOT_CONFIRMED");
    }

    @Test
    void reportedTwiceCountsOnceAndSaysSo() {
        var facts = Facts.coBuilt().lessons(2, "数学").doubled("a", "数学-1");
        assertThat(print(facts.of("2.1")))
                .isEqualTo("LACKING | SUBJECTS 1/2, SYNCED_LESSON 2/20, LESSON_PICTURE 0/1 | not a: DUPLICATE");
    }
}
