package org.tongke.backend.file.inspection;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** How a picture is stored, in the order of the EXIF codes 1 to 8: the names say what must be done to see it upright. */
enum Orientation {
    UPRIGHT,
    MIRROR,
    TURN_HALF,
    FLIP,
    TRANSPOSE,
    TURN_RIGHT,
    TRANSVERSE,
    TURN_LEFT;

    /** The orientation of an EXIF code; upright for codes that do not exist. */
    static Orientation of(int code) {
        return code >= 1 && code <= 8 ? values()[code - 1] : UPRIGHT;
    }

    /** Whether the upright picture is as wide as the stored one is high. */
    boolean swapsSides() {
        return ordinal() >= TRANSPOSE.ordinal();
    }

    /** Returns the picture upright; both of {@link BufferedImage#TYPE_INT_RGB}. */
    BufferedImage upright(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        var right = stored.getWidth() - 1;
        var bottom = stored.getHeight() - 1;
        var width = swapsSides() ? stored.getHeight() : stored.getWidth();
        var height = swapsSides() ? stored.getWidth() : stored.getHeight();
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var from = pixels(stored);
        var to = pixels(upright);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var column = switch (this) {
                    case UPRIGHT, FLIP -> x;
                    case MIRROR, TURN_HALF -> right - x;
                    case TRANSPOSE, TURN_RIGHT -> y;
                    case TRANSVERSE, TURN_LEFT -> right - y;
                };
                var row = switch (this) {
                    case UPRIGHT, MIRROR -> y;
                    case FLIP, TURN_HALF -> bottom - y;
                    case TRANSPOSE, TURN_LEFT -> x;
                    case TRANSVERSE, TURN_RIGHT -> bottom - x;
                };
                to[y * width + x] = from[row * (right + 1) + column];
            }
        }
        return upright;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
