package org.tongke.backend.base.who;

/**
 * A region or school as it stands in {@code places} of documents and in grants, as in {@code region:330382} or
 * {@code school:330382-0001}.
 */
public record PlaceKey(String value) {
    private static final String REGION = "region:";
    private static final String SCHOOL = "school:";

    public PlaceKey {
        if (!value.startsWith(REGION) && !value.startsWith(SCHOOL)) {
            throw new IllegalArgumentException("not a place: " + value);
        }
    }

    /** The key of the region with a division code. */
    public static PlaceKey region(String code) {
        return new PlaceKey(REGION + code);
    }

    /** The key of the school with a raw id. */
    public static PlaceKey school(String id) {
        return new PlaceKey(SCHOOL + id);
    }

    /** Whether the place is a region, not a school. */
    public boolean isRegion() {
        return value.startsWith(REGION);
    }

    /** The region's code or the school's raw id. */
    public String raw() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
