package org.tongke.standalone.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Files as phones hand them over; no two pictures are the same. */
final class Pictures {
    private static final Random RANDOM = new Random();

    private Pictures() {}

    /** A small picture, which is sent as it is: some 100 kB. */
    static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", noise(480, 360));
    }

    /** A text that says of itself that it is something else. */
    static FilePayload text(String name, String type) {
        return new FilePayload(name, type, ("只是一段文字 " + RANDOM.nextLong()).getBytes(UTF_8));
    }

    /** A picture that compresses badly. */
    static byte[] noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, RANDOM.ints((long) width * height).toArray(), 0, width);
        return jpeg(picture);
    }

    static byte[] jpeg(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return bytes.toByteArray();
    }
}
