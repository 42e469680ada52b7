package org.tongke.backend.verification.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.Review;

/**
 * What stood before a reviewer when a decision was taken. It is kept with the decision, because facts go on changing and standards are
 * put right.
 *
 * @param mode how the community's schools belonged together: it decides what is asked
 * @param at when this was so
 * @param review how the community stood with the county before the decision
 * @param criteria the standard's criteria with figures that were asked and there, and the facts that were looked at
 * @param files the evidence
 */
public record Seen(Mode mode, Instant at, Review review, List<Criterion> criteria, List<SeenFile> files) {
    public Seen {
        criteria = List.copyOf(criteria);
        files = List.copyOf(files);
    }

    /**
     * A criterion.
     *
     * @param name as the standard named it
     * @param stood how the community stood
     */
    public record Criterion(Wording name, CriterionProgress stood) {}

    /** The criterion with a number. */
    public Optional<Criterion> find(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.stood().code().equals(code))
                .findFirst();
    }

    List<CriterionProgress> stood() {
        return criteria.stream().map(Criterion::stood).toList();
    }
}
