package org.tongke.standalone.pocket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.List;
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

    /** A small picture with what a camera notes: when, by a clock without a zone, and where. */
    static FilePayload taken(String name, LocalDateTime when) {
        var exif = Exif.of(ByteOrder.LITTLE_ENDIAN, Exif.UPRIGHT, when, "");
        return new FilePayload(name, "image/jpeg", Exif.in(noise(480, 360), exif));
    }

    /** A document of about so many bytes, which says that it has a page and is otherwise full of noise. */
    static byte[] pdf(int sizeBytes) {
        var noise = new byte[sizeBytes];
        RANDOM.nextBytes(noise);
        var parts = List.of(
                "%PDF-1.4\n".getBytes(US_ASCII),
                "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".getBytes(US_ASCII),
                "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n".getBytes(US_ASCII),
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n".getBytes(US_ASCII),
                ("4 0 obj\n<</Length " + sizeBytes + ">>\nstream\n").getBytes(US_ASCII),
                noise,
                "\nendstream\nendobj\n".getBytes(US_ASCII));
        var document = new ByteArrayOutputStream();
        var table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (var index = 0; index < parts.size(); index++) {
            if (index >= 1 && index <= 4) {
                table.append("%010d 00000 n \n".formatted(document.size()));
            }
            document.writeBytes(parts.get(index));
        }
        var end = table + "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" + document.size() + "\n%%EOF\n";
        document.writeBytes(end.getBytes(US_ASCII));
        return document.toByteArray();
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
