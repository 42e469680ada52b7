package org.tongke.backend.verification.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.Verdict;

/**
 * All that was said of a community in a programme, as far as the next decision needs it; the rest stands in {@link DecisionStore}.
 *
 * @param latest the latest decision
 * @param judgement the latest decision that passed it or sent it back and still holds, which may be the latest one; null if there is none
 * @param before the judgement that held before that one; null if there was none
 * @param verdict what progress is told
 */
record Said(
        Decision latest,
        @Nullable Decision judgement,
        @Nullable Decision before,
        Verdict verdict) {

    long revision() {
        return latest.revision();
    }

    /** What holds after one more decision. */
    static Said after(@Nullable Said said, Decision next) {
        var judgement = said == null ? null : said.judgement;
        var before = said == null ? null : said.before;
        return switch (next.kind()) {
            case PASSED, SENT_BACK -> new Said(next, next, judgement, new Verdict(next.kind(), next.at(), null, false));
            case RESUBMITTED -> new Said(next, judgement, before, new Verdict(next.kind(), next.at(), next.at(), true));
            // what is taken back leaves the community where it was
            case WITHDRAWN -> new Said(next, before, null, restored(next, judgement));
        };
    }

    private static Verdict restored(Decision next, @Nullable Decision withdrawn) {
        var seen = withdrawn == null ? null : withdrawn.seen();
        return seen == null
                ? new Verdict(next.kind(), next.at(), next.at(), false)
                : new Verdict(
                        next.kind(),
                        next.at(),
                        Objects.requireNonNullElse(seen.review().waitingSince(), next.at()),
                        seen.review().resubmitted());
    }
}
