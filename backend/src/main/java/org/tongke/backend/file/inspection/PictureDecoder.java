package org.tongke.backend.file.inspection;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import org.tongke.backend.file.inspection.RejectionReason.TooManyPixels;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;

/** Decodes a picture within bounds of memory: asks its size first, and leaves out pixels where the raster would be too large. */
final class PictureDecoder {

    /** No JPEG can have more, and a row of more alone could fill the memory. */
    private static final int MAX_SIDE = 65_535;

    private PictureDecoder() {}

    static BufferedImage decode(byte[] file, MediaType type, PictureLayout layout, Limits limits)
            throws IOException, RejectedException {
        checkPixels(layout, limits);
        if (!layout.complete()) {
            throw new RejectedException(new Truncated(type));
        }
        var reader = ImageCodecs.reader(type);
        try (var in = new ByteArrayImageInputStream(file)) {
            reader.setInput(in, true, true);
            return read(reader, layout, limits);
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken input with almost any exception, and there is no disk that could fail here.
            throw new RejectedException(new Undecodable(type));
        } finally {
            reader.dispose();
        }
    }

    private static void checkPixels(PictureLayout layout, Limits limits) throws RejectedException {
        var maxPixels = layout.heldBytesPerPixel() == 0
                ? limits.maxPixels()
                : Math.min(limits.maxPixels(), limits.maxHeldBytes() / layout.heldBytesPerPixel());
        var pixels = (long) layout.width() * layout.height();
        if (pixels > maxPixels || Math.max(layout.width(), layout.height()) > MAX_SIDE) {
            throw new RejectedException(new TooManyPixels(layout.width(), layout.height(), maxPixels));
        }
    }

    private static BufferedImage read(ImageReader reader, PictureLayout layout, Limits limits) throws IOException {
        if (reader.getWidth(0) != layout.width() || reader.getHeight(0) != layout.height()) {
            throw new IIOException("two sizes");
        }
        var param = reader.getDefaultReadParam();
        var step = step(reader, layout, limits);
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** 1 to read every pixel, n to read each n-th pixel of each n-th row. */
    private static int step(ImageReader reader, PictureLayout layout, Limits limits) throws IOException {
        var samples = reader.getImageTypes(0).next().getSampleModel();
        var bytesPerPixel =
                Math.max(1, samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
        var step = 1;
        while ((long) Math.ceilDiv(layout.width(), step) * Math.ceilDiv(layout.height(), step) * bytesPerPixel
                > limits.maxRasterBytes()) {
            step++;
        }
        return step;
    }
}
