package org.tongke.backend.activity;

/**
 * Names an activity for ever.
 *
 * @param supplier raw id of the supplier, without a colon
 * @param externalId the supplier's id of it
 */
public record ActivityKey(String supplier, String externalId) {
    /** Stands for the schools themselves, where other activities have an outside supplier. */
    public static final String HAND = "hand";

    public ActivityKey {
        if (supplier.isEmpty() || supplier.indexOf(':') >= 0 || externalId.isEmpty()) {
            throw new IllegalArgumentException("not a key: " + supplier + ":" + externalId);
        }
    }

    /** Whether a school entered it. */
    public boolean isByHand() {
        return supplier.equals(HAND);
    }

    /** Raw id of the activity. */
    public String id() {
        return supplier + ":" + externalId;
    }

    /** The key behind a raw id. */
    public static ActivityKey of(String id) {
        var colon = id.indexOf(':');
        return new ActivityKey(id.substring(0, colon), id.substring(colon + 1));
    }
}
