package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.tongke.backend.file.inspection.Inspection.Accepted;
import org.tongke.backend.file.inspection.Inspection.Rejected;

/** An inspector with a folder for uploads and one for its work, as a test needs it. */
final class Desk {

    /** One for all tests of a run: it ends with the run. */
    private static final PdfProcess DOCUMENTS = new PdfProcess();

    private final Path uploads;
    private final Path work;
    private final FileInspector inspector;

    Desk(Path folder) {
        try {
            uploads = Files.createDirectory(folder.resolve("uploads"));
            work = Files.createDirectory(folder.resolve("work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inspector = new FileInspector(work, ZoneId.of("Asia/Shanghai"), DOCUMENTS);
    }

    Inspection inspect(byte[] bytes, MediaType declared, Limits limits) {
        try {
            var upload = Files.write(Files.createTempFile(uploads, "upload", ""), bytes);
            return inspector.inspect(upload, declared, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Accepted accepts(byte[] bytes, MediaType declared) {
        var inspection = inspect(bytes, declared, Limits.USUAL);
        assertThat(inspection).isInstanceOf(Accepted.class);
        return (Accepted) inspection;
    }

    /** The reason of the refusal; nothing of the file may be left. */
    RejectionReason rejects(byte[] bytes, MediaType declared, Limits limits) {
        var inspection = inspect(bytes, declared, limits);
        assertThat(inspection).isInstanceOf(Rejected.class);
        assertThat(workFiles()).isEmpty();
        return ((Rejected) inspection).reason();
    }

    RejectionReason rejects(byte[] bytes, MediaType declared) {
        return rejects(bytes, declared, Limits.USUAL);
    }

    List<Path> workFiles() {
        try (var files = Files.list(work)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Content.Picture picture(Accepted accepted) {
        return (Content.Picture) accepted.content();
    }

    static Path thumbnail(Accepted accepted) {
        return Objects.requireNonNull(accepted.thumbnail());
    }

    static BufferedImage open(Path picture) {
        try {
            return ImageIO.read(picture.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colour in the middle of the quarter at that column and row (0 or 1), tolerant of what JPEG does to colours. */
    static void assertQuarter(BufferedImage image, int column, int row, Color expected) {
        var x = image.getWidth() / 4 * (1 + 2 * column);
        var y = image.getHeight() / 4 * (1 + 2 * row);
        assertColour(image, x, y, expected, 12);
    }

    static void assertColour(BufferedImage image, int x, int y, Color expected, int tolerance) {
        var found = new Color(image.getRGB(x, y));
        var distance = Math.max(
                Math.abs(found.getRed() - expected.getRed()),
                Math.max(
                        Math.abs(found.getGreen() - expected.getGreen()),
                        Math.abs(found.getBlue() - expected.getBlue())));
        assertThat(distance)
                .as("%s at %d, %d instead of %s", found, x, y, expected)
                .isLessThanOrEqualTo(tolerance);
    }
}
