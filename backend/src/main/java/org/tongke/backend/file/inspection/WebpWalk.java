package org.tongke.backend.file.inspection;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tongke.backend.file.inspection.PictureLayout.MalformedException;

/**
 * Walks the chunks of a WebP (RFC 9649). The size is taken from the chunk that holds the pixels, and must be the one that
 * the file's head claims: a decoder that believes one and reads the other can be made to use any amount of memory.
 */
final class WebpWalk {

    /** What the decoder keeps for the pixel-wise format and for transparency: four bytes a pixel. */
    private static final int HELD_WHOLE = 4;

    /** What it keeps of the block-wise format: the modes of each block of 256 pixels. */
    private static final int HELD_BLOCKS = 1;

    private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final DataInputStream in;
    private int claimedWidth;
    private int claimedHeight;
    private int width;
    private int height;
    private int heldBytesPerPixel;
    private byte[] exif = PictureLayout.NO_EXIF;

    WebpWalk(DataInputStream in) {
        this.in = in;
    }

    PictureLayout walk() throws IOException, MalformedException {
        var complete = true;
        try {
            in.skipNBytes(4);
            var left = unsignedInt() - 4;
            in.skipNBytes(4);
            while (left >= 8) {
                left -= 8 + chunk();
            }
            if (width == 0) {
                throw new MalformedException("no picture data");
            }
        } catch (EOFException e) {
            complete = false;
        }
        if (claimedWidth > 0 && width > 0 && (claimedWidth != width || claimedHeight != height)) {
            throw new MalformedException("two sizes");
        }
        return new PictureLayout(width, height, heldBytesPerPixel, exif, complete);
    }

    /** Reads one chunk and returns its length with the filling byte. */
    private long chunk() throws IOException, MalformedException {
        var name = new String(bytes(4), StandardCharsets.ISO_8859_1);
        var length = unsignedInt();
        var read = switch (name) {
            case "VP8X" -> extended(length);
            case "VP8 " -> blocks(length);
            case "VP8L" -> lossless(length);
            case "EXIF" -> exif(length);
            case "ALPH" -> {
                heldBytesPerPixel = HELD_WHOLE;
                yield 0;
            }
            default -> 0;
        };
        var padded = length + (length & 1);
        in.skipNBytes(padded - read);
        return padded;
    }

    private int extended(long length) throws IOException, MalformedException {
        require(length == 10 && width == 0 && claimedWidth == 0);
        var head = buffer(10);
        var animated = (head.get(0) & 0b10) != 0;
        require(!animated);
        claimedWidth = 1 + (head.getInt(4) & 0xFFFFFF);
        claimedHeight = 1 + (head.getInt(6) >>> 8);
        return 10;
    }

    private int blocks(long length) throws IOException, MalformedException {
        require(length > 10 && width == 0);
        var head = buffer(10);
        require((head.get(0) & 1) == 0);
        width = head.getShort(6) & 0x3FFF;
        height = head.getShort(8) & 0x3FFF;
        require(width > 0 && height > 0);
        heldBytesPerPixel = Math.max(heldBytesPerPixel, HELD_BLOCKS);
        return 10;
    }

    private int lossless(long length) throws IOException, MalformedException {
        require(length > 5 && width == 0);
        var head = buffer(5);
        var size = head.getInt(1);
        width = 1 + (size & 0x3FFF);
        height = 1 + (size >>> 14 & 0x3FFF);
        heldBytesPerPixel = HELD_WHOLE;
        return 5;
    }

    private int exif(long length) throws IOException {
        if (length > PictureLayout.MAX_EXIF_BYTES) {
            return 0;
        }
        var block = bytes((int) length);
        // The prefix belongs to JPEG, but some writers put it here, too.
        var prefixed = block.length > EXIF_PREFIX.length
                && Arrays.equals(block, 0, EXIF_PREFIX.length, EXIF_PREFIX, 0, EXIF_PREFIX.length);
        exif = prefixed ? Arrays.copyOfRange(block, EXIF_PREFIX.length, block.length) : block;
        return (int) length;
    }

    private static void require(boolean rule) throws MalformedException {
        if (!rule) {
            throw new MalformedException("chunk");
        }
    }

    private long unsignedInt() throws IOException {
        return Integer.toUnsignedLong(buffer(4).getInt());
    }

    private ByteBuffer buffer(int length) throws IOException {
        return ByteBuffer.wrap(bytes(length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
