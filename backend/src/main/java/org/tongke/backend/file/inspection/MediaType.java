package org.tongke.backend.file.inspection;

import java.util.Locale;
import java.util.Optional;

/** The types of file that can be accepted as proof. Everything else is refused. */
public enum MediaType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    PDF("application/pdf");

    private final String value;

    MediaType(String value) {
        this.value = value;
    }

    /** The registered name, as in a Content-Type header: {@code image/jpeg}. */
    public String value() {
        return value;
    }

    /** The type of a Content-Type header, upper or lower case, without regard to parameters; empty for one that is never accepted. */
    public static Optional<MediaType> find(String contentType) {
        var name = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var type : values()) {
            if (type.value.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
