package org.tongke.backend.file.inspection;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a camera wrote about its picture. Nothing in it is trusted, and nothing wrong in it refuses a picture. */
record ExifFacts(
        Orientation orientation,
        @Nullable Instant takenAt,
        @Nullable Position position,
        @Nullable String device) {

    private static final int MAX_DEVICE_CHARACTERS = 80;
    private static final ExifFacts NONE = new ExifFacts(Orientation.UPRIGHT, null, null, null);

    /** @param exif the TIFF structure, or empty */
    static ExifFacts of(byte[] exif, ZoneId cameraZone) {
        if (exif.length == 0) {
            return NONE;
        }
        try {
            var metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            return new ExifFacts(
                    orientation(metadata), takenAt(metadata, cameraZone), position(metadata), device(metadata));
        } catch (RuntimeException e) {
            // The library answers some broken blocks so; a picture with one is still a picture.
            return NONE;
        }
    }

    private static Orientation orientation(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var code = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return code == null ? Orientation.UPRIGHT : Orientation.of(code);
    }

    private static @Nullable Instant takenAt(Metadata metadata, ZoneId cameraZone) {
        var directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = directory == null ? null : directory.getDateOriginal(TimeZone.getTimeZone(cameraZone));
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Position position(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var location = directory == null ? null : directory.getGeoLocation();
        // Phones without a fix write 0, 0.
        if (location == null
                || location.isZero()
                || !(Math.abs(location.getLatitude()) <= 90 && Math.abs(location.getLongitude()) <= 180)) {
            return null;
        }
        return new Position(location.getLatitude(), location.getLongitude());
    }

    private static @Nullable String device(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null) {
            return null;
        }
        var make = text(directory, ExifIFD0Directory.TAG_MAKE);
        var model = text(directory, ExifIFD0Directory.TAG_MODEL);
        // Many makers repeat their name in the model.
        var named = make != null && model != null && model.regionMatches(true, 0, make, 0, make.length());
        var device =
                Stream.of(named ? null : make, model).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return device.isEmpty() ? null : cut(device);
    }

    private static @Nullable String text(Directory directory, int tag) {
        var raw = directory.getString(tag);
        var text = raw == null ? "" : raw.replaceAll("\\p{Cntrl}", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static String cut(String device) {
        var characters = device.codePointCount(0, device.length());
        return device.substring(0, device.offsetByCodePoints(0, Math.min(characters, MAX_DEVICE_CHARACTERS)));
    }
}
