package org.tongke.backend.file.inspection;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tongke.backend.file.inspection.PictureLayout.MalformedException;

/** Walks the segments of a JPEG (ITU T.81, annex B) up to its end marker; what phones append after it is not looked at. */
final class JpegWalk {

    private static final int TEM = 0x01;
    private static final int SOF_BASELINE = 0xC0;
    private static final int SOF_PROGRESSIVE = 0xC2;
    private static final int SOF_LAST = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST_FIRST = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;

    private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Encoders write about ten, and each is decoded over the whole picture: thousands fit a small file and cost hours. */
    private static final int MAX_SCANS = 50;

    private final DataInputStream in;
    private int width;
    private int height;
    private int components;
    private int coefficientBytesPerPixel;
    private int heldBytesPerPixel;
    private int scans;
    private byte[] exif = PictureLayout.NO_EXIF;

    JpegWalk(DataInputStream in) {
        this.in = in;
    }

    PictureLayout walk() throws IOException, MalformedException {
        var complete = true;
        try {
            var marker = nextMarker();
            while (marker != EOI) {
                segment(marker);
                marker = nextMarker();
            }
            if (scans == 0) {
                throw new MalformedException("no scan");
            }
        } catch (EOFException e) {
            complete = false;
        }
        return new PictureLayout(width, height, heldBytesPerPixel, exif, complete);
    }

    /** Skips the coded data of a scan, too: in it 0xFF is followed by 0 or a restart marker. */
    private int nextMarker() throws IOException {
        while (true) {
            while (in.readUnsignedByte() != 0xFF) {
                // not a marker
            }
            var code = in.readUnsignedByte();
            while (code == 0xFF) {
                code = in.readUnsignedByte();
            }
            var standsAlone = code == 0 || code == TEM || (code >= RST_FIRST && code <= SOI);
            if (!standsAlone) {
                return code;
            }
        }
    }

    private void segment(int marker) throws IOException, MalformedException {
        var length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw new MalformedException("segment without length");
        }
        var data = in.readNBytes(length);
        if (data.length < length) {
            throw new EOFException();
        }
        switch (marker) {
            case DHT, JPG, DAC -> {}
            case SOS -> scan(data);
            case APP1 -> application(data);
            default -> {
                if (marker >= SOF_BASELINE && marker <= SOF_LAST) {
                    frame(marker, data);
                }
            }
        }
    }

    private void frame(int marker, byte[] data) throws MalformedException {
        // Lossless, hierarchical and arithmetic JPEGs exist in hospitals, not in phones, and no decoder here bounds
        // their cost.
        if (marker > SOF_PROGRESSIVE || components > 0 || data.length < 6) {
            throw new MalformedException("frame");
        }
        height = unsignedShort(data, 1);
        width = unsignedShort(data, 3);
        components = data[5] & 0xFF;
        if (components == 0 || components > 4 || data.length < 6 + 3 * components) {
            throw new MalformedException("components");
        }
        coefficientBytesPerPixel = coefficientBytesPerPixel(data);
        if (marker == SOF_PROGRESSIVE) {
            heldBytesPerPixel = coefficientBytesPerPixel;
        }
    }

    /** Two bytes a coefficient, one coefficient a sample; components with fewer samples than pixels count accordingly. */
    private int coefficientBytesPerPixel(byte[] data) throws MalformedException {
        var samples = 0;
        var maxHorizontal = 1;
        var maxVertical = 1;
        for (var i = 0; i < components; i++) {
            var factors = data[7 + 3 * i] & 0xFF;
            var horizontal = factors >> 4;
            var vertical = factors & 0xF;
            if (horizontal == 0 || horizontal > 4 || vertical == 0 || vertical > 4) {
                throw new MalformedException("sampling factors");
            }
            samples += horizontal * vertical;
            maxHorizontal = Math.max(maxHorizontal, horizontal);
            maxVertical = Math.max(maxVertical, vertical);
        }
        return Math.ceilDiv(2 * samples, maxHorizontal * maxVertical);
    }

    private void scan(byte[] data) throws MalformedException {
        if (components == 0 || data.length == 0 || ++scans > MAX_SCANS) {
            throw new MalformedException("scans");
        }
        // One component after the other: the decoder keeps them all, as for a progressive picture.
        if ((data[0] & 0xFF) < components) {
            heldBytesPerPixel = coefficientBytesPerPixel;
        }
    }

    private void application(byte[] data) {
        if (exif.length == 0
                && data.length > EXIF_PREFIX.length
                && Arrays.equals(data, 0, EXIF_PREFIX.length, EXIF_PREFIX, 0, EXIF_PREFIX.length)) {
            exif = Arrays.copyOfRange(data, EXIF_PREFIX.length, data.length);
        }
    }

    private static int unsignedShort(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }
}
