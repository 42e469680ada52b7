package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.verification.deadline.Pace;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Missing;
import org.tongke.backend.verification.evaluation.Rejected;

class ProgressDocumentTest {

    @Test
    void readsBackWhateverIsWritten() {
        var at = FactsInHand.at("2021-04-01T09:00:00");
        var asked = new DocumentAsked(
                "TEXT",
                Set.of(ProofKind.PDF, ProofKind.DOCUMENT),
                DocumentAsked.Need.ANY,
                new Wording("文本佐证", "written evidence"));
        var criterion = new CriterionProgress(
                "2.1",
                State.LACKING,
                List.of(
                        new Measure(Measure.Quantity.SUBJECTS, "SYNCED_LESSON", "member", 2, 1),
                        new Measure(Measure.Quantity.MEMBERS, "", null, 3, 1)),
                List.of(
                        new Missing.Subjects("SYNCED_LESSON", 1, "member"),
                        new Missing.Activities("SYNCED_LESSON", 3, null),
                        new Missing.Document(asked, 1),
                        new Missing.Members(List.of("one", "two"))),
                List.of(
                        new ProgressFact(
                                new FactRef(FactRef.Type.ACTIVITY, "supplier:1"), "分数", "MATHEMATICS", at, null),
                        new ProgressFact(
                                new FactRef(FactRef.Type.EVIDENCE, "e"),
                                "照片.jpg",
                                null,
                                at,
                                Rejected.Reason.DUPLICATE)));
        var progress = new CommunityProgress(
                FactsInHand.idOf("with:colon"),
                Mode.CO_BUILT,
                "330382",
                3,
                List.of(criterion),
                List.of(new Pace("SYNCED_LESSON", 3, 20, at), new Pace("ONLINE_RESEARCH", 0, 8, null)),
                new Review(at, at.plusSeconds(1), true),
                at,
                "98 name",
                List.of("region:330382", "school:one"),
                null);
        var stored =
                ProgressDocument.write(progress).append("_id", progress.id().raw());
        assertThat(ProgressDocument.read(stored)).isEqualTo(progress);
        assertThat(ProgressDocument.readStanding(stored)).isEqualTo(progress.standing());
    }
}
