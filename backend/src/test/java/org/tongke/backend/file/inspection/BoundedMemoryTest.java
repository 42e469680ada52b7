package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo whose pixels (150 MB) do not fit the heap (128 MB) of the process that looks at it. */
@Tag("slow")
class BoundedMemoryTest {

    @TempDir
    static Path folder;

    static Path photo;

    @BeforeAll
    static void takePhoto() throws Exception {
        var image = Uploads.quarters(8165, 6124, BufferedImage.TYPE_3BYTE_BGR);
        var upload = Uploads.withExif(Uploads.jpeg(image), new Exif().orientation(6));
        photo = Files.write(folder.resolve("photo.jpg"), upload);
    }

    @Test
    void isInspectedAllTheSame() throws Exception {
        assertThat(inSmallProcess("inspect")).isEqualTo("6124 × 8165, kept 1920 × 2560");
    }

    /** The counter-check: without bounds it would not go. */
    @Test
    void doesNotFitWhenDecodedPlainly() throws Exception {
        assertThat(inSmallProcess("decode")).contains("OutOfMemoryError");
    }

    private static String inSmallProcess(String what) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var out = folder.resolve(what + ".txt");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallProcess.class.getName(),
                        what,
                        photo.toString(),
                        Files.createDirectories(folder.resolve("work")).toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8).strip();
    }

    static final class SmallProcess {

        private SmallProcess() {}

        public static void main(String[] args) throws Exception {
            var photo = Path.of(args[1]);
            if (args[0].equals("decode")) {
                System.out.println(ImageIO.read(photo.toFile()));
                return;
            }
            var inspector = new FileInspector(Path.of(args[2]), ZoneId.of("Asia/Shanghai"), new PdfProcess());
            try (var inspection = inspector.inspect(photo, MediaType.JPEG, Limits.USUAL)) {
                var accepted = (Inspection.Accepted) inspection;
                var picture = (Content.Picture) accepted.content();
                var kept = ImageIO.read(accepted.cleaned().toFile());
                System.out.printf(
                        "%d × %d, kept %d × %d%n",
                        picture.width(), picture.height(), kept.getWidth(), kept.getHeight());
            }
        }
    }
}
