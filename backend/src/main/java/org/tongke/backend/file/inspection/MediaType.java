package org.tongke.backend.file.inspection;

import java.util.Locale;
import java.util.Optional;

/** The types of file that are known; which of them are taken for a purpose is for the rooms above. Everything else is refused. */
public enum MediaType {
    JPEG("image/jpeg", ".jpg", 25),
    PNG("image/png", ".png", 25),
    WEBP("image/webp", ".webp", 25),
    PDF("application/pdf", ".pdf", 25),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", 10),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", 25),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", 25);

    private static final long MEGABYTE = 1L << 20;

    private final String value;
    private final String ending;
    private final long mostBytes;

    MediaType(String value, String ending, int mostMegabytes) {
        this.value = value;
        this.ending = ending;
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    /** Whether it is of an office program: a ZIP with parts, which browsers do not show. */
    public boolean isOffice() {
        return this == XLSX || this == DOCX || this == PPTX;
    }

    /** The ending of names of such files, as in {@code .jpg}. */
    public String ending() {
        return ending;
    }

    /** Most bytes that a file of this type may have. */
    public long mostBytes() {
        return mostBytes;
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
