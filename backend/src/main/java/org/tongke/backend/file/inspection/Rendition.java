package org.tongke.backend.file.inspection;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/**
 * The forms in which a picture is kept. All are JPEG, also what came as PNG with transparency (flattened on white): one
 * format to store, to show and to compare. They are made from pixels alone, so no metadata can come along.
 */
enum Rendition {
    CLEANED(2560, 0.88f),
    THUMBNAIL(480, 0.80f);

    private final int longSide;
    private final float quality;

    Rendition(int longSide, float quality) {
        this.longSide = longSide;
        this.quality = quality;
    }

    /** The most pixels on the long side. */
    int longSide() {
        return longSide;
    }

    /** Writes the picture into a new file in the folder; when that fails, no file is left. */
    Path write(BufferedImage upright, Path folder) throws IOException {
        var file = Files.createTempFile(folder, "picture-", ".jpg");
        var written = false;
        try {
            encode(Shrinking.flat(upright, longSide), file);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    /** Writes the picture into a file as it is. */
    void encode(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageCodecs.jpegWriter();
        try (var out = new FileImageOutputStream(file.toFile())) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
