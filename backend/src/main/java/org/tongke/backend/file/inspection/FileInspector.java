package org.tongke.backend.file.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.sheet.DocumentCheck;
import org.tongke.backend.base.sheet.NoWorkbookException;
import org.tongke.backend.base.sheet.WorkbookCheck;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.file.inspection.Inspection.Accepted;
import org.tongke.backend.file.inspection.Inspection.Rejected;

/**
 * The only judge of uploaded files. One per process and safe for many threads: it lets as many decode at once as there are
 * cores and makes the others wait, so that memory is bounded by cores × {@link Limits}. PDFs are opened in a process of their own.
 */
public final class FileInspector {

    /** Where readers of PDF look for its end mark. */
    private static final int TAIL_BYTES = 2048;

    private final Path workFolder;
    private final ZoneId cameraZone;
    private final PdfProcess documents;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** PDFs wait for each other, since their process does; pictures do not wait for them. */
    private final Semaphore oneDocument = new Semaphore(1, true);

    /**
     * @param workFolder existing folder for the files that inspections make; none of them is there when no inspection is open
     * @param cameraZone the zone of cameras that write the time without one
     * @param documents opens PDFs; closed by whoever made it
     */
    public FileInspector(Path workFolder, ZoneId cameraZone, PdfProcess documents) {
        this.workFolder = workFolder;
        this.cameraZone = cameraZone;
        this.documents = documents;
    }

    /**
     * Looks at a file and tells what it is. The same bytes always give the same answer. The upload is read, never changed.
     *
     * @param declared what the sender said it was
     * @throws IOException when a disk fails; never because of what is in the file
     * @throws InterruptedException when interrupted while waiting for a core
     */
    public Inspection inspect(Path upload, MediaType declared, Limits limits) throws IOException, InterruptedException {
        var permits = declared == MediaType.PDF ? oneDocument : cores;
        permits.acquire();
        try {
            checkSize(Files.size(upload), limits);
            // Read once: what is hashed is what is decoded, and from here on only the content can be at fault, not the
            // disk.
            var bytes = Files.readAllBytes(upload);
            checkSignature(bytes, declared);
            return switch (declared) {
                case PDF -> inspectDocument(upload, bytes, limits);
                case XLSX, DOCX, PPTX -> inspectOffice(upload, bytes, declared);
                case JPEG, PNG, WEBP -> inspectPicture(bytes, declared, limits);
            };
        } catch (RejectedException e) {
            return new Rejected(e.reason());
        } finally {
            permits.release();
        }
    }

    private static void checkSize(long sizeBytes, Limits limits) throws RejectedException {
        if (sizeBytes == 0) {
            throw new RejectedException(new RejectionReason.Empty());
        }
        if (sizeBytes > limits.maxSizeBytes()) {
            throw new RejectedException(new RejectionReason.TooLarge(sizeBytes, limits.maxSizeBytes()));
        }
    }

    private static void checkSignature(byte[] bytes, MediaType declared) throws RejectedException {
        var signature = Signature.of(bytes);
        if (signature == Signature.HEIC) {
            throw new RejectedException(new RejectionReason.HeicUnsupported());
        }
        if (signature == Signature.OLE && declared.isOffice()) {
            throw new RejectedException(new RejectionReason.OldOrLocked());
        }
        if (!signature.promises(declared)) {
            throw new RejectedException(new RejectionReason.NotThatType(declared, signature.type()));
        }
    }

    private Inspection inspectDocument(Path upload, byte[] bytes, Limits limits) throws IOException, RejectedException {
        checkEnd(bytes);
        var thumbnail = Files.createTempFile(workFolder, "page-", ".jpg");
        var isKept = false;
        try {
            var answer = documents
                    .read(upload, thumbnail, limits.maxPages())
                    .orElseThrow(() -> new RejectedException(new RejectionReason.Undecodable(MediaType.PDF)));
            switch (answer.verdict()) {
                case GOOD -> isKept = answer.isDrawn();
                case BROKEN -> throw new RejectedException(new RejectionReason.Undecodable(MediaType.PDF));
                case LOCKED -> throw new RejectedException(new RejectionReason.PasswordProtected());
                case SCRIPTED -> throw new RejectedException(new RejectionReason.Scripts());
                case WITH_FILES -> throw new RejectedException(new RejectionReason.FilesInside());
                case TOO_MANY_PAGES -> throw new RejectedException(new RejectionReason.TooManyPages(limits.maxPages()));
            }
            var content = new Content.Document(answer.pages());
            return new Accepted(
                    Sha256.of(bytes), MediaType.PDF, bytes.length, content, upload, isKept ? thumbnail : null);
        } finally {
            if (!isKept) {
                Files.deleteIfExists(thumbnail);
            }
        }
    }

    /** The parser itself would mend a file without an end mark and lose pages in silence. */
    private static void checkEnd(byte[] bytes) throws RejectedException {
        var length = Math.min(bytes.length, TAIL_BYTES);
        if (!new String(bytes, bytes.length - length, length, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
            throw new RejectedException(new RejectionReason.Truncated(MediaType.PDF));
        }
    }

    private static Inspection inspectOffice(Path upload, byte[] bytes, MediaType type) throws RejectedException {
        try {
            switch (type) {
                case DOCX -> DocumentCheck.TEXT.check(upload, bytes);
                case PPTX -> DocumentCheck.SLIDES.check(upload, bytes);
                default -> WorkbookCheck.check(upload, bytes);
            }
        } catch (NoWorkbookException none) {
            throw new RejectedException(
                    switch (none.reason()) {
                        case TRUNCATED -> new RejectionReason.Truncated(type);
                        case BROKEN -> new RejectionReason.Undecodable(type);
                        case TOO_LARGE -> new RejectionReason.UnpacksTooLarge(type);
                        case MACROS -> new RejectionReason.Macros();
                        case OTHER_TYPE -> new RejectionReason.NotThatType(type, null);
                    });
        }
        return new Accepted(Sha256.of(bytes), type, bytes.length, new Content.Office(), upload, null);
    }

    private Inspection inspectPicture(byte[] bytes, MediaType type, Limits limits)
            throws IOException, RejectedException {
        var layout = PictureLayout.of(bytes, type);
        var facts = ExifFacts.of(layout.exif(), cameraZone);
        var orientation = facts.orientation();
        // In one expression, so that the large raster can go before the smaller ones are made.
        var upright = orientation.upright(
                Shrinking.flat(PictureDecoder.decode(bytes, type, layout, limits), Rendition.CLEANED.longSide()));
        var turned = orientation.swapsSides();
        var picture = new Content.Picture(
                turned ? layout.height() : layout.width(),
                turned ? layout.width() : layout.height(),
                facts.takenAt(),
                facts.position(),
                facts.device());
        Path cleaned = null;
        Path thumbnail = null;
        var complete = false;
        try {
            cleaned = Rendition.CLEANED.write(upright, workFolder);
            thumbnail = Rendition.THUMBNAIL.write(upright, workFolder);
            complete = true;
        } finally {
            if (!complete) {
                deleteIfMade(cleaned);
                deleteIfMade(thumbnail);
            }
        }
        return new Accepted(Sha256.of(bytes), type, bytes.length, picture, cleaned, thumbnail);
    }

    private static void deleteIfMade(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
