package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a community stands with the county, from what was last said and whether all is met. */
class ReviewTest {
    private static final Instant EARLIER = Instant.parse("2021-05-01T00:00:00Z");
    private static final Instant SAID = Instant.parse("2021-06-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2021-06-02T00:00:00.123456Z");
    private static final Instant NOW_AS_STORED = Instant.parse("2021-06-02T00:00:00.123Z");
    private static final Review WAITING = new Review(null, EARLIER, false);

    private static Review after(@Nullable Verdict verdict, boolean operating, Review before) {
        return Review.of(verdict, operating, before, NOW);
    }

    private static Verdict said(Verdict.Kind kind, @Nullable Instant waitingSince, boolean resubmitted) {
        return new Verdict(kind, SAID, waitingSince, resubmitted);
    }

    @Test
    void waitsOnceAllIsMet() {
        assertThat(after(null, false, Review.NONE)).isEqualTo(Review.NONE);
        assertThat(after(null, true, Review.NONE)).isEqualTo(new Review(null, NOW_AS_STORED, false));
    }

    @Test
    void keepsItsPlaceWhileItWaits() {
        assertThat(after(null, true, WAITING)).isEqualTo(WAITING);
        assertThat(after(null, false, WAITING)).isEqualTo(Review.NONE);
    }

    @Test
    void staysVerifiedWhenACriterionFalls() {
        var passed = said(Verdict.Kind.PASSED, null, false);
        assertThat(after(passed, true, WAITING)).isEqualTo(new Review(SAID, null, false));
        assertThat(after(passed, false, Review.NONE)).isEqualTo(new Review(SAID, null, false));
    }

    @Test
    void waitsNoMoreWhenSentBackUntilSubmittedAgain() {
        assertThat(after(said(Verdict.Kind.SENT_BACK, null, false), true, WAITING))
                .isEqualTo(Review.NONE);
        var again = said(Verdict.Kind.RESUBMITTED, SAID, true);
        assertThat(after(again, true, Review.NONE)).isEqualTo(new Review(null, SAID, true));
        assertThat(after(again, false, Review.NONE)).isEqualTo(Review.NONE);
    }

    @Test
    void takesItsOldPlaceWhenWhatWasSaidIsTakenBack() {
        assertThat(after(said(Verdict.Kind.WITHDRAWN, EARLIER, false), true, Review.NONE))
                .isEqualTo(WAITING);
    }

    @Test
    void isSubmittedAgainBeforeAllOthersAndTheLongestWaitingFirst() {
        assertThat(new Review(null, SAID, true).queueKey()).isLessThan(new Review(null, EARLIER, false).queueKey());
        assertThat(WAITING.queueKey()).isLessThan(new Review(null, SAID, false).queueKey());
        assertThat(Review.NONE.queueKey()).isNull();
    }
}
