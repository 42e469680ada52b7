package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import java.util.Optional;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Recommendation;

/** What became of a recommendation. */
final class StateLine {
    private StateLine() {}

    static StateBadge badge(Recommendation recommendation) {
        return new StateBadge(PushWords.state(recommendation.getState()), PushWords.badge(recommendation.getState()));
    }

    /** What the centre said last; empty as long as it said nothing. */
    static Optional<String> decision(Recommendation recommendation) {
        var decision = recommendation.getDecision();
        if (decision == null || decision.getBy().isEmpty()) {
            return Optional.empty();
        }
        var day = Formats.day(decision.getAt());
        return Optional.of(
                decision.getReason() == null
                        ? text("push.recommendation.decided", decision.getBy(), day)
                        : text("push.recommendation.decided.why", decision.getBy(), day, decision.getReason()));
    }
}
