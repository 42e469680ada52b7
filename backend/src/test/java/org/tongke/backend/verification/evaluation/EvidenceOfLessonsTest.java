package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.coBuilt;
import static org.tongke.backend.verification.evaluation.Facts.print;

import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;

class EvidenceOfLessonsTest {

    @Test
    void countsAFileOnce() {
        var facts = coBuilt()
                .lessons(2, "数学")
                .evidence("e1", "2.1", "数学-1", ProofKind.PICTURE, "same")
                .evidence("e2", "2.1", "数学-2", ProofKind.PICTURE, "same")
                .evidence("e3", "2.1", null, ProofKind.PICTURE, "other");
        assertThat(print(facts.of("2.1"))).contains("LESSON_PICTURE 2/1").endsWith("not e2: DUPLICATE");
    }

    @Test
    void doesNotCountForALessonThatDoesNot() {
        var facts = coBuilt()
                .lessons(1, "数学")
                .cancel("数学-1")
                .evidence("e1", null, "数学-1", ProofKind.PICTURE, "h1")
                .evidence("e2", "2.1", "nowhere", ProofKind.PICTURE, "h2");
        assertThat(print(facts.of("2.1")))
                .contains("LESSON_PICTURE 0/1")
                .endsWith("not 数学-1: CANCELLED, e1: ACTIVITY_NOT_COUNTED, e2: ACTIVITY_NOT_COUNTED");
    }

    @Test
    void keepsAGoodClaimOnAFileThatAlsoHangsOnACancelledLesson() {
        var facts = coBuilt()
                .lessons(2, "数学")
                .cancel("数学-1")
                .evidence("e1", null, "数学-1", ProofKind.PICTURE, "same")
                .evidence("e2", null, "数学-2", ProofKind.PICTURE, "same");
        assertThat(print(facts.of("2.1"))).contains("LESSON_PICTURE 1/1");
    }

    @Test
    void belongsToTheCriterionItNames() {
        var facts = coBuilt().lessons(1, "数学").evidence("e1", "2.2", "数学-1", ProofKind.PICTURE, "h");
        assertThat(print(facts.of("2.1"))).isEqualTo("LACKING | SUBJECTS 1/2, SYNCED_LESSON 1/20, LESSON_PICTURE 0/1");
        assertThat(print(facts.of("2.2"))).endsWith("not e1: ACTIVITY_NOT_COUNTED");
    }

    @Test
    void takesATableThatIsNotAskedForButNoFileInsteadOfAPicture() {
        var facts = coBuilt().file("table", "2.1", ProofKind.DOCUMENT);
        assertThat(print(facts.of("2.1"))).isEqualTo("LACKING | SUBJECTS 0/2, SYNCED_LESSON 0/20, LESSON_PICTURE 0/1");
        assertThat(facts.of("2.1").counted()).containsExactly(new FactRef(FactRef.Type.EVIDENCE, "table"));
    }

    @Test
    void isNeededForEachLessonWhereTheStandardSaysSo() {
        var standard = Standards.withPictures(Mode.CO_BUILT, DocumentAsked.Need.EACH);
        var facts = coBuilt()
                .lessons(3, "数学")
                .evidence("e1", null, "数学-1", ProofKind.PICTURE, "same")
                .evidence("e2", null, "数学-2", ProofKind.PICTURE, "same")
                .evidence("e3", "2.1", null, ProofKind.PICTURE, "whole");
        var result = facts.evaluate(standard, Facts.YEAR_END).find("2.1").orElseThrow();
        assertThat(print(result))
                .isEqualTo("LACKING | SUBJECTS 1/2, SYNCED_LESSON 1/20"
                        + " | not 数学-2: PROOF_MISSING, 数学-3: PROOF_MISSING, e2: DUPLICATE");
    }

    @Test
    void isNotWaitedForWhereTheStandardSaysSo() {
        var standard = Standards.withPictures(Mode.CO_BUILT, DocumentAsked.Need.NONE);
        var facts = coBuilt().lessons(10, "数学").lessons(10, "语文");
        assertThat(print(facts.evaluate(standard, Facts.YEAR_END).find("2.1").orElseThrow()))
                .isEqualTo("MET | SUBJECTS 2/2, SYNCED_LESSON 20/20");
    }

    @Test
    void leavesOutWhatIsForNoLessonAndNoCriterionHere() {
        var facts = coBuilt()
                .research(1, "ONLINE_RESEARCH")
                .evidence("research", null, "ONLINE_RESEARCH-1", ProofKind.PICTURE, "h1")
                .evidence("nothing", null, null, ProofKind.PICTURE, "h2")
                .evidence("unknown", null, "nowhere", ProofKind.PICTURE, "h3");
        assertThat(print(facts.of("2.1"))).isEqualTo("LACKING | SUBJECTS 0/2, SYNCED_LESSON 0/20, LESSON_PICTURE 0/1");
        assertThat(facts.of("2.1").counted()).isEmpty();
    }
}
