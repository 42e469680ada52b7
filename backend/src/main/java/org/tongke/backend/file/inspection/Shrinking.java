package org.tongke.backend.file.inspection;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller without losing thin lines. */
final class Shrinking {

    private Shrinking() {}

    /**
     * The picture on white, as {@link BufferedImage#TYPE_INT_RGB}, its long side at most {@code maxLongSide} pixels; never
     * enlarged.
     */
    static BufferedImage flat(BufferedImage picture, int maxLongSide) {
        var longSide = Math.max(picture.getWidth(), picture.getHeight());
        var scale = Math.min(1.0, (double) maxLongSide / longSide);
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var current = picture;
        // Bilinear scaling looks at four pixels: exact for a half, but it drops pixels below. So by halves as far as
        // they go.
        while (Math.max(current.getWidth(), current.getHeight()) >= 2 * maxLongSide) {
            current = drawn(current, Math.max(1, current.getWidth() / 2), Math.max(1, current.getHeight() / 2));
        }
        var fits = current.getWidth() == width && current.getHeight() == height;
        return fits && current.getType() == BufferedImage.TYPE_INT_RGB ? current : drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }
}
