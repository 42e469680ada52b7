package org.tongke.backend.verification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recomputes all progress every six hours, as a check on the keeper: {@code tongke.progress.mended} counts what it had to mend and
 * must stay 0. (It counts once, rightly, after a release that changes a standard.) It goes in steps, so that the keeper is never
 * held up for long. What differs is looked at again after a minute and counts only if nobody has written it by then, since a change
 * may be on its way.
 */
@Component
class ProgressSweep {
    static final Duration EVERY = Duration.ofHours(6);
    static final Duration FIRST_AFTER = Duration.ofMinutes(10);
    static final Duration GRACE = Duration.ofMinutes(1);

    private final Recomputation recomputation;
    private final FactSource facts;
    private final Clock clock;
    private final Counter mended;

    private Instant nextAt;
    private Pass pass = new Pass();

    ProgressSweep(Recomputation recomputation, FactSource facts, Clock clock, MeterRegistry metrics) {
        this.recomputation = recomputation;
        this.facts = facts;
        this.clock = clock;
        mended = Counter.builder("tongke.progress.mended")
                .description("Progress that the sweep had to mend; must stay 0")
                .register(metrics);
        nextAt = clock.instant().plus(FIRST_AFTER);
    }

    /** Sweeps everything at once. To be called when nothing is being written: what is on its way counts as mended. */
    synchronized int sweep() {
        var everything = new Pass();
        while (!everything.looked) {
            everything.look();
        }
        return everything.mend();
    }

    /** Does the next step, if its time has come. */
    synchronized void step() {
        var now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        if (pass.looked) {
            pass.mend();
            pass = new Pass();
            nextAt = now.plus(EVERY);
        } else {
            pass.look();
            nextAt = pass.looked ? now.plus(GRACE) : now;
        }
    }

    /** One way through all communities. */
    private final class Pass {
        private final Map<ProgressId, Long> drifted = new HashMap<>();
        private @Nullable String after;
        private boolean looked;

        void look() {
            var page = facts.list(after);
            drifted.putAll(recomputation.findDrifted(
                    page.edges().stream().map(edge -> edge.node().id()).toList()));
            after = page.pageInfo().endCursor();
            looked = !page.pageInfo().hasNextPage();
        }

        int mend() {
            var news = recomputation.recompute(
                    drifted.keySet().stream().map(ProgressId::communityId).collect(Collectors.toSet()));
            // what stands one revision behind what was found wrong was written by this and nobody else
            var count = (int) drifted.entrySet().stream()
                    .filter(wrong -> Long.valueOf(wrong.getValue() + 1).equals(news.get(wrong.getKey())))
                    .count();
            mended.increment(count);
            return count;
        }
    }
}
