package org.tongke.backend.activity;

/**
 * A value that only activities of one kind have.
 *
 * @param code name of the attribute in the kind's schema
 * @param value a String, Long, Double or Boolean
 */
public record ActivityAttribute(String code, Object value) {

    public ActivityAttribute {
        if (!(value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean)) {
            throw new IllegalArgumentException("not a value of an attribute: " + value.getClass());
        }
    }
}
