package org.tongke.backend.resource;

import org.tongke.backend.file.inspection.MediaType;

/** What kind of thing a resource is. */
public enum ResourceKind {
    /** A picture. */
    PICTURE,
    /** A PDF. */
    PDF,
    /** A text of an office program. */
    TEXT,
    /** Slides of an office program. */
    SLIDES,
    /** A table of an office program. */
    TABLE,
    /** A video at another place. */
    VIDEO,
    /** A page at another place. */
    PAGE;

    /** The kind of files of a type. */
    public static ResourceKind of(MediaType type) {
        return switch (type) {
            case JPEG, PNG, WEBP -> PICTURE;
            case PDF -> PDF;
            case DOCX -> TEXT;
            case PPTX -> SLIDES;
            case XLSX -> TABLE;
        };
    }
}
