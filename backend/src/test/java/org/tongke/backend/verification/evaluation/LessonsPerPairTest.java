package org.tongke.backend.verification.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.evaluation.Facts.CORE;
import static org.tongke.backend.verification.evaluation.Facts.MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.SECOND_MEMBER;
import static org.tongke.backend.verification.evaluation.Facts.at;
import static org.tongke.backend.verification.evaluation.Facts.print;

import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;

class LessonsPerPairTest {

    @Test
    void areCountedForEachMemberThatSharesThemWithTheCoreSchool() {
        var facts = Facts.coBuilt(MEMBER, SECOND_MEMBER)
                .lesson("all", "数学", at("2021-03-01T09:00:00"), CORE, MEMBER, SECOND_MEMBER)
                .lesson("one", "语文", at("2021-03-02T09:00:00"), CORE, MEMBER)
                .file("photo", "2.1", ProofKind.PICTURE);
        var result = facts.evaluate(Standards.countedPerPair(Mode.CO_BUILT), Facts.YEAR_END)
                .find("2.1")
                .orElseThrow();
        assertThat(print(result))
                .isEqualTo("LACKING | SUBJECTS(山村小学) 2/2, SYNCED_LESSON(山村小学) 2/20,"
                        + " SUBJECTS(河边小学) 1/2, SYNCED_LESSON(河边小学) 1/20, LESSON_PICTURE 1/1");
        assertThat(result.missing())
                .containsExactly(
                        new Missing.Activities("SYNCED_LESSON", 18, MEMBER),
                        new Missing.Subjects("SYNCED_LESSON", 1, SECOND_MEMBER),
                        new Missing.Activities("SYNCED_LESSON", 19, SECOND_MEMBER));
    }
}
