package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.file.inspection.Desk.picture;
import static org.tongke.backend.file.inspection.Desk.thumbnail;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraFactsTest {

    private static final byte[] PLAIN = Uploads.jpeg(Uploads.quarters(96, 64));

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void areReadAndGoneFromWhatIsKept() throws Exception {
        var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><secret/></x:xmpmeta>".getBytes(StandardCharsets.UTF_8);
        var upload = Uploads.withSegment(
                Uploads.withExif(
                        PLAIN,
                        new Exif()
                                .device("HUAWEI", "ANA-AN00")
                                .takenAt("2021:04:15 09:30:00")
                                .position(30.274151, 120.155150)),
                0xE1,
                "http://ns.adobe.com/xap/1.0/\0",
                xmp);
        var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload));
        assertThat(before.getDirectoriesOfType(GpsDirectory.class)).isNotEmpty();
        assertThat(before.getDirectoriesOfType(XmpDirectory.class)).isNotEmpty();

        try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
            var picture = picture(accepted);
            assertThat(picture.position()).isEqualTo(new Position(30.274151, 120.155150));
            assertThat(picture.takenAt()).isEqualTo(Instant.parse("2021-04-15T01:30:00Z"));
            assertThat(picture.device()).isEqualTo("HUAWEI ANA-AN00");
            for (var kept : List.of(accepted.cleaned(), thumbnail(accepted))) {
                assertNothingOfTheCamera(ImageMetadataReader.readMetadata(kept.toFile()));
                var text = new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain("HUAWEI", "Exif", "2021:04:15", "xmpmeta");
            }
        }
    }

    private static void assertNothingOfTheCamera(Metadata metadata) {
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(IccDirectory.class)).isEmpty();
    }

    @Test
    void takeTheCamerasOwnZoneWhenItSaysOne() throws Exception {
        var exif = new Exif().takenAt("2021:04:15 09:30:00").zone("+00:00");
        try (var accepted = desk.accepts(Uploads.withExif(PLAIN, exif), MediaType.JPEG)) {
            assertThat(picture(accepted).takenAt()).isEqualTo(Instant.parse("2021-04-15T09:30:00Z"));
        }
    }

    @Test
    void doNotRepeatTheMakerInTheModel() throws Exception {
        var exif = new Exif().device("Canon", "Canon EOS 5D\u0007");
        try (var accepted = desk.accepts(Uploads.withExif(PLAIN, exif), MediaType.JPEG)) {
            assertThat(picture(accepted).device()).isEqualTo("Canon EOS 5D");
        }
    }

    @Test
    void areNoneWhereTheCameraHadNoFixAndNoClock() throws Exception {
        var exif = new Exif().takenAt("0000:00:00 00:00:00").position(0, 0);
        try (var accepted = desk.accepts(Uploads.withExif(PLAIN, exif), MediaType.JPEG)) {
            assertThat(picture(accepted)).isEqualTo(new Content.Picture(96, 64, null, null, null));
        }
    }

    @Tag("slow")
    @Test
    void areNoneWhenTheBlockIsBroken() throws Exception {
        var whole = new Exif().device("HUAWEI", "ANA-AN00").position(30, 120).bytes();
        for (var length = 1; length < whole.length; length++) {
            var upload = Uploads.withSegment(PLAIN, 0xE1, "Exif\0\0", Uploads.first(whole, length));
            try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
                assertThat(picture(accepted).width()).isEqualTo(96);
            }
        }
    }
}
