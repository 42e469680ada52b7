package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tongke.backend.file.inspection.Content;
import org.tongke.backend.file.inspection.FileInspector;
import org.tongke.backend.file.inspection.Inspection;
import org.tongke.backend.file.inspection.Limits;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.file.inspection.PdfProcess;

/** Files that clerks really have: what must happen to each stands in {@code files/kept.csv}. */
@Tag("slow")
class KeptFilesTest {
    private static final Path KEPT = Path.of("src", "test", "resources", "files");
    private static final Color RED = new Color(200, 30, 30);
    private static final Color YELLOW = new Color(220, 210, 40);

    /** Of each colour; what is printed has other reds. */
    private static final int NEAR = 70;

    @TempDir
    static Path folder;

    static PdfProcess documents;
    static FileInspector inspector;
    static Path work;

    @BeforeAll
    static void begin() throws IOException {
        documents = new PdfProcess();
        work = Files.createDirectory(folder.resolve("work"));
        inspector = new FileInspector(work, ZoneId.of("Asia/Shanghai"), documents);
    }

    @AfterAll
    static void end() {
        documents.close();
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvFileSource(files = "src/test/resources/files/kept.csv", numLinesToSkip = 1, encoding = "UTF-8")
    void isWhatMustHappen(String file, MediaType declared, String happens, String whatItIs) throws Exception {
        var upload = file.startsWith("made: ")
                ? Files.write(folder.resolve("made"), made(file.substring(6)))
                : KEPT.resolve(file);
        try (var inspection = inspector.inspect(upload, declared, Limits.USUAL)) {
            assertThat(print(inspection)).as(whatItIs).isEqualTo(happens);
        }
        assertThat(work).as("what is left").isEmptyDirectory();
    }

    private static String print(Inspection inspection) throws IOException {
        return switch (inspection) {
            case Inspection.Rejected(var reason) ->
                Rejections.refusal(reason).code().name();
            case Inspection.Accepted accepted -> print(accepted);
        };
    }

    private static String print(Inspection.Accepted accepted) throws IOException {
        return switch (accepted.content()) {
            case Content.Picture picture ->
                picture.width() + "×" + picture.height()
                        + (isUpright(ImageIO.read(accepted.cleaned().toFile())) ? " red to yellow" : "");
            case Content.Document(var pages) ->
                pages + (pages == 1 ? " page" : " pages") + (accepted.thumbnail() == null ? "" : " drawn");
            case Content.Office _ -> "table";
        };
    }

    private static boolean isUpright(BufferedImage kept) {
        return isNear(kept.getRGB(kept.getWidth() / 4, kept.getHeight() / 4), RED)
                && isNear(kept.getRGB(kept.getWidth() * 3 / 4, kept.getHeight() * 3 / 4), YELLOW);
    }

    private static boolean isNear(int found, Color wanted) {
        var colour = new Color(found);
        return Math.abs(colour.getRed() - wanted.getRed()) < NEAR
                && Math.abs(colour.getGreen() - wanted.getGreen()) < NEAR
                && Math.abs(colour.getBlue() - wanted.getBlue()) < NEAR;
    }

    private static byte[] made(String what) throws IOException {
        return switch (what) {
            case "300 pages" -> pdf(300, document -> {});
            case "1001 pages" -> pdf(1001, document -> {});
            case "password" -> pdf(1, document -> document.protect(policy("user")));
            case "no changes" -> pdf(1, document -> document.protect(policy("")));
            case "script in a stream" ->
                pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
            case "50 megapixels" -> largePhoto();
            case "60000×60000" -> claimingPng();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] pdf(int pages, Change change) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (var i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            change.apply(document);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static StandardProtectionPolicy policy(String user) {
        return new StandardProtectionPolicy("owner", user, new AccessPermission());
    }

    private static byte[] largePhoto() throws IOException {
        var image = new BufferedImage(8160, 6120, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        var colours = List.of(RED, Color.GREEN, Color.BLUE, YELLOW);
        for (var i = 0; i < 4; i++) {
            graphics.setColor(colours.get(i));
            graphics.fillRect(i % 2 * 4080, i / 2 * 3060, 4080, 3060);
        }
        graphics.dispose();
        return encoded(image, "jpeg");
    }

    /** Its head says more than there is. */
    private static byte[] claimingPng() throws IOException {
        var png = encoded(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "png");
        var sized = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        return sized.putInt(29, (int) sum.getValue()).array();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        }
    }
}
