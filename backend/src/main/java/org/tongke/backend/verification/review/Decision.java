package org.tongke.backend.verification.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.verification.Verdict;

/**
 * Something that was said of a community between its county and its schools. Nothing that was said is ever changed: what is taken back
 * is followed by a decision that says so.
 *
 * @param id the client's id of it
 * @param kind what was said
 * @param revision the finding's revision that it made
 * @param by who said it
 * @param at when
 * @param reason why, or a note of the schools; null if nothing was given
 * @param items what is to be mended; empty unless it was sent back
 * @param seen what stood before the reviewer; null where nothing was judged
 */
public record Decision(
        String id,
        Verdict.Kind kind,
        long revision,
        Origin by,
        Instant at,
        @Nullable String reason,
        List<SentBackItem> items,
        @Nullable Seen seen) {
    public Decision {
        items = List.copyOf(items);
    }
}
