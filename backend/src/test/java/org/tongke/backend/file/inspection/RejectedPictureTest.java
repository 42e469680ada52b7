package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.file.inspection.RejectionReason.Empty;
import org.tongke.backend.file.inspection.RejectionReason.HeicUnsupported;
import org.tongke.backend.file.inspection.RejectionReason.NotThatType;
import org.tongke.backend.file.inspection.RejectionReason.TooLarge;
import org.tongke.backend.file.inspection.RejectionReason.TooManyPixels;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;

class RejectedPictureTest {

    private static final byte[] JPEG = Uploads.jpeg(Uploads.quarters(96, 64));
    private static final byte[] PNG = Uploads.png(Uploads.quarters(96, 64));

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void isEmpty() {
        assertThat(desk.rejects(new byte[0], MediaType.JPEG)).isEqualTo(new Empty());
    }

    @Test
    void hasTooManyBytes() {
        var limits = new Limits(JPEG.length - 1, 10_000, 100_000, 100_000, 1);
        assertThat(desk.rejects(JPEG, MediaType.JPEG, limits)).isEqualTo(new TooLarge(JPEG.length, JPEG.length - 1));
    }

    @Test
    void isATextWithAnotherName() {
        var text = "今天的同步课堂照片".getBytes(StandardCharsets.UTF_8);
        assertThat(desk.rejects(text, MediaType.JPEG)).isEqualTo(new NotThatType(MediaType.JPEG, null));
    }

    @Test
    void isOfAnotherTypeThanWasSaid() {
        assertThat(desk.rejects(PNG, MediaType.JPEG)).isEqualTo(new NotThatType(MediaType.JPEG, MediaType.PNG));
        assertThat(desk.rejects(JPEG, MediaType.PDF)).isEqualTo(new NotThatType(MediaType.PDF, MediaType.JPEG));
        assertThat(desk.rejects(Uploads.kept("lossy.webp"), MediaType.JPEG))
                .isEqualTo(new NotThatType(MediaType.JPEG, MediaType.WEBP));
    }

    @Test
    void isHeicWhateverWasSaid() {
        assertThat(desk.rejects(Uploads.kept("photo.heic"), MediaType.JPEG)).isEqualTo(new HeicUnsupported());
    }

    @Tag("slow")
    @Test
    void isCutOffAnywhere() {
        for (var length = 4; length < JPEG.length; length++) {
            assertThat(desk.rejects(Uploads.first(JPEG, length), MediaType.JPEG))
                    .as("%d of %d bytes", length, JPEG.length)
                    .isEqualTo(new Truncated(MediaType.JPEG));
        }
        for (var length = 8; length < PNG.length; length++) {
            assertThat(desk.rejects(Uploads.first(PNG, length), MediaType.PNG))
                    .as("%d of %d bytes", length, PNG.length)
                    .isEqualTo(new Truncated(MediaType.PNG));
        }
        var webp = Uploads.kept("photo.webp");
        for (var length = 12; length < webp.length; length += 5) {
            assertThat(desk.rejects(Uploads.first(webp, length), MediaType.WEBP))
                    .as("%d of %d bytes", length, webp.length)
                    .isEqualTo(new Truncated(MediaType.WEBP));
        }
    }

    @Test
    void isCutOffAndFilledWithZeros() {
        var upload = Uploads.first(Uploads.first(JPEG, JPEG.length - 100), JPEG.length);
        assertThat(desk.rejects(upload, MediaType.JPEG)).isEqualTo(new Truncated(MediaType.JPEG));
    }

    @Test
    void claimsMorePixelsThanCanBeRead() {
        var expected = new TooManyPixels(60_000, 60_000, Limits.USUAL.maxPixels());
        assertThat(desk.rejects(withJpegSize(JPEG, 60_000, 60_000), MediaType.JPEG))
                .isEqualTo(expected);
        assertThat(desk.rejects(withPngSize(PNG, 60_000, 60_000), MediaType.PNG))
                .isEqualTo(expected);
    }

