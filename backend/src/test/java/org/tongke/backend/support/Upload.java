package org.tongke.backend.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.tongke.backend.evidence.ClaimRequest;
import org.tongke.backend.evidence.ClaimTarget;

/**
 * A file that is to prove something; no two have the same bytes.
 *
 * @param activityId raw id of the activity that it shows
 */
public record Upload(String criterion, Optional<String> activityId, String mediaType, byte[] bytes) {

    /** The county's document that a community is formed. */
    public static Upload document() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            document.save(bytes);
            return new Upload("1.1", Optional.empty(), "application/pdf", bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Slides that nobody would look at for long. */
    public static Upload slides() {
        return new Upload(
                "", Optional.empty(), OfficeFile.PPTX, OfficeFile.slides().bytes());
    }

    /** A photo of a lesson. */
    public static Upload photo(String activityId) {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_3BYTE_BGR);
        var random = UUID.randomUUID();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            var isSet = (random.getMostSignificantBits() >> bit & 1) == 1;
            image.setRGB(bit % 32, bit / 32 * 8, isSet ? 0xffffff : 0);
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return new Upload("2.1", Optional.of(activityId), "image/png", bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A photo of a lesson as a phone takes it, with place and device. */
    public static Upload phonePhoto(String activityId) {
        try (var bytes = new ByteArrayOutputStream()) {
            bytes.write(Files.readAllBytes(Path.of("src", "test", "resources", "files", "phone.jpg")));
            // as what some phones write behind the picture
            bytes.write(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            return new Upload("2.1", Optional.of(activityId), "image/jpeg", bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** SHA-256 of the bytes in hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The claim of a new upload. */
    ClaimRequest claim(ClaimTarget target, Optional<String> replacesId) {
        return new ClaimRequest(
                UUID.randomUUID(),
                target,
                criterion,
                activityId,
                replacesId,
                "材料",
                mediaType,
                bytes.length,
                sha256(),
                Optional.of("第一课"));
    }
}
