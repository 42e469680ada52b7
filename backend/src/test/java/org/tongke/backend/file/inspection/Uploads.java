package org.tongke.backend.file.inspection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** The files that people send. */
final class Uploads {

    static final Color RED = new Color(200, 30, 30);
    static final Color GREEN = new Color(30, 160, 30);
    static final Color BLUE = new Color(30, 30, 200);
    static final Color YELLOW = new Color(220, 210, 40);

    private Uploads() {}

    /** Quarters by their place in storage: red first row and column, green first row, blue first column, yellow neither. */
    static BufferedImage quarters(int width, int height, int imageType) {
        var image = new BufferedImage(width, height, imageType);
        var graphics = image.createGraphics();
        var colours = new Color[] {RED, GREEN, BLUE, YELLOW};
        for (var i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return image;
    }

    static BufferedImage quarters(int width, int height) {
        return quarters(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    static byte[] jpeg(BufferedImage image) {
        return jpeg(image, ImageWriteParam.MODE_DISABLED);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return jpeg(image, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(BufferedImage image, int progressiveMode) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressiveMode);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    static byte[] png(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file kept beside the tests, made with ImageMagick: left half red, right half blue, 240 × 160. */
    static byte[] kept(String name) {
        try (var in = Uploads.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] withExif(byte[] jpeg, Exif exif) {
        return withSegment(jpeg, 0xE1, "Exif\0\0", exif.bytes());
    }

    /** Puts a segment behind the start marker. */
    static byte[] withSegment(byte[] jpeg, int marker, String prefix, byte[] data) {
        var head = prefix.getBytes(StandardCharsets.ISO_8859_1);
        var segment = ByteBuffer.allocate(4 + head.length + data.length);
        segment.put((byte) 0xFF).put((byte) marker).putShort((short) (2 + head.length + data.length));
        return inserted(jpeg, 2, segment.put(head).put(data).array());
    }

    /** Puts a chunk behind the header of a PNG. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(body);
        var chunk = ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) sum.getValue());
        return inserted(png, 33, chunk.array());
    }

    /** Wraps the single chunk of a plain WebP into an extended one that claims this size and carries an EXIF block. */
    static byte[] extendedWebp(byte[] plain, int width, int height, byte[] exif) {
        var picture = Arrays.copyOfRange(plain, 12, plain.length);
        var out = ByteBuffer.allocate(12 + 18 + picture.length + 8 + exif.length + (exif.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity() - 8);
        out.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0b1000);
        out.putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        out.put(picture);
        out.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return out.array();
    }

    static byte[] pdf(int pages) {
        return pdf(pages, "", "");
    }

    /** @param user the password for opening; with both empty the document is not encrypted */
    static byte[] pdf(int pages, String owner, String user) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (var i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            if (!owner.isEmpty()) {
                document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] first(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }
}
