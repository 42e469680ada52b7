package org.tongke.backend.file.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was found in an accepted file. */
public sealed interface Content {

    /**
     * A picture. Time, position and device are what the camera wrote: a hint for reviewers, easily forged, and gone from
     * the cleaned copy.
     *
     * @param width pixels of the uploaded picture when upright; the cleaned copy may have fewer
     * @param height as {@code width}
     * @param takenAt by the camera's clock; null if not said
     * @param position null if not said
     * @param device maker and model, at most 80 characters; null if not said
     */
    record Picture(
            int width,
            int height,
            @Nullable Instant takenAt,
            @Nullable Position position,
            @Nullable String device) implements Content {}

    /** A document with this many pages, at least one. */
    record Document(int pages) implements Content {}

    /** A file of an office program whose main part can be read; a table has at least one sheet. */
    record Office() implements Content {}
}
