package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.coBuilt;
import static org.tongke.backend.verification.evaluation.Facts.print;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.backend.community.programme.ProofKind;

class ResearchTest {

    @ParameterizedTest
    @CsvSource({"7,4,LACKING", "8,3,LACKING", "8,4,MET", "9,5,MET"})
    void needsEightTimesOnlineAndFourTimesOffline(int online, int offline, CriterionResult.State expected) {
        assertThat(proven(coBuilt().research(online, "ONLINE_RESEARCH").research(offline, "OFFLINE_RESEARCH"))
                        .of("2.2")
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void needsAPictureOfTheOneAndATextOfTheOther() {
        var facts = coBuilt().research(8, "ONLINE_RESEARCH").research(4, "OFFLINE_RESEARCH");
        assertThat(print(facts.of("2.2")))
                .isEqualTo("LACKING | ONLINE_RESEARCH 8/8, ONLINE_RESEARCH_PICTURE 0/1,"
                        + " OFFLINE_RESEARCH 4/4, RESEARCH_TEXT 0/1");
        assertThat(print(proven(facts).of("2.2"))).startsWith("MET");
    }

    @Test
    void takesNoPictureOfOfflineResearchForOneOfOnlineResearch() {
        var facts = coBuilt()
                .research(1, "OFFLINE_RESEARCH")
                .evidence("photo", null, "OFFLINE_RESEARCH-1", ProofKind.PICTURE, "h");
        assertThat(print(facts.of("2.2")))
                .contains("ONLINE_RESEARCH_PICTURE 0/1")
                .endsWith("not photo: WRONG_KIND");
    }

    private static Facts proven(Facts facts) {
        return facts.evidence("photo", null, "ONLINE_RESEARCH-1", ProofKind.PICTURE, "h1")
                .file("minutes", "2.2", ProofKind.DOCUMENT);
    }
}
