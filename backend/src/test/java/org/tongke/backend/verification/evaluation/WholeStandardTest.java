package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tongke.backend.verification.evaluation.Facts.CORE;
import static org.tongke.backend.verification.evaluation.Facts.MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.SECOND_MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.STRANGER;
import static org.tongke.backend.verification.evaluation.Facts.at;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;

class WholeStandardTest {

    @Test
    void isMetByExactlyWhatItAsks() {
        var result = everything().evaluate();
        assertThat(result.criteria()).hasSize(5).allMatch(criterion -> criterion.state() == CriterionResult.State.MET);
        assertThat(result.criteria()).flatExtracting(CriterionResult::measures).allMatch(Measure::met);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "COLLABORATIVE", mode = EnumSource.Mode.EXCLUDE)
    void isNotMetByNothing(Mode mode) {
        var result = Facts.of(mode).evaluate();
        assertThat(result.criteria())
                .hasSize(5)
                .allMatch(criterion -> criterion.state() == CriterionResult.State.LACKING);
        assertThat(result.criteria()).flatExtracting(CriterionResult::measures).noneMatch(Measure::met);
    }

    @Test
    void asksNothingOfACollaborativeCommunityAndIsNotMetByIt() {
        var result = Facts.of(Mode.COLLABORATIVE).lessons(30, "数学").evaluate();
        assertThat(result.criteria())
                .hasSize(5)
                .allSatisfy(criterion -> assertThat(criterion.state()).isEqualTo(CriterionResult.State.NOT_ASKED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void doesNotMindTheOrderOfTheFacts(long seed) {
        var random = new Random(seed);
        var facts = anything(random);
        for (var standard : List.of(
                Facts.PROGRAMME.standard(),
                Standards.countedPerPair(Mode.CO_BUILT),
                Standards.withPictures(Mode.CO_BUILT, DocumentAsked.Need.EACH))) {
            var result = facts.evaluate(standard, Facts.YEAR_END);
            for (int turn = 0; turn < 20; turn++) {
                assertThat(facts.copy().shuffle(random).evaluate(standard, Facts.YEAR_END))
                        .isEqualTo(result);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isNeverMetLessByOneGoodLessonMore(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 50; turn++) {
            var facts = anything(random);
            var before = facts.evaluate();
            var subject = pick(random, "数学", "语文", "科学");
            var start = at("2021-01-01T08:00:00").plus(Duration.ofHours(random.nextInt(8000)));
            var after = facts.copy().lesson("more", subject, start).evaluate();
            for (int i = 0; i < before.criteria().size(); i++) {
                var was = before.criteria().get(i);
                var is = after.criteria().get(i);
                assertThat(is.state().compareTo(was.state())).isLessThanOrEqualTo(0);
                for (int m = 0; m < was.measures().size(); m++) {
                    assertThat(is.measures().get(m).present())
                            .isGreaterThanOrEqualTo(was.measures().get(m).present());
                }
            }
            assertThat(present(after)).isEqualTo(present(before) + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void countsAsMuchWhereverALessonIsReportedTwice(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 50; turn++) {
            var facts = anything(random);
            var before = facts.evaluate();
            var after = facts.copy().doubledAll().evaluate();
            for (int i = 0; i < before.criteria().size(); i++) {
                assertThat(after.criteria().get(i).measures())
                        .isEqualTo(before.criteria().get(i).measures());
                assertThat(after.criteria().get(i).counted())
                        .isEqualTo(before.criteria().get(i).counted());
            }
        }
    }

    @Test
    void isAskedOfACommunityOfACoreSchoolAndOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> community(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> community(Set.of(CORE, MEMBER)));
    }

    /** A co-built community that meets all five criteria with nothing to spare. */
    static Facts everything() {
        return Facts.coBuilt()
                .lessons(10, "数学")
                .lessons(10, "语文")
                .research(8, "ONLINE_RESEARCH")
                .research(4, "OFFLINE_RESEARCH")
                .file("approval", "1.1", ProofKind.PDF)
                .file("plan", "1.2", ProofKind.PDF)
                .evidence("class photo", null, "语文-1", ProofKind.PICTURE, "h1")
                .evidence("screenshot", null, "ONLINE_RESEARCH-1", ProofKind.PICTURE, "h2")
                .file("minutes", "2.2", ProofKind.PDF)
                .exchange("x", CORE, MEMBER, "2021-09-01", "2022-01-20", true);
    }

    private static CommunityFacts community(Set<String> members) {
        return new CommunityFacts("c", Mode.CO_BUILT, CORE, members, List.of(), List.of(), List.of());
    }

    private static int present(CommunityResult result) {
        return result.find("2.1").orElseThrow().measures().stream()
                .filter(measure -> measure.of() == Measure.Quantity.ACTIVITIES)
                .mapToInt(Measure::present)
                .sum();
    }

    /** Good and bad facts of all sorts, ids and files repeating. */
    private static Facts anything(Random random) {
        var facts = Facts.coBuilt(MEMBER, SECOND_MEMBER);
        for (int i = 0; i < 40; i++) {
            var id = "a" + random.nextInt(35);
            var kind = pick(random, "SYNCED_LESSON", "SYNCED_LESSON", "ONLINE_RESEARCH", "OFFLINE_RESEARCH", "OTHER");
            var subject = random.nextInt(5) == 0 ? null : pick(random, "数学", "语文");
            var start = at("2020-12-01T08:00:00").plus(Duration.ofDays(random.nextInt(420)));
            var schools = pick(
                    random,
                    List.of(CORE, MEMBER),
                    List.of(CORE, SECOND_MEMBER),
                    List.of(MEMBER, SECOND_MEMBER),
                    List.of(CORE, MEMBER, SECOND_MEMBER),
                    List.of(CORE, STRANGER));
            facts.activity(id, kind, subject, start, schools.toArray(String[]::new));
            if (random.nextInt(8) == 0) {
                facts.cancel(id);
            }
            if (random.nextInt(8) == 0) {
                facts.doubled("b" + i, id);
            }
            if (random.nextInt(8) == 0) {
                facts.reported(
                        "late" + i, "数学", start, start.plus(Duration.ofHours(random.nextInt(3))), random.nextBoolean());
            }
        }
        for (int i = 0; i < 30; i++) {
            var criterion = random.nextBoolean() ? null : pick(random, "1.1", "1.2", "2.1", "2.2", "2.3");
            var activity = random.nextInt(4) == 0 ? null : "a" + random.nextInt(40);
            facts.evidence(
                    "e" + random.nextInt(25),
                    criterion,
                    activity,
                    pick(random, ProofKind.values()),
                    "h" + random.nextInt(15));
        }
        for (int i = 0; i < 4; i++) {
            var school = pick(random, MEMBER, SECOND_MEMBER, STRANGER);
            facts.exchange("x" + random.nextInt(3), CORE, school, "2021-02-22", "2021-07-02", random.nextBoolean());
        }
        return facts;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
