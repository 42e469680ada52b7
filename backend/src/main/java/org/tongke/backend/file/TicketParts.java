package org.tongke.backend.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.bucket.ArrivedPart;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.bucket.PartedUploads;

/**
 * Uploads in parts of tickets. The ticket is written before the bucket is asked to begin, so that an upload whose id was lost by a crash
 * is still found by the ticket's key. The store may take an upload away that nobody ends; then another one is begun.
 */
@Component
class TicketParts {
    private final PartedUploads uploads;
    private final Bucket bucket;
    private final TicketStore store;

    TicketParts(PartedUploads uploads, Bucket bucket, TicketStore store) {
        this.uploads = uploads;
        this.bucket = bucket;
        this.store = store;
    }

    /** The parts of a ticket, with fresh addresses, and which of them need not be sent. */
    List<UploadPart> open(Ticket ticket, Duration lifetime) {
        if (ticket.partsId().isPresent() && ticket.state() == TicketState.CONFIRMED) {
            return parts(ticket, ticket.partsId().get(), lifetime, any -> true);
        }
        if (ticket.partsId().isPresent()) {
            var partsId = ticket.partsId().get();
            var arrived = uploads.find(ticket.incomingKey(), partsId);
            if (arrived.isPresent()) {
                var sizes = sizes(arrived.get());
                return parts(ticket, partsId, lifetime, part -> isWhole(part, sizes));
            }
            if (bucket.findSize(ticket.incomingKey()).isPresent()) {
                return parts(ticket, partsId, lifetime, any -> true);
            }
        }
        return begin(ticket, lifetime);
    }

    private List<UploadPart> begin(Ticket ticket, Duration lifetime) {
        var begun = uploads.begin(ticket.incomingKey());
        KillPoint.reached("upload.parts-begun");
        var noted = store.noteParts(ticket, begun).flatMap(Ticket::partsId).orElse(begun);
        KillPoint.reached("upload.parts-noted");
        if (noted.equals(begun)) {
            return parts(ticket, begun, lifetime, any -> false);
        }
        // somebody with the same ticket was faster
        uploads.abandon(ticket.incomingKey(), begun);
        var sizes = sizes(uploads.find(ticket.incomingKey(), noted).orElse(List.of()));
        return parts(ticket, noted, lifetime, part -> isWhole(part, sizes));
    }

    private List<UploadPart> parts(
            Ticket ticket, String partsId, Duration lifetime, Function<UploadPart, Boolean> arrived) {
        return UploadPart.of(ticket.sizeBytes())
                .map(part -> part.at(
                        uploads.signedPut(ticket.incomingKey(), partsId, part.number(), lifetime), arrived.apply(part)))
                .toList();
    }

    /** How many parts of a ticket have not arrived, or not whole. */
    int lacking(Ticket ticket) {
        var sizes = sizes(arrived(ticket));
        return Math.toIntExact(UploadPart.of(ticket.sizeBytes())
                .filter(part -> !isWhole(part, sizes))
                .count());
    }

    /** Puts the object together, unless somebody has. */
    void complete(Ticket ticket) {
        var arrived = arrived(ticket);
        if (!arrived.isEmpty()) {
            uploads.complete(ticket.incomingKey(), ticket.partsId().orElseThrow(), arrived);
        }
        KillPoint.reached("upload.completed");
    }

    /** Ends all that was begun for a ticket. */
    void abandon(Ticket ticket) {
        uploads.abandonAll(ticket.incomingKey());
    }

    private List<ArrivedPart> arrived(Ticket ticket) {
        return ticket.partsId()
                .flatMap(partsId -> uploads.find(ticket.incomingKey(), partsId))
                .orElse(List.of());
    }

    private static Map<Integer, Long> sizes(List<ArrivedPart> arrived) {
        return arrived.stream().collect(Collectors.toMap(ArrivedPart::number, ArrivedPart::sizeBytes));
    }

    private static boolean isWhole(UploadPart part, Map<Integer, Long> sizes) {
        return Long.valueOf(part.sizeBytes()).equals(sizes.get(part.number()));
    }
}
