package org.tongke.standalone.pocket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What a camera notes in a picture. */
final class Exif {
    static final int UPRIGHT = 1;
    static final int TURNED_RIGHT = 6;
    static final String CAMERA = "TONGKE P1";
    /** Where it was taken is written in this way, too, which nobody needs. */
    static final String METHOD = "N27E120X";

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int OPAQUE = 7;
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");

    private Exif() {}

    /**
     * A block that says how the camera was held, when the picture was taken, with {@value #CAMERA}, at 27.5° north and 120.25° east.
     *
     * @param offset offset of the camera's clock, as in {@code +08:00}; empty for one that does not know it
     */
    static byte[] of(ByteOrder order, int held, LocalDateTime taken, String offset) {
        var tiff = ByteBuffer.allocate(400).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8);
        // at 8 four tags; at 70 and 110 the two directories that two of them point to; behind these what is longer than
        // a tag
        tiff.putShort((short) 4);
        text(tiff, 0x0110, CAMERA, 220);
        number(tiff, 0x0112, SHORT, held);
        number(tiff, 0x8769, LONG, 70);
        number(tiff, 0x8825, LONG, 110);
        tiff.position(70).putShort((short) 2);
        text(tiff, 0x9003, TAKEN.format(taken), 240);
        text(tiff, 0x9011, offset, 270);
        tiff.position(110).putShort((short) 5);
        text(tiff, 0x0001, "N", 0);
        angle(tiff, 0x0002, 27, 30, 290);
        text(tiff, 0x0003, "E", 0);
        angle(tiff, 0x0004, 120, 15, 320);
        tag(tiff, 0x001B, OPAQUE, METHOD.length()).putInt(350);
        at(tiff, 350, METHOD);
        var content = tiff.array();
        return ByteBuffer.allocate(10 + content.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + content.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /** A JPEG with such a block. */
    static byte[] in(byte[] jpeg, byte[] block) {
        return ByteBuffer.allocate(jpeg.length + block.length)
                .put(jpeg, 0, 2)
                .put(block)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static ByteBuffer tag(ByteBuffer tiff, int name, int type, int count) {
        return tiff.putShort((short) name).putShort((short) type).putInt(count);
    }

    private static void number(ByteBuffer tiff, int name, int type, int value) {
        tag(tiff, name, type, 1);
        if (type == SHORT) {
            tiff.putShort((short) value).putShort((short) 0);
        } else {
            tiff.putInt(value);
        }
    }

    /** Texts of up to three letters stand in the tag itself. */
    private static void text(ByteBuffer tiff, int name, String words, int place) {
        tag(tiff, name, ASCII, words.length() + 1);
        if (words.length() < 4) {
            tiff.put(tiff.position(), words.getBytes(StandardCharsets.US_ASCII)).position(tiff.position() + 4);
        } else {
            tiff.putInt(place);
            at(tiff, place, words);
        }
    }

    private static void angle(ByteBuffer tiff, int name, int degrees, int minutes, int place) {
        tag(tiff, name, RATIONAL, 3).putInt(place);
        tiff.putInt(place, degrees)
                .putInt(place + 4, 1)
                .putInt(place + 8, minutes)
                .putInt(place + 12, 1);
        tiff.putInt(place + 16, 0).putInt(place + 20, 1);
    }

    private static void at(ByteBuffer tiff, int place, String words) {
        tiff.put(place, words.getBytes(StandardCharsets.US_ASCII));
    }
}
