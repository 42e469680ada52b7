package org.tongke.backend.base.who;

import java.util.Set;

/** What a token lets its account do at most. The table of who may do what still decides whether the account may. */
public enum Limit {
    /** All that the account may. */
    NONE,
    /** Ask, but change nothing. */
    READ,
    /** Report activities, and nothing else. */
    SYNC;

    private static final Set<String> REPORTING = Set.of("Mutation.syncActivities", "Query.viewer");

    /** Whether a token with this limit may use a field of the table, as in {@code Query.schools}. */
    public boolean allows(String field) {
        return switch (this) {
            case NONE -> true;
            case READ -> !field.startsWith("Mutation.");
            case SYNC -> REPORTING.contains(field);
        };
    }
}
