package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.verification.evaluation.CriterionResult.State;

/** A community that is one of the new ones of two programmes, with evidence given in the first. */
@StoresTest
class TwoYearsTest {
    private static final Programme FIRST = FactsInHand.PROGRAMME;
    private static final Programme SECOND = FIRST.asDemoYear(2022);
    private static final Instant IN_THE_SECOND = FactsInHand.at("2022-03-02T09:00:00");

    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        kept.clock.set(FactsInHand.at("2022-06-30T12:00:00"));
        var years = Set.of(FIRST.id(), SECOND.id());
        kept.facts.put(new Community(
                "甲", "甲", Mode.MERGED, FactsInHand.COUNTY, "甲-core", List.of("甲-member"), years, "甲", List.of()));
    }

    private String print(Programme programme, String code) {
        var id = new ProgressId(programme.id(), "甲");
        kept.recomputationOf(kept.facts, FIRST, SECOND).recompute(Set.of("甲"));
        return kept.progresses.find(id, Scope.EVERYWHERE).orElseThrow().criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .map(TwoYearsTest::print)
                .collect(Collectors.joining());
    }

    private static String print(CriterionProgress criterion) {
        return (criterion.state() == State.MET ? "met" : "lacking")
                + criterion.facts().stream()
                        .map(fact -> " " + fact.fact().id() + (fact.counts() ? "" : " " + fact.reason()))
                        .collect(Collectors.joining());
    }

    @Test
    void showsADocumentInTheYearItWasGivenInAlone() {
        kept.facts.file("approval", "甲", "1.1", ProofKind.PDF);
        assertThat(print(FIRST, "1.1")).isEqualTo("met approval");
        assertThat(print(SECOND, "1.1")).isEqualTo("lacking");
    }

    @Test
    void showsAPictureInTheYearOfItsLessonAlone() {
        kept.facts.lessons("甲", "CHINESE", 1).pictureOf("甲-CHINESE-1", "甲");
        assertThat(print(FIRST, "2.1")).isEqualTo("lacking 甲-CHINESE-1-picture supplier:甲-CHINESE-1");
        assertThat(print(SECOND, "2.1")).isEqualTo("lacking");
    }

    @Test
    void countsAPictureWhereItsLessonMovesTo() {
        kept.facts
                .activity("late", "甲", "SYNCED_LESSON", "CHINESE", IN_THE_SECOND)
                .pictureOf("late", "甲");
        assertThat(print(FIRST, "2.1")).isEqualTo("lacking late-picture ACTIVITY_NOT_COUNTED");
        assertThat(print(SECOND, "2.1")).isEqualTo("lacking supplier:late late-picture");
    }
}
