package org.tongke.standalone.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.standalone.support.Phone;

/** Pictures are made small and upright on the phone; when, where and with what they were taken stays. */
@Tag("browser")
class PicturesTest {
    private static final LocalDateTime TAKEN = LocalDateTime.parse("2026-11-25T10:21:03");
    private static final int GOOD_BYTES = 600 * 1024;

    private static final String PREPARE = """
            async ({ bytes, original }) => {
              const { prepare } = await import('/m/shrink.js');
              const { originOf, takenAt } = await import('/m/exif.js');
              const file = new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], '课堂.JPG', { type: 'image/jpeg' });
              const { blob, kind, fileName, thumbnail, takenAt: moment } = await prepare(file, original);
              const picture = await createImageBitmap(blob);
              const small = await createImageBitmap(thumbnail);
              const canvas = new OffscreenCanvas(picture.width, picture.height);
              const pen = canvas.getContext('2d');
              pen.drawImage(picture, 0, 0);
              const redAt = (x, y) => {
                const [red, , blue] = pen.getImageData(x, y, 1, 1).data;
                return red > blue;
              };
              const sent = await blob.arrayBuffer();
              const taken = takenAt(originOf(sent));
              return {
                size: blob.size,
                kind,
                moment,
                fileName,
                width: picture.width,
                height: picture.height,
                thumbnail: Math.max(small.width, small.height),
                redLeft: redAt(20, picture.height / 2),
                redRight: redAt(picture.width - 20, picture.height / 2),
                taken: taken && taken.taken + ' ' + taken.offset,
                begins: btoa(String.fromCharCode(...new Uint8Array(sent.slice(0, 2000)))),
              };
            }
            """;

    @ParameterizedTest
    @CsvSource({"BIG_ENDIAN, +08:00", "LITTLE_ENDIAN, ''"})
    void aLargeOneIsShrunkAndKeepsWhereItComesFrom(String order, String offset)
            throws ImageProcessingException, IOException {
        try (var phone = Phone.small()) {
            var byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            var block = Exif.of(byteOrder, Exif.TURNED_RIGHT, TAKEN, offset);
            var seen = prepare(phone, Exif.in(striped(4000, 3000), block), false);
            assertThat(seen)
                    .containsEntry("kind", "JPEG")
                    .containsEntry("fileName", "课堂.jpg")
                    .containsEntry("thumbnail", 240)
                    .containsEntry("taken", TAKEN + " " + (offset.isEmpty() ? "null" : offset));
            // a camera that does not know where it is, is where the lessons are
            assertThat(OffsetDateTime.parse((String) seen.get("moment")))
                    .isEqualTo(TAKEN.atOffset(ZoneOffset.ofHours(8)));
            assertThat((Integer) seen.get("size")).isLessThan(GOOD_BYTES);
            var begins = Base64.getDecoder().decode((String) seen.get("begins"));
            assertThat(new String(begins, StandardCharsets.ISO_8859_1)).doesNotContain(Exif.METHOD);
            var read = JpegMetadataReader.readMetadata(new ByteArrayInputStream(begins), List.of(new ExifReader()));
            assertThat(read.getDirectoriesOfType(ExifIFD0Directory.class))
                    .extracting(camera -> camera.getString(ExifIFD0Directory.TAG_MODEL))
                    .containsExactly(Exif.CAMERA);
            assertThat(read.getDirectoriesOfType(GpsDirectory.class))
                    .extracting(GpsDirectory::getGeoLocation)
                    .containsExactly(new GeoLocation(27.5, 120.25));
            // turned to the right it stands upright, and what was its upper edge is at the right
            assertThat(seen)
                    .containsEntry("width", 1920)
                    .containsEntry("height", 2560)
                    .containsEntry("redLeft", false)
                    .containsEntry("redRight", true);
        }
    }

    @Test
    void aSmallOneAndAnOriginalStayAsTheyAre() {
        try (var phone = Phone.small()) {
            var camera = Exif.of(ByteOrder.BIG_ENDIAN, Exif.TURNED_RIGHT, TAKEN, "+08:00");
            var small = Exif.in(striped(800, 600), camera);
            assertThat(prepare(phone, small, false)).containsEntry("size", small.length);
            var large = Exif.in(striped(4000, 3000), camera);
            assertThat(prepare(phone, large, true))
                    .containsEntry("size", large.length)
                    .containsEntry("taken", TAKEN + " +08:00");
        }
    }

    @Test
    void oneThatCompressesBadlyIsMadeSmallerStill() {
        try (var phone = Phone.small()) {
            var seen = prepare(phone, Pictures.noise(3000, 1000), false);
            assertThat(seen).containsEntry("width", 2560).containsEntry("height", 853);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        try (var phone = Phone.small()) {
            assertThat(problems(phone, List.of("课.heic", "image/heic", "text"))).isEqualTo("heic");
            assertThat(problems(phone, List.of("课.jpg", "image/jpeg", "text"))).isEqualTo("unreadable");
            assertThat(problems(phone, List.of("课.pdf", "application/pdf", ""))).isEqualTo("empty");
            assertThat(problems(phone, List.of("课.pdf", "application/pdf", "many")))
                    .isEqualTo("tooLarge");
        }
    }

    @Test
    void theHashByHandIsThatOfTheBrowser() {
        try (var phone = Phone.small()) {
            phone.page().navigate("/m/sign-in");
            assertThat(phone.page().evaluate("""
                    async () => {
                      const { digest, sha256 } = await import('/m/sha256.js');
                      const wrong = [];
                      for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100001]) {
                        const bytes = Uint8Array.from({ length }, (none, at) => at * 7);
                        const byHand = Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
                        if (byHand !== await sha256(bytes.buffer)) {
                          wrong.push(length);
                        }
                      }
                      return wrong.join();
                    }""")).isEqualTo("");
        }
    }

    private static Map<?, ?> prepared(Page page, byte[] jpeg, boolean original) {
        page.navigate("/m/sign-in");
        return (Map<?, ?>)
                page.evaluate(PREPARE, Map.of("bytes", Base64.getEncoder().encodeToString(jpeg), "original", original));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> prepare(Phone phone, byte[] jpeg, boolean original) {
        return (Map<String, Object>) prepared(phone.page(), jpeg, original);
    }

    private static Object problems(Phone phone, List<String> file) {
        phone.page().navigate("/m/sign-in");
        return phone.page().evaluate("""
                async ([name, type, content]) => {
                  const { prepare } = await import('/m/shrink.js');
                  const bytes = content === 'many' ? new Uint8Array(25 * 1024 * 1024 + 1) : content;
                  return prepare(new File([bytes], name, { type }), false).then(() => 'none', (problem) => problem.code);
                }""", file);
    }

    /** Red above, blue below, with enough noise to be as large as a photo. */
    private static byte[] striped(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xD02020));
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(new Color(0x2020D0));
        pen.fillRect(0, height / 2, width, height / 2);
        var random = new Random(1);
        for (var spot = 0; spot < 40_000; spot++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillRect(100 + random.nextInt(width - 200), 100 + random.nextInt(height - 200), 3, 3);
        }
        pen.dispose();
        return Pictures.jpeg(picture);
    }
}
