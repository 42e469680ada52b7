package org.tongke.backend.file.inspection;

import org.jspecify.annotations.Nullable;

/** Every way a file can be refused; the records carry the data of the sentence, the text is made at the edge. */
public sealed interface RejectionReason {

    /** Zero bytes. */
    record Empty() implements RejectionReason {}

    /** More bytes than a file may have. */
    record TooLarge(long sizeBytes, long maxSizeBytes) implements RejectionReason {}

    /** The bytes are of another type than was said; {@code found} is null when they are of none that is known. */
    record NotThatType(MediaType declared, @Nullable MediaType found) implements RejectionReason {}

    /** A HEIC photo, which cannot be decoded here: the phone can send it as JPEG. */
    record HeicUnsupported() implements RejectionReason {}

    /** The end of the file is missing: sending it again may help. */
    record Truncated(MediaType type) implements RejectionReason {}

    /** It begins like a file of this type but cannot be read as one (or only at a cost that no real file has). */
    record Undecodable(MediaType type) implements RejectionReason {}

    /** What is packed in a file of an office program is far more than such a file has. */
    record UnpacksTooLarge(MediaType type) implements RejectionReason {}

    /**
     * A picture of more pixels than can be read; {@code maxPixels} is lower for pictures that must be held whole (progressive
     * JPEG, WebP). Also a picture of more than 65,535 pixels on a side.
     */
    record TooManyPixels(int width, int height, long maxPixels) implements RejectionReason {}

    /** A PDF that opens only with a password. */
    record PasswordProtected() implements RejectionReason {}

    /** A PDF with scripts, or with something that starts a program. */
    record Scripts() implements RejectionReason {}

    /** A PDF that holds other files. */
    record FilesInside() implements RejectionReason {}

    /** A file of an office program with macros. */
    record Macros() implements RejectionReason {}

    /** A file of an office program in a form before XLSX, DOCX and PPTX, or with a password: both come in the same container. */
    record OldOrLocked() implements RejectionReason {}

    /** A document of more pages than this. */
    record TooManyPages(int maxPages) implements RejectionReason {}
}
