package org.tongke.backend.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A file on somebody's phone, and what it is to prove: of criterion 2.1, if nothing else is said. */
public record Upload(
        UUID id,
        String criterion,
        Optional<String> activityId,
        String fileName,
        String mediaType,
        byte[] bytes,
        Optional<String> note) {

    /** A photo, 640 × 480; the same shade gives the same bytes. */
    public static Upload photo(int shade) {
        return of("课堂.jpg", "image/jpeg", picture(shade, "jpeg"));
    }

    /** A photo of 6 MiB and a byte, with what some phones write behind the picture. */
    public static Upload largePhoto(int shade) {
        var random = new Random(shade);
        var bytes = new byte[(6 << 20) + 1];
        random.nextBytes(bytes);
        var picture = picture(shade, "jpeg");
        System.arraycopy(picture, 0, bytes, 0, picture.length);
        return of("课堂.jpg", "image/jpeg", bytes);
    }

    static Upload png(int shade) {
        return of("截图.png", "image/png", picture(shade, "png"));
    }

    static Upload pdf() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return of("批文.pdf", "application/pdf", bytes.toByteArray()).proving("1.1");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static Upload text() {
        return of("课堂.jpg", "image/jpeg", "这不是照片".repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    private static Upload of(String fileName, String mediaType, byte[] bytes) {
        return new Upload(UUID.randomUUID(), "2.1", Optional.empty(), fileName, mediaType, bytes, Optional.empty());
    }

    private static byte[] picture(int shade, String format) {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(shade, 255 - shade, 80));
        graphics.fillRect(40, 40, 320, 240);
        graphics.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Upload proving(String other) {
        return new Upload(id, other, activityId, fileName, mediaType, bytes, note);
    }

    Upload showing(String activity) {
        return new Upload(id, criterion, Optional.of(activity), fileName, mediaType, bytes, note);
    }

    Upload named(String other) {
        return new Upload(id, criterion, activityId, other, mediaType, bytes, note);
    }

    Upload typed(String other) {
        return new Upload(id, criterion, activityId, fileName, other, bytes, note);
    }

    Upload noted(String words) {
        return new Upload(id, criterion, activityId, fileName, mediaType, bytes, Optional.of(words));
    }

    Upload cutOff() {
        return new Upload(
                id, criterion, activityId, fileName, mediaType, Arrays.copyOf(bytes, bytes.length * 2 / 3), note);
    }

    /** The same file and claim by another ticket. */
    Upload onceMore() {
        return new Upload(UUID.randomUUID(), criterion, activityId, fileName, mediaType, bytes, note);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ClaimRequest request(String communityId) {
        return request(new ClaimTarget.OneCommunity(communityId), Optional.empty());
    }

    /** @param replaces raw id of the evidence whose place it takes */
    ClaimRequest request(ClaimTarget target, Optional<String> replaces) {
        return new ClaimRequest(
                id, target, criterion, activityId, replaces, fileName, mediaType, bytes.length, sha256(), note);
    }
}
