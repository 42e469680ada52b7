package org.tongke.backend.file.inspection;

/**
 * How much one file may ask for. One inspection of a picture uses at most about
 * {@code maxSizeBytes + 2 × maxRasterBytes + maxHeldBytes} of memory;
 * a picture that would need more is read with fewer pixels, or refused.
 *
 * @param maxSizeBytes size of the file as uploaded
 * @param maxPixels width × height of any picture
 * @param maxRasterBytes the decoded picture; larger ones are subsampled while they are decoded
 * @param maxHeldBytes what a decoder must keep beside the raster for formats that cannot be read row by row (progressive
 *     JPEG, lossless WebP); refused above
 * @param maxPages pages of a document
 */
public record Limits(long maxSizeBytes, long maxPixels, long maxRasterBytes, long maxHeldBytes, int maxPages) {

    private static final long MEGABYTE = 1L << 20;

    /** 25 MB, 100 megapixels, 64 MB of raster, 96 MB beside it, 1,000 pages: a 50-megapixel phone photo passes. */
    public static final Limits USUAL = new Limits(25 * MEGABYTE, 100_000_000, 64 * MEGABYTE, 96 * MEGABYTE, 1_000);

    /** What any single pixel needs, so that subsampling comes to an end. */
    private static final int LEAST_RASTER_BYTES = 64;

    public Limits {
        if (maxSizeBytes < 1 || maxPixels < 1 || maxHeldBytes < 1 || maxPages < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
        if (maxRasterBytes < LEAST_RASTER_BYTES) {
            throw new IllegalArgumentException("a raster needs " + LEAST_RASTER_BYTES + " bytes");
        }
    }
}
