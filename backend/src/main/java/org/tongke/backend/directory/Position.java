package org.tongke.backend.directory;

/**
 * Where something stands.
 *
 * @param latitude degrees north, 3 to 54
 * @param longitude degrees east, 73 to 136
 * @param datum what the two are measured against
 */
public record Position(double latitude, double longitude, Datum datum) {
    static final int SOUTH = 3;
    static final int NORTH = 54;
    static final int WEST = 73;
    static final int EAST = 136;
    /** A longitude that is in China, to judge a latitude alone. */
    static final double ANY_LONGITUDE = 120;

    public Position {
        if (!isInChina(latitude, longitude)) {
            throw new IllegalArgumentException("not in China: " + latitude + ", " + longitude);
        }
    }

    /** Whether two figures can be a place in China; two that were taken for each other never are. */
    public static boolean isInChina(double latitude, double longitude) {
        return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
    }

    /** In a line, for the history and for tables. */
    public String line() {
        return latitude + ", " + longitude + " " + datum;
    }
}
