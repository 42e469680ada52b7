package org.tongke.backend.verification.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.Measure.Quantity;

/** Gathers what a rule finds and turns it into the result. A criterion is met when nothing is missing. */
final class Answer {

    private final List<Measure> measures = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final SortedSet<FactRef> counted = new TreeSet<>();
    private final SortedSet<Rejected> rejected = new TreeSet<>();

    void subjects(String activityKind, @Nullable String pairedWith, int needed, int present) {
        int shortBy = measure(Quantity.SUBJECTS, activityKind, pairedWith, needed, present);
        if (shortBy > 0) {
            missing.add(new Missing.Subjects(activityKind, shortBy, pairedWith));
        }
    }

    void activities(String activityKind, @Nullable String pairedWith, int needed, int present) {
        int shortBy = measure(Quantity.ACTIVITIES, activityKind, pairedWith, needed, present);
        if (shortBy > 0) {
            missing.add(new Missing.Activities(activityKind, shortBy, pairedWith));
        }
    }

    /** One file is needed where the criterion waits for any; for each activity the activities themselves are counted or not. */
    void document(DocumentAsked document, int present) {
        if (document.need() == DocumentAsked.Need.ANY
                && measure(Quantity.DOCUMENTS, document.code(), null, 1, present) > 0) {
            missing.add(new Missing.Document(document, 1));
        }
    }

    void members(int needed, List<String> uncovered) {
        if (measure(Quantity.MEMBERS, "", null, needed, needed - uncovered.size()) > 0) {
            missing.add(new Missing.Members(uncovered));
        }
    }

    void counted(FactRef fact) {
        counted.add(fact);
    }

    void rejected(FactRef fact, Rejected.Reason reason) {
        rejected.add(new Rejected(fact, reason));
    }

    CriterionResult result(Question question) {
        return new CriterionResult(
                question.criterion().id(),
                missing.isEmpty() ? State.MET : State.LACKING,
                measures,
                missing,
                List.copyOf(counted),
                List.copyOf(rejected));
    }

    private int measure(Quantity of, String code, @Nullable String pairedWith, int needed, int present) {
        var measure = new Measure(of, code, pairedWith, needed, present);
        measures.add(measure);
        return measure.shortBy();
    }
}
