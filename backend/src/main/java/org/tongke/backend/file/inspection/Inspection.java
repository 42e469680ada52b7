package org.tongke.backend.file.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The result of looking at an uploaded file. Closing it deletes the files that the inspection made, never the upload. */
public sealed interface Inspection extends AutoCloseable {

    @Override
    default void close() throws IOException {}

    /**
     * The file is what it was said to be.
     *
     * @param sha256 of the bytes as uploaded, 64 lower-case hexadecimal digits
     * @param mediaType of the upload
     * @param sizeBytes of the upload
     * @param content what is in it
     * @param cleaned what others may see: for a picture an upright JPEG without metadata, long side at most 2,560 pixels, in a
     *     file that {@link #close()} deletes; for a document the upload itself
     * @param thumbnail JPEG, long side at most 480 pixels, of a PDF its first page, deleted by {@link #close()}; null for files of office programs, and for a
     *     PDF whose first page cannot be drawn
     */
    record Accepted(
            String sha256,
            MediaType mediaType,
            long sizeBytes,
            Content content,
            Path cleaned,
            @Nullable Path thumbnail) implements Inspection {

        /** The type of {@link #cleaned}. */
        public MediaType cleanedType() {
            return switch (content) {
                case Content.Picture _ -> MediaType.JPEG;
                case Content.Document _, Content.Office _ -> mediaType;
            };
        }

        @Override
        public void close() throws IOException {
            if (content instanceof Content.Picture) {
                Files.deleteIfExists(cleaned);
            }
            if (thumbnail != null) {
                Files.deleteIfExists(thumbnail);
            }
        }
    }

    /** The file is refused; nothing of it was kept. */
    record Rejected(RejectionReason reason) implements Inspection {}
}
