package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.file.inspection.Desk.assertColour;
import static org.tongke.backend.file.inspection.Desk.assertQuarter;
import static org.tongke.backend.file.inspection.Desk.open;
import static org.tongke.backend.file.inspection.Desk.picture;
import static org.tongke.backend.file.inspection.Desk.thumbnail;
import static org.tongke.backend.file.inspection.Uploads.BLUE;
import static org.tongke.backend.file.inspection.Uploads.RED;
import static org.tongke.backend.file.inspection.Uploads.YELLOW;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AcceptedPictureTest {

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void isNamedByTheHashOfTheBytesAsUploaded() throws Exception {
        var upload = Uploads.jpeg(Uploads.quarters(96, 64));
        try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(upload);
            assertThat(accepted.sha256()).isEqualTo(HexFormat.of().formatHex(sha256));
            assertThat(accepted.sizeBytes()).isEqualTo(upload.length);
            assertThat(accepted.mediaType()).isEqualTo(MediaType.JPEG);
        }
    }

    @Test
    void isKeptSmallerWithAThumbnail() throws Exception {
        try (var accepted = desk.accepts(Uploads.jpeg(Uploads.quarters(3000, 4000)), MediaType.JPEG)) {
            assertThat(picture(accepted)).isEqualTo(new Content.Picture(3000, 4000, null, null, null));
            var kept = open(accepted.cleaned());
            assertThat(kept.getWidth()).isEqualTo(1920);
            assertThat(kept.getHeight()).isEqualTo(2560);
            var thumbnail = open(thumbnail(accepted));
            assertThat(thumbnail.getWidth()).isEqualTo(360);
            assertThat(thumbnail.getHeight()).isEqualTo(480);
            assertQuarter(thumbnail, 0, 0, RED);
            assertQuarter(thumbnail, 1, 1, YELLOW);
        }
    }

    @Test
    void isNotEnlarged() throws Exception {
        try (var accepted = desk.accepts(Uploads.png(Uploads.quarters(40, 1)), MediaType.PNG)) {
            assertThat(open(accepted.cleaned()).getWidth()).isEqualTo(40);
            assertThat(open(thumbnail(accepted)).getHeight()).isEqualTo(1);
        }
    }

    @Test
    void leavesNoFileOnceClosed() throws Exception {
        var accepted = desk.accepts(Uploads.jpeg(Uploads.quarters(96, 64)), MediaType.JPEG);
        assertThat(desk.workFiles()).containsExactlyInAnyOrder(accepted.cleaned(), thumbnail(accepted));
        accepted.close();
        assertThat(desk.workFiles()).isEmpty();
    }

    @Test
    void isFlattenedOnWhiteWhereItIsTransparent() throws Exception {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_4BYTE_ABGR);
        var graphics = image.createGraphics();
        graphics.setColor(RED);
        graphics.fillRect(0, 0, 48, 64);
        graphics.dispose();
        try (var accepted = desk.accepts(Uploads.png(image), MediaType.PNG)) {
            assertThat(accepted.cleanedType()).isEqualTo(MediaType.JPEG);
            assertQuarter(open(accepted.cleaned()), 0, 0, RED);
            assertQuarter(open(accepted.cleaned()), 1, 0, Color.WHITE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED})
    void mayBeAPngWithAPalette(int imageType) throws Exception {
        var image = Uploads.quarters(96, 64, imageType);
        try (var accepted = desk.accepts(Uploads.png(image), MediaType.PNG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, new Color(image.getRGB(80, 50)));
        }
    }

    @Test
    void mayBeGrey() throws Exception {
        // 0.30 of red, 0.59 of green, 0.11 of blue
        var yellowInGrey = new Color(194, 194, 194);
        var grey = Uploads.quarters(96, 64, BufferedImage.TYPE_BYTE_GRAY);
        try (var accepted = desk.accepts(Uploads.jpeg(grey), MediaType.JPEG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, yellowInGrey);
        }
        try (var accepted = desk.accepts(Uploads.png(grey), MediaType.PNG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, yellowInGrey);
        }
        var fine = Uploads.quarters(96, 64, BufferedImage.TYPE_USHORT_GRAY);
        try (var accepted = desk.accepts(Uploads.png(fine), MediaType.PNG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, yellowInGrey);
        }
    }

    @Test
    void mayBeAProgressiveJpeg() throws Exception {
        try (var accepted = desk.accepts(Uploads.progressiveJpeg(Uploads.quarters(96, 64)), MediaType.JPEG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, YELLOW);
        }
    }

    @Test
    void mayBeACmykJpeg() throws Exception {
        try (var accepted = desk.accepts(Uploads.kept("cmyk.jpg"), MediaType.JPEG)) {
            assertThat(picture(accepted).width()).isEqualTo(240);
            // Printing inks without a profile: the hue must be right, the shade cannot be.
            assertColour(open(accepted.cleaned()), 60, 80, RED, 60);
            assertColour(open(accepted.cleaned()), 180, 80, BLUE, 60);
        }
    }

    @Test
    void isConvertedFromItsOwnColourSpace() throws Exception {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(128, 128, 128));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var upload = Uploads.withSegment(Uploads.jpeg(image), 0xE2, "ICC_PROFILE\0\1\1", profile);
        try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
            // Half the light is 188 of 255 in sRGB.
            assertColour(open(accepted.cleaned()), 32, 32, new Color(188, 188, 188), 4);
        }
    }

    @Test
    void mayHaveSomethingAppendedByThePhone() throws Exception {
        var picture = Uploads.jpeg(Uploads.quarters(96, 64));
        var upload = Uploads.first(picture, picture.length + 5000);
        var film = "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(film, 0, upload, picture.length, film.length);
        try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
            assertQuarter(open(accepted.cleaned()), 1, 1, YELLOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "transparent.webp"})
    void mayBeAWebp(String name) throws Exception {
        try (var accepted = desk.accepts(Uploads.kept(name), MediaType.WEBP)) {
            assertThat(picture(accepted)).isEqualTo(new Content.Picture(240, 160, null, null, null));
            assertQuarter(open(accepted.cleaned()), 0, 0, RED);
            assertQuarter(open(accepted.cleaned()), 1, 0, name.startsWith("transparent") ? Color.WHITE : BLUE);
        }
    }
}
