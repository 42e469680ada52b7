package org.tongke.backend.file.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the EXIF block of a camera: a big-endian TIFF structure with its three directories. */
final class Exif {

    private static final int HEAD_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private record Entry(int tag, int type, int count, byte[] value) {}

    private final List<Entry> camera = new ArrayList<>();
    private final List<Entry> shot = new ArrayList<>();
    private final List<Entry> place = new ArrayList<>();

    Exif orientation(int code) {
        camera.add(new Entry(0x112, SHORT, 1, new byte[] {0, (byte) code}));
        return this;
    }

    Exif device(String make, String model) {
        camera.add(text(0x10F, make));
        camera.add(text(0x110, model));
        return this;
    }

    /** @param dateTime {@code 2021:04:15 09:30:00} */
    Exif takenAt(String dateTime) {
        shot.add(text(0x9003, dateTime));
        return this;
    }

    /** @param offset {@code +08:00} */
    Exif zone(String offset) {
        shot.add(text(0x9011, offset));
        return this;
    }

    /** Degrees, north and east. */
    Exif position(double latitude, double longitude) {
        place.add(text(1, "N"));
        place.add(degrees(2, latitude));
        place.add(text(3, "E"));
        place.add(degrees(4, longitude));
        return this;
    }

    byte[] bytes() {
        // Pointers from the first directory to the other two have a fixed size, so the places are known beforehand.
        var cameraBytes = directoryBytes(camera) + 2 * ENTRY_BYTES;
        var shotAt = HEAD_BYTES + cameraBytes;
        var placeAt = shotAt + directoryBytes(shot);
        var first = new ArrayList<>(camera);
        first.add(pointer(0x8769, shotAt));
        first.add(pointer(0x8825, placeAt));
        var out = ByteBuffer.allocate(placeAt + directoryBytes(place));
        out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(HEAD_BYTES);
        write(out, first);
        write(out, shot);
        write(out, place);
        return out.array();
    }

    private static int directoryBytes(List<Entry> entries) {
        return 6
                + entries.stream()
                        .mapToInt(entry -> ENTRY_BYTES + (entry.value.length > 4 ? entry.value.length : 0))
                        .sum();
    }

    private static void write(ByteBuffer out, List<Entry> entries) {
        var valueAt = out.position() + 6 + ENTRY_BYTES * entries.size();
        out.putShort((short) entries.size());
        for (var entry : entries) {
            out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.value.length > 4) {
                out.putInt(valueAt);
                valueAt += entry.value.length;
            } else {
                out.put(entry.value).position(out.position() + 4 - entry.value.length);
            }
        }
        out.putInt(0);
        entries.stream().filter(entry -> entry.value.length > 4).forEach(entry -> out.put(entry.value));
    }

    private static Entry text(int tag, String text) {
        var bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Entry(tag, ASCII, bytes.length, bytes);
    }

    private static Entry pointer(int tag, int at) {
        return new Entry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(at).array());
    }

    private static Entry degrees(int tag, double value) {
        var parts = ByteBuffer.allocate(24);
        parts.putInt((int) Math.round(value * 1_000_000)).putInt(1_000_000);
        parts.putInt(0).putInt(1).putInt(0).putInt(1);
        return new Entry(tag, RATIONAL, 3, parts.array());
    }
}
