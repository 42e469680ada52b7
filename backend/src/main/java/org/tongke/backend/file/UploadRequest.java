package org.tongke.backend.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.tongke.backend.file.inspection.MediaType;

/**
 * A file that somebody wants to upload.
 *
 * @param id the client's id of the upload
 * @param communityId raw id of the community that the file is for, or {@link StoredFile#SHARED}: the same bytes are one object there
 * @param places keys of the places whose people may confirm it: the community's schools and regions
 * @param claim what the room above claims with it, in that room's own form; part of what {@code id} stands for
 * @param fileName name of the file on the device
 * @param mediaType type that the bytes are said to have
 * @param sizeBytes length of the bytes, 1 to {@link Tickets#MOST_BYTES}
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record UploadRequest(
        UUID id,
        String communityId,
        Collection<String> places,
        Document claim,
        String fileName,
        MediaType mediaType,
        long sizeBytes,
        String sha256) {

    public UploadRequest {
        places = List.copyOf(places);
        if (sizeBytes < 1 || sizeBytes > Tickets.MOST_BYTES) {
            throw new IllegalArgumentException("not a size of an upload: " + sizeBytes);
        }
    }
}
