package org.tongke.backend.timetable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What an account has entered of its own.
 *
 * @param plans in the order in which they were entered; at most {@value #MOST}
 * @param removed ids of the last ones that were removed, the last one first: a phone may still send one of them again
 */
record OwnPlans(List<OwnPlan> plans, List<String> removed) {
    static final int MOST = 200;
    static final int MOST_REMOVED = 200;
    static final OwnPlans NONE = new OwnPlans(List.of(), List.of());

    OwnPlans {
        plans = List.copyOf(plans);
        removed = List.copyOf(removed);
    }

    Optional<OwnPlan> find(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /**
     * With one more. One that stands there already stays as it is: so a request that is sent again undoes no edit.
     *
     * @throws RefusedException ID_REUSED, NOT_FOUND, TIMETABLE_FULL
     */
    OwnPlans enter(OwnPlan plan) {
        var there = find(plan.id());
        if (there.isPresent()) {
            if (there.get().revision() == 1 && !there.get().saysWhat(plan)) {
                throw refused(ErrorCode.ID_REUSED, "id");
            }
            return this;
        }
        if (removed.contains(plan.id())) {
            throw refused(ErrorCode.NOT_FOUND, "id");
        }
        if (plans.size() >= MOST) {
            throw new RefusedException(Refusal.of(ErrorCode.TIMETABLE_FULL, List.of("id"), MOST));
        }
        return new OwnPlans(Stream.concat(plans.stream(), Stream.of(plan)).toList(), removed);
    }

    /**
     * With one that says something else.
     *
     * @throws RefusedException NOT_FOUND, REVISION_STALE
     */
    OwnPlans edit(OwnPlan said, long expectedRevision) {
        var there = find(said.id()).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "id"));
        if (there.saysWhat(said)) {
            return this;
        }
        if (there.revision() != expectedRevision) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        var after = said.withRevision(there.revision() + 1);
        return new OwnPlans(
                plans.stream().map(plan -> plan == there ? after : plan).toList(), removed);
    }

    /** Without one. */
    OwnPlans remove(String id) {
        if (find(id).isEmpty()) {
            return this;
        }
        return new OwnPlans(
                plans.stream().filter(plan -> !plan.id().equals(id)).toList(),
                Stream.concat(Stream.of(id), removed.stream())
                        .limit(MOST_REMOVED)
                        .toList());
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
