package org.tongke.standalone.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** Pictures are made small and upright on the phone; when they were taken stays, where does not. */
@Tag("browser")
class PicturesTest {
    private static final int TURNED_RIGHT = 6;
    private static final String TAKEN = "2026:11:25 10:21:03";
    private static final String PLACE = "N27E120X";
    private static final int GOOD_BYTES = 600 * 1024;

    private static final String PREPARE = """
            async ({ bytes, original }) => {
              const { prepare } = await import('/m/shrink.js');
              const { takenAt } = await import('/m/exif.js');
              const file = new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], '课堂.JPG', { type: 'image/jpeg' });
              const { blob, mediaType, fileName, thumbnail } = await prepare(file, original);
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
              const taken = takenAt(sent);
              return {
                size: blob.size,
                mediaType,
                fileName,
                width: picture.width,
                height: picture.height,
                thumbnail: Math.max(small.width, small.height),
                redLeft: redAt(20, picture.height / 2),
                redRight: redAt(picture.width - 20, picture.height / 2),
                taken: taken && taken.taken + ' ' + taken.offset,
                letters: String.fromCharCode(...new Uint8Array(sent.slice(0, 2000))),
              };
            }
            """;

    @Test
    void aLargeOneIsShrunkAndKeepsItsTimeAlone() {
        try (var phone = Phone.small()) {
            var seen = prepare(phone, withExif(striped(4000, 3000)), false);
            assertThat(seen)
                    .containsEntry("mediaType", "image/jpeg")
                    .containsEntry("fileName", "课堂.jpg")
                    .containsEntry("thumbnail", 240)
                    .containsEntry("taken", TAKEN + " +08:00");
            assertThat((String) seen.get("letters")).doesNotContain(PLACE);
            assertThat((Integer) seen.get("size")).isLessThan(GOOD_BYTES);
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
            var small = withExif(striped(800, 600));
            assertThat(prepare(phone, small, false)).containsEntry("size", small.length);
            var large = withExif(striped(4000, 3000));
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
                  const bytes = content === 'many' ? new Uint8Array(5 * 1024 * 1024 + 1) : content;
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

    /** The picture with what a camera notes: how it was held, when and where. */
    private static byte[] withExif(byte[] jpeg) {
        var block = exif();
        return ByteBuffer.allocate(jpeg.length + block.length)
                .put(jpeg, 0, 2)
                .put(block)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif() {
        var tiff = ByteBuffer.allocate(200);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        // at 8: three tags; at 50: two of them in a directory of their own; at 80 the texts; at 120: where
        tiff.putShort((short) 3);
        tag(tiff, 0x0112, 3, 1, TURNED_RIGHT << 16);
        tag(tiff, 0x8769, 4, 1, 50);
        tag(tiff, 0x8825, 4, 1, 120);
        tiff.position(50).putShort((short) 2);
        tag(tiff, 0x9003, 2, 20, 80);
        tag(tiff, 0x9011, 2, 7, 100);
        tiff.position(80).put((TAKEN + "\0+08:00\0").getBytes(StandardCharsets.US_ASCII));
        tiff.position(120).putShort((short) 1);
        tag(tiff, 0x001B, 7, PLACE.length(), 150);
        tiff.position(150).put(PLACE.getBytes(StandardCharsets.US_ASCII));
        var content = tiff.array();
        return ByteBuffer.allocate(10 + content.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + content.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static void tag(ByteBuffer tiff, int name, int type, int count, int value) {
        tiff.putShort((short) name).putShort((short) type).putInt(count).putInt(value);
    }
}
