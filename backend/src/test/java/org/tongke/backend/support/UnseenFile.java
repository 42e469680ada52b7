package org.tongke.backend.support;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bson.Document;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.community.Community;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.Ticket;
import org.tongke.backend.file.TicketState;
import org.tongke.backend.file.inspection.MediaType;

/**
 * A file that nobody needs to open, so that no bytes are sent.
 *
 * @param id raw id of its ticket, and of the evidence that it becomes
 */
public record UnseenFile(String id, String criterion, MediaType type, String fileName) {

    /** Lets the file be evidence of a community. */
    public void claim(Collection<Claimant> claimants, Origin by, Community community) {
        var ticket = new Ticket(
                id,
                by,
                community.id(),
                community.places(),
                new Document("criterion", criterion).append("fileName", fileName),
                fileName,
                type,
                1,
                id,
                "incoming/" + id,
                Instant.now(),
                TicketState.OPEN,
                Optional.empty(),
                Optional.empty(),
                1,
                Instant.now());
        var file = new StoredFile(
                community.id() + "/" + id,
                id,
                fileName,
                type,
                type,
                1,
                null,
                null,
                1,
                null,
                false,
                false,
                community.places());
        claimants.stream()
                .filter(claimant -> claimant.isFor(ticket))
                .findFirst()
                .orElseThrow()
                .claim(ticket, file);
    }
}