    @Test
    void claimsMorePixelsThanCanBeReadAndHasNothingButTheClaim() {
        var header = Uploads.first(withPngSize(PNG, 60_000, 60_000), 33);
        assertThat(desk.rejects(header, MediaType.PNG))
                .isEqualTo(new TooManyPixels(60_000, 60_000, Limits.USUAL.maxPixels()));
    }

    @Test
    void hasARowThatAloneWouldFillTheMemory() {
        assertThat(desk.rejects(withPngSize(PNG, 90_000_000, 1), MediaType.PNG))
                .isEqualTo(new TooManyPixels(90_000_000, 1, Limits.USUAL.maxPixels()));
    }

    /** A progressive picture cannot be read row by row, so fewer pixels are allowed. */
    @Test
    void isProgressiveAndTooLargeToBeHeldWhole() throws Exception {
        var progressive = Uploads.progressiveJpeg(Uploads.quarters(96, 64));
        // The JDK writes half the colour in each direction: 2 bytes × 1.5 samples a pixel.
        var limits = new Limits(1 << 20, 96 * 64, 1 << 20, 96 * 64 * 3 - 1, 1);
        assertThat(desk.rejects(progressive, MediaType.JPEG, limits)).isEqualTo(new TooManyPixels(96, 64, 96 * 64 - 1));
        try (var inspection = desk.inspect(JPEG, MediaType.JPEG, limits)) {
            assertThat(inspection).isInstanceOf(Inspection.Accepted.class);
        }
    }

    /** Each scan is decoded over the whole picture, so a small file could keep a core busy for hours. */
    @Test
    void hasThousandsOfScans() {
        var progressive = Uploads.progressiveJpeg(Uploads.quarters(96, 64));
        var end = progressive.length - 2;
        var scan = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0x55};
        var upload =
                ByteBuffer.allocate(progressive.length + 2000 * scan.length).put(progressive, 0, end);
        for (var i = 0; i < 2000; i++) {
            upload.put(scan);
        }
        upload.put(progressive, end, 2);
        assertThat(desk.rejects(upload.array(), MediaType.JPEG)).isEqualTo(new Undecodable(MediaType.JPEG));
    }

    /** As few pixels as a raster may hold: the picture is read all the same. */
    @Test
    void isNotWhatIsReadWithFewerPixels() throws Exception {
        var limits = new Limits(1 << 20, 96 * 64, 64, 1, 1);
        try (var inspection = desk.inspect(JPEG, MediaType.JPEG, limits)) {
            assertThat(inspection).isInstanceOf(Inspection.Accepted.class);
        }
    }

    @Test
    void isAWebpWithOneSizeInItsHeadAndAnotherInItsPixels() {
        var upload = Uploads.extendedWebp(Uploads.kept("lossy.webp"), 10, 10, new byte[0]);
        assertThat(desk.rejects(upload, MediaType.WEBP)).isEqualTo(new Undecodable(MediaType.WEBP));
    }

    @Test
    void isAPngWithADamagedChunk() {
        var upload = PNG.clone();
        upload[60] ^= 1;
        assertThat(desk.rejects(upload, MediaType.PNG)).isEqualTo(new Undecodable(MediaType.PNG));
    }

    @Test
    void isOnlyTheFrameOfAJpeg() {
        var noScan = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
        assertThat(desk.rejects(noScan, MediaType.JPEG)).isEqualTo(new Undecodable(MediaType.JPEG));
    }

    private static byte[] withPngSize(byte[] png, int width, int height) {
        var sized = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(sized.array(), 12, 17);
        return sized.putInt(29, (int) sum.getValue()).array();
    }

    private static byte[] withJpegSize(byte[] jpeg, int width, int height) {
        var sized = ByteBuffer.wrap(jpeg.clone());
        var frame = 2;
        while (sized.getShort(frame) != (short) 0xFFC0) {
            frame += 2 + sized.getShort(frame + 2);
        }
        return sized.putShort(frame + 5, (short) height)
                .putShort(frame + 7, (short) width)
                .array();
    }
}
