package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.coBuilt;
import static org.tongke.backend.verification.evaluation.Facts.merged;
import static org.tongke.backend.verification.evaluation.Facts.print;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.backend.community.programme.ProofKind;

class DocumentsTest {

    @ParameterizedTest
    @CsvSource({"1.1,APPROVAL", "1.2,ASSESSMENT_PLAN"})
    void areNeededAsPdf(String criterion, String document) {
        assertThat(print(coBuilt().of(criterion))).isEqualTo("LACKING | " + document + " 0/1");
        assertThat(print(coBuilt().file("p", criterion, ProofKind.PDF).of(criterion)))
                .isEqualTo("MET | " + document + " 1/1");
        assertThat(print(coBuilt().file("photo", criterion, ProofKind.PICTURE).of(criterion)))
                .isEqualTo("LACKING | " + document + " 0/1 | not photo: WRONG_KIND");
    }

    @Test
    void countForTheirOwnCriterionOnly() {
        assertThat(print(coBuilt().file("p", "1.1", ProofKind.PDF).of("1.2")))
                .isEqualTo("LACKING | ASSESSMENT_PLAN 0/1");
    }

    @Test
    void countOnce() {
        var facts = coBuilt()
                .evidence("a", "1.1", null, ProofKind.PDF, "same")
                .evidence("b", "1.1", null, ProofKind.PDF, "same");
        assertThat(print(facts.of("1.1"))).isEqualTo("MET | APPROVAL 1/1 | not b: DUPLICATE");
    }

    @Test
    void showTheFreeMovementOfTeachersInAMergedCommunity() {
        assertThat(print(merged().of("2.3"))).isEqualTo("LACKING | EXCHANGE_LIST 0/1");
        assertThat(print(merged().file("list", "2.3", ProofKind.DOCUMENT).of("2.3")))
                .isEqualTo("MET | EXCHANGE_LIST 1/1");
    }
}
