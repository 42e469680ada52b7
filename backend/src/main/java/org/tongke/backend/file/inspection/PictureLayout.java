package org.tongke.backend.file.inspection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;

/**
 * How a picture file is laid out, learned by walking its segments without decoding anything: what decoders do not tell
 * beforehand (what it will cost) or paper over (that the end is missing).
 *
 * @param width as stored, before turning upright
 * @param height as stored
 * @param heldBytesPerPixel what a decoder must keep beside the raster; 0 when it can read row by row
 * @param exif the TIFF structure of the EXIF block, without prefix; empty when there is none
 * @param complete whether the file has its end
 */
record PictureLayout(int width, int height, int heldBytesPerPixel, byte[] exif, boolean complete) {

    static final byte[] NO_EXIF = {};

    /** No real EXIF block is larger: in a JPEG it must fit one segment of 64 kB. */
    static final int MAX_EXIF_BYTES = 1 << 16;

    /** The file contradicts the rules of its own format. */
    static final class MalformedException extends Exception {
        MalformedException(String message) {
            super(message);
        }
    }

    static PictureLayout of(byte[] file, MediaType type) throws RejectedException {
        PictureLayout layout;
        try {
            var in = new DataInputStream(new ByteArrayInputStream(file));
            layout = switch (type) {
                case JPEG -> new JpegWalk(in).walk();
                case PNG -> new PngWalk(in).walk();
                case WEBP -> new WebpWalk(in).walk();
                case PDF, XLSX, DOCX, PPTX -> throw new IllegalArgumentException(type + " is no picture");
            };
        } catch (MalformedException e) {
            throw new RejectedException(new Undecodable(type));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
        }
        if (layout.width == 0 || layout.height == 0) {
            throw new RejectedException(layout.complete ? new Undecodable(type) : new Truncated(type));
        }
        return layout;
    }
}
