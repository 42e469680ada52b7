package org.tongke.backend.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.bucket.BucketException;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.file.inspection.Content;
import org.tongke.backend.file.inspection.FileInspector;
import org.tongke.backend.file.inspection.Inspection;
import org.tongke.backend.file.inspection.Limits;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.file.inspection.PdfProcess;

/**
 * Makes a stored file of bytes that arrived. What is checked is a copy on the disk, so that nobody can change it in between.
 * Each step can be repeated: the same bytes go to the same keys and to the same document.
 */
@Component
class Arrivals implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    private final Bucket bucket;
    private final FileStore files;
    private final FileOriginStore origins;
    private final Clock clock;
    private final WorkFolder folder;
    private final PdfProcess documents = new PdfProcess();
    private final FileInspector inspector;

    Arrivals(Bucket bucket, FileStore files, FileOriginStore origins, Clock clock, ZoneId zone) throws IOException {
        this.bucket = bucket;
        this.files = files;
        this.origins = origins;
        this.clock = clock;
        folder = WorkFolder.open(Path.of(System.getProperty("java.io.tmpdir")));
        inspector = new FileInspector(folder.path(), zone, documents);
    }

    /** At the end of the application. */
    @Override
    public void close() throws IOException {
        documents.close();
        folder.close();
    }

    /**
     * Looks at the bytes of a ticket and stores them.
     *
     * @throws RefusedException if they are not what the ticket says or not what their type says
     */
    StoredFile take(Ticket ticket) {
        try {
            var upload = Files.createTempFile(folder.path(), "upload-", "");
            try {
                readBack(ticket, upload);
                return inspect(ticket, upload);
            } finally {
                Files.deleteIfExists(upload);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at " + ticket.id(), stopped);
        }
    }

    /** Never more than a byte too many is read, whatever has arrived. */
    private void readBack(Ticket ticket, Path upload) throws IOException {
        var digest = Sha256.digest();
        long length = 0;
        try (var bytes = bucket.open(ticket.incomingKey());
                var file = Files.newOutputStream(upload)) {
            var buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0 && length <= ticket.sizeBytes(); read = bytes.read(buffer)) {
                length += read;
                digest.update(buffer, 0, read);
                file.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            throw new BucketException("read " + ticket.incomingKey(), broken);
        }
        if (length != ticket.sizeBytes()) {
            throw new RefusedException(Rejections.of(ErrorCode.FILE_SIZE_DIFFERS));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(ticket.sha256())) {
            throw new RefusedException(Rejections.of(ErrorCode.FILE_HASH_DIFFERS));
        }
    }

    private StoredFile inspect(Ticket ticket, Path upload) throws IOException, InterruptedException {
        try (var inspection = inspector.inspect(upload, ticket.mediaType(), Limits.USUAL)) {
            return switch (inspection) {
                case Inspection.Rejected(var reason) -> throw new RefusedException(Rejections.refusal(reason));
                case Inspection.Accepted accepted -> store(ticket, accepted);
            };
        }
    }

    private StoredFile store(Ticket ticket, Inspection.Accepted accepted) {
        var file = file(ticket, accepted);
        bucket.put(file.key(), accepted.cleaned(), file.shownType().value());
        KillPoint.reached("upload.file-put");
        var thumbnail = accepted.thumbnail();
        if (thumbnail != null) {
            bucket.put(file.thumbnailKey(), thumbnail, MediaType.JPEG.value());
            KillPoint.reached("upload.thumbnail-put");
        }
        if (accepted.content() instanceof Content.Picture picture) {
            origins.put(file, picture);
            KillPoint.reached("upload.origin-recorded");
        }
        files.put(file, clock.instant());
        KillPoint.reached("upload.file-recorded");
        return file;
    }

    private static StoredFile file(Ticket ticket, Inspection.Accepted accepted) {
        var picture = accepted.content() instanceof Content.Picture found ? found : null;
        var document = accepted.content() instanceof Content.Document found ? found : null;
        return new StoredFile(
                ticket.fileId(),
                accepted.sha256(),
                ticket.fileName(),
                accepted.mediaType(),
                accepted.cleanedType(),
                accepted.sizeBytes(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                document == null ? null : document.pages(),
                picture == null ? null : picture.takenAt(),
                accepted.thumbnail() != null,
                false,
                // who may see what is shared is asked of its holder
                ticket.isShared() ? List.of() : ticket.places());
    }
}
