package org.tongke.backend.verification.evaluation;

import java.util.Comparator;

/** Names a fact of a community. */
public record FactRef(Type type, String id) implements Comparable<FactRef> {

    /** What a fact is. */
    public enum Type {
        ACTIVITY,
        EVIDENCE,
        EXCHANGE
    }

    static FactRef of(ActivityFact activity) {
        return new FactRef(Type.ACTIVITY, activity.id());
    }

    static FactRef of(EvidenceFact evidence) {
        return new FactRef(Type.EVIDENCE, evidence.id());
    }

    static FactRef of(ExchangeFact exchange) {
        return new FactRef(Type.EXCHANGE, exchange.id());
    }

    @Override
    public int compareTo(FactRef other) {
        return Comparator.comparing(FactRef::type).thenComparing(FactRef::id).compare(this, other);
    }
}
