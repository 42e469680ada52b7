package org.tongke.backend.file.inspection;

/**
 * Where a photo was taken, as its camera wrote it (WGS 84).
 *
 * @param latitude degrees, −90 to 90, north positive
 * @param longitude degrees, −180 to 180, east positive
 */
public record Position(double latitude, double longitude) {

    public Position {
        // Written so that NaN fails, too.
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }
}
