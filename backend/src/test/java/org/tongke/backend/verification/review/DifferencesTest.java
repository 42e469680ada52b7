package org.tongke.backend.verification.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.Review;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Rejected.Reason;

/** What has changed since a community was judged. */
class DifferencesTest {
    private static final Instant AT = Instant.parse("2021-06-01T00:00:00Z");

    private static ProgressFact fact(String id, @Nullable Reason reason) {
        return new ProgressFact(new FactRef(FactRef.Type.ACTIVITY, id), id, null, AT, reason);
    }

    private static CriterionProgress criterion(String code, int lessons, List<ProgressFact> facts) {
        var measure = new Measure(Measure.Quantity.ACTIVITIES, "SYNCED_LESSON", null, 20, lessons);
        return new CriterionProgress(code, State.MET, List.of(measure), List.of(), facts);
    }

    private static String print(List<CriterionProgress> before, List<CriterionProgress> after) {
        var seen = new Seen(
                Mode.MERGED,
                AT,
                Review.NONE,
                before.stream()
                        .map(stood -> new Seen.Criterion(new Wording("名", "name"), stood))
                        .toList(),
                List.of());
        return Differences.between(seen, after).stream()
                .map(DifferencesTest::print)
                .collect(Collectors.joining("; "));
    }

    private static String print(CriterionChange change) {
        var figures = change.figures().stream().map(figure -> number(figure.before()) + "→" + number(figure.after()));
        var facts = change.facts().stream()
                .map(fact -> fact.kind() + " " + fact.fact().name());
        return change.code() + " " + Stream.concat(figures, facts).collect(Collectors.joining(", "));
    }

    private static String number(@Nullable Measure measure) {
        return measure == null ? "-" : String.valueOf(measure.present());
    }

    @Test
    void areNoneWhereNothingHasChanged() {
        var same = List.of(criterion("2.1", 20, List.of(fact("a", null))));
        assertThat(print(same, same)).isEmpty();
    }

    @Test
    void tellWhatCameWentCountsNowAndCountsNoMore() {
        var before = List.of(
                criterion("1.1", 1, List.of()),
                criterion(
                        "2.1",
                        20,
                        List.of(fact("gone", null), fact("cancelled", null), fact("mended", Reason.PROOF_MISSING))));
        var after = List.of(
                criterion("1.1", 1, List.of()),
                criterion(
                        "2.1",
                        19,
                        List.of(fact("new", null), fact("cancelled", Reason.CANCELLED), fact("mended", null))));
        assertThat(print(before, after))
                .isEqualTo("2.1 20→19, ADDED new, COUNTS_NO_MORE cancelled, COUNTS_NOW mended, REMOVED gone");
    }

    @Test
    void tellACriterionThatIsAskedNoMore() {
        assertThat(print(List.of(criterion("2.1", 20, List.of())), List.of())).isEqualTo("2.1 20→-");
    }

    /** Of a hundred and one facts the oldest is not kept; it is there all the same. */
    @Test
    void takeNoFactForGoneThatIsOnlyTooOldToBeKept() {
        var facts = new ArrayList<ProgressFact>();
        IntStream.range(0, CriterionProgress.MOST_FACTS)
                .forEach(number -> facts.add(new ProgressFact(
                        new FactRef(FactRef.Type.ACTIVITY, "n" + number),
                        "n" + number,
                        null,
                        AT.minusSeconds(number),
                        null)));
        var newer = new ArrayList<>(facts);
        newer.removeLast();
        newer.addFirst(
                new ProgressFact(new FactRef(FactRef.Type.ACTIVITY, "new"), "new", null, AT.plusSeconds(1), null));
        assertThat(print(List.of(criterion("2.1", 100, facts)), List.of(criterion("2.1", 101, newer))))
                .isEqualTo("2.1 100→101, ADDED new");
    }
}
