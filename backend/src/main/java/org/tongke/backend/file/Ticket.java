package org.tongke.backend.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.file.inspection.MediaType;

/**
 * Leave to put one file, with these bytes and no others, into the bucket.
 *
 * @param id raw id: account, colon, the client's id of the upload
 * @param by who asked for it
 * @param communityId raw id of the community that the file is for; {@link StoredFile#SHARED} for what is shared with groups
 * @param places keys of the community's schools and regions
 * @param claim what the room above claims with the file
 * @param fileName name of the file on the device; null in tickets from before they had it
 * @param mediaType type that the bytes are said to have
 * @param sizeBytes length that the bytes must have
 * @param sha256 hash that the bytes must have
 * @param incomingKey where in the bucket the bytes arrive
 * @param expiresAt when it ends
 * @param state how far the upload has come
 * @param refusal why the file was refused; empty unless {@code REFUSED}
 * @param partsId the bucket's id of the upload in parts that was begun last; empty where the bytes go by a form
 * @param begun how often looking at the bytes was begun
 * @param nextDueAt when the sweep looks at it next
 */
public record Ticket(
        String id,
        Origin by,
        String communityId,
        Collection<String> places,
        Document claim,
        @Nullable String fileName,
        MediaType mediaType,
        long sizeBytes,
        String sha256,
        String incomingKey,
        Instant expiresAt,
        TicketState state,
        Optional<Refusal> refusal,
        Optional<String> partsId,
        int begun,
        Instant nextDueAt) {
    /** How long after its end the sweep looks at a ticket: a form that was sent in time may still be under way. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final String TYPE = "UploadTicket";

    public Ticket {
        places = List.copyOf(places);
    }

    /** The id as clients see it, before encoding. */
    public GlobalId globalId() {
        return new GlobalId(TYPE, id);
    }

    /** The raw id behind what a client sent, if it names a ticket. */
    public static Optional<String> rawOf(String encoded) {
        return GlobalId.rawOf(TYPE, encoded);
    }

    /** Whether the file is to be shared with groups. */
    public boolean isShared() {
        return communityId.equals(StoredFile.SHARED);
    }

    /** Whether the bytes go in parts. */
    boolean isInParts() {
        return UploadPart.count(sizeBytes) > 1;
    }

    /** When nothing can arrive any more, and what has is deleted. */
    Instant sweptAt() {
        return expiresAt.plus(GRACE);
    }

    /** Raw id of the file that it becomes. */
    String fileId() {
        return StoredFile.idOf(communityId, sha256);
    }
}
