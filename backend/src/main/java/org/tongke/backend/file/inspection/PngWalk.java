package org.tongke.backend.file.inspection;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.tongke.backend.file.inspection.PictureLayout.MalformedException;

/** Walks the chunks of a PNG (ISO 15948, clause 5) up to its IEND, checking what decoders skip: lengths and check sums. */
final class PngWalk {

    private static final int SIGNATURE_BYTES = 8;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;

    /** Set in the types of chunks that a reader may ignore. */
    private static final int ANCILLARY_BIT = 1 << 29;

    private final CRC32 sum = new CRC32();
    private final DataInputStream in;
    private int width;
    private int height;
    private boolean hasData;
    private byte[] exif = PictureLayout.NO_EXIF;

    PngWalk(DataInputStream in) {
        this.in = new DataInputStream(new CheckedInputStream(in, sum));
    }

    PictureLayout walk() throws IOException, MalformedException {
        var complete = true;
        try {
            in.skipNBytes(SIGNATURE_BYTES);
            while (chunk() != IEND) {
                // on to the next
            }
            if (!hasData) {
                throw new MalformedException("no picture data");
            }
        } catch (EOFException e) {
            complete = false;
        }
        return new PictureLayout(width, height, 0, exif, complete);
    }

    /** Reads one chunk and returns its type. */
    private int chunk() throws IOException, MalformedException {
        var length = in.readInt();
        sum.reset();
        var type = in.readInt();
        if (length < 0 || (width == 0) != (type == IHDR)) {
            throw new MalformedException("chunk");
        }
        if (type == IHDR) {
            header(length);
        } else if (type == EXIF && length <= PictureLayout.MAX_EXIF_BYTES) {
            exif = in.readNBytes(length);
        } else {
            hasData |= type == IDAT;
            in.skipNBytes(length);
        }
        var expected = (int) sum.getValue();
        var found = in.readInt();
        if (found != expected && (type & ANCILLARY_BIT) == 0) {
            throw new MalformedException("check sum");
        }
        return type;
    }

    private void header(int length) throws IOException, MalformedException {
        if (length != 13) {
            throw new MalformedException("header");
        }
        width = in.readInt();
        height = in.readInt();
        in.skipNBytes(length - 8);
        if (width <= 0 || height <= 0) {
            throw new MalformedException("size");
        }
    }
}
