package org.tongke.backend.verification.graphql;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.SentBackItem;

/** The type {@code SentBackItem} of the schema: with the finding that it belongs to. */
record ItemAnswer(Finding finding, SentBackItem item) {

    /** Raw id of the thing that is meant, if it is of this type. */
    @Nullable
    String idOf(FactRef.Type type) {
        var fact = item.fact();
        return fact == null || fact.fact().type() != type ? null : fact.fact().id();
    }
}
