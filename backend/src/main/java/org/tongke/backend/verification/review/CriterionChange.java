package org.tongke.backend.verification.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.evaluation.Measure;

/**
 * What is otherwise at a criterion than it was when the community was last judged.
 *
 * @param code number of the criterion
 * @param figures figures that are others now
 * @param facts facts that came, went, count now or count no more
 */
public record CriterionChange(String code, List<Figure> figures, List<Fact> facts) {
    public CriterionChange {
        figures = List.copyOf(figures);
        facts = List.copyOf(facts);
    }

    /**
     * A figure.
     *
     * @param before as it was; null if it was not asked
     * @param after as it is; null if it is asked no more
     */
    public record Figure(@Nullable Measure before, @Nullable Measure after) {

        /** The figure itself. */
        public Measure either() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    /**
     * A fact.
     *
     * @param kind what became of it
     * @param fact as it is; as it was, if it is gone
     */
    public record Fact(Kind kind, ProgressFact fact) {}

    /** What became of a fact. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone: withdrawn, replaced, moved away or deleted. */
        REMOVED,
        /** It counts now and did not. */
        COUNTS_NOW,
        /** It counted and does no more. */
        COUNTS_NO_MORE
    }

    /** Whether it is about an activity: itself, or a file that shows it. */
    boolean isAbout(String activityId, List<SeenFile> files) {
        return facts.stream()
                .map(change -> change.fact().fact().id())
                .anyMatch(id -> id.equals(activityId)
                        || files.stream()
                                .anyMatch(
                                        file -> file.evidenceId().equals(id) && activityId.equals(file.activityId())));
    }
}
