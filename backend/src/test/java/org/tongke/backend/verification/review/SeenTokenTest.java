package org.tongke.backend.verification.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;

/** What a reviewer saw, as a short text, and what it says of what has changed since. */
class SeenTokenTest {
    private static final Instant AT = Instant.parse("2021-06-01T00:00:00Z");

    private static CriterionProgress criterion(String code, int lessons, String... facts) {
        return new CriterionProgress(
                code,
                State.MET,
                List.of(new Measure(Measure.Quantity.ACTIVITIES, "SYNCED_LESSON", null, 20, lessons)),
                List.of(),
                List.of(facts).stream()
                        .map(id -> new ProgressFact(new FactRef(FactRef.Type.ACTIVITY, id), id, null, AT, null))
                        .toList());
    }

    private static SeenFile file(String evidence, String criterion, String hash) {
        return new SeenFile(evidence, criterion, null, "file", hash, "a.jpg", "张老师", "zhang", AT);
    }

    private static List<SeenToken.Difference> since(SeenToken before, SeenToken now) {
        return SeenToken.decode(before.encode()).orElseThrow().until(now);
    }

    @Test
    void findsNothingWhereNothingHasChanged() {
        var token = SeenToken.of(
                List.of(criterion("1.1", 1), criterion("2.1", 20, "a", "b")), List.of(file("e", "2.1", "h")));
        assertThat(since(token, token)).isEmpty();
        assertThat(token.encode()).hasSizeLessThan(200);
    }

    @Test
    void tellsTheFiguresOfWhatHasChanged() {
        var before = SeenToken.of(List.of(criterion("1.1", 1), criterion("2.1", 20, "a", "b")), List.of());
        var now = SeenToken.of(List.of(criterion("1.1", 1), criterion("2.1", 19, "a")), List.of());
        assertThat(since(before, now)).containsExactly(new SeenToken.Difference("2.1", "20", "19"));
    }

    @Test
    void noticesAnotherFileOrFactBehindTheSameFigures() {
        var criteria = List.of(criterion("2.1", 20, "a"));
        var before = SeenToken.of(criteria, List.of(file("e", "2.1", "h")));
        assertThat(since(before, SeenToken.of(criteria, List.of(file("other", "2.1", "h")))))
                .hasSize(1);
        assertThat(since(before, SeenToken.of(criteria, List.of(file("e", "2.1", "other")))))
                .hasSize(1);
        assertThat(since(before, SeenToken.of(List.of(criterion("2.1", 20, "b")), List.of(file("e", "2.1", "h")))))
                .hasSize(1);
    }

    @Test
    void isNothingThatIsNoToken() {
        assertThat(SeenToken.decode("nonsense")).isEmpty();
        assertThat(SeenToken.decode("###")).isEmpty();
        assertThat(SeenToken.decode("")).isEmpty();
    }
}
