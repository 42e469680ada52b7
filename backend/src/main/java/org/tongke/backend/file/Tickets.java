package org.tongke.backend.file;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.bucket.BucketException;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;

/**
 * Upload tickets: leave to upload, and what comes of it. Every command can be repeated, and a confirmation that was cut off is
 * finished by whoever repeats it first, the sender or the sweep.
 */
@Component
public class Tickets {
    /** Most bytes of an upload, 25 MiB. */
    public static final long MOST_BYTES = 25L << 20;

    /** How long a ticket, and the form that comes with it, is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** How long a ticket is good whose bytes go in parts: a night without a signal is not the end of it. */
    public static final Duration LIFETIME_IN_PARTS = Duration.ofDays(1);

    /** Place of a ticket's id in the input, for refusals. */
    static final List<String> PATH = List.of("ticketId");

    /** After this time a confirmation that has neither ended nor failed was cut off. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TicketStore store;
    private final TicketParts parts;
    private final Arrivals arrivals;
    private final List<Claimant> claimants;
    private final Bucket bucket;
    private final Clock clock;

    Tickets(
            TicketStore store,
            TicketParts parts,
            Arrivals arrivals,
            List<Claimant> claimants,
            Bucket bucket,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.arrivals = arrivals;
        this.claimants = List.copyOf(claimants);
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * Leave to upload. The same request again gives the same ticket with a fresh form or fresh addresses of its parts, and opens it again
     * if it was refused or had expired.
     *
     * @throws RefusedException ID_REUSED
     */
    public UploadTicket request(UploadRequest upload, Origin by) {
        var lifetime = UploadPart.count(upload.sizeBytes()) > 1 ? LIFETIME_IN_PARTS : LIFETIME;
        var expiresAt = clock.instant().plus(lifetime);
        var wanted = new Ticket(
                by.account() + ":" + upload.id(),
                by,
                upload.communityId(),
                upload.places(),
                upload.claim(),
                upload.fileName(),
                upload.mediaType(),
                upload.sizeBytes(),
                upload.sha256(),
                "incoming/" + by.account() + "/" + upload.id(),
                expiresAt,
                TicketState.OPEN,
                Optional.empty(),
                Optional.empty(),
                0,
                expiresAt.plus(Ticket.GRACE));
        var ticket = store.open(wanted, contentOf(upload))
                .orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of("id"))));
        if (ticket.isInParts()) {
            return new UploadTicket(ticket, null, Map.of(), parts.open(ticket, lifetime));
        }
        var fields = bucket.signedPost(ticket.incomingKey(), ticket.mediaType().value(), ticket.sizeBytes(), lifetime);
        return new UploadTicket(ticket, bucket.postAddress(), fields, List.of());
    }

    /** What an upload's id stands for. */
    private static String contentOf(UploadRequest upload) {
        return Sha256.of(String.join(
                "\n",
                upload.communityId(),
                upload.mediaType().name(),
                Long.toString(upload.sizeBytes()),
                upload.sha256(),
                upload.claim().toJson()));
    }

    /**
     * The bytes have arrived: they are read back and checked, become a stored file and are claimed. Repeating it gives the same answer.
     *
     * @param account raw id of the account that asked for the ticket; others find none
     * @throws RefusedException NOT_FOUND, TICKET_EXPIRED, FILE_NOT_ARRIVED, or why the file is refused
     */
    public void confirm(String id, String account, Scope scope) {
        confirm(id, account, scope, false);
    }

    /**
     * The same of a file that is to be shared with groups.
     *
     * @return the ticket
     */
    public Ticket confirmShared(String id, String account, Scope scope) {
        return confirm(id, account, scope, true);
    }

    private Ticket confirm(String id, String account, Scope scope, boolean isShared) {
        var ticket = store.find(id, scope)
                .filter(found -> found.by().account().equals(account) && found.isShared() == isShared)
                .orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.NOT_FOUND, PATH)));
        if (isLate(ticket)) {
            throw new RefusedException(Rejections.of(ErrorCode.TICKET_EXPIRED));
        }
        confirm(ticket);
        return ticket;
    }

    /** What has been begun in time is finished however late it is. */
    private boolean isLate(Ticket ticket) {
        return switch (ticket.state()) {
            case EXPIRED -> true;
            case OPEN -> ticket.begun() == 0 && !clock.instant().isBefore(ticket.expiresAt());
            case CONFIRMED, REFUSED -> false;
        };
    }

    /** Does what is left to do for a ticket that has not expired. */
    void confirm(Ticket ticket) {
        var ended = ticket.state() == TicketState.OPEN ? take(ticket) : ticket;
        // also when the ticket had ended before: the process may have died in between
        bucket.delete(ended.incomingKey());
        ended.refusal().ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** Takes what has arrived for an open ticket. Returns the ticket as it stands afterwards, confirmed or refused. */
    private Ticket take(Ticket ticket) {
        if (!hasArrived(ticket)) {
            return store.findEnded(ticket.id()).orElseThrow(() -> new RefusedException(notArrived(ticket)));
        }
        store.begin(ticket.id(), clock.instant().plus(PATIENCE));
        KillPoint.reached("upload.begun");
        try {
            if (ticket.isInParts()) {
                parts.complete(ticket);
            }
            var file = arrivals.take(ticket);
            claimantOf(ticket).claim(ticket, file);
            KillPoint.reached("upload.claimed");
            store.confirm(ticket.id(), ticket.sweptAt());
            KillPoint.reached("upload.confirmed");
        } catch (RefusedException refused) {
            store.refuse(ticket.id(), refused.refusals().getFirst(), ticket.sweptAt());
            KillPoint.reached("upload.refused");
        } catch (BucketException broken) {
            // somebody else may have ended the ticket and deleted what was just being read
            return store.findEnded(ticket.id()).orElseThrow(() -> broken);
        }
        // the same ticket may have been confirmed twice at once: what stands in the store is the answer to both
        return store.findEnded(ticket.id()).orElseThrow();
    }

    private Claimant claimantOf(Ticket ticket) {
        return claimants.stream()
                .filter(claimant -> claimant.isFor(ticket))
                .findFirst()
                .orElseThrow();
    }

    /** Whether bytes wait in the bucket, as one object or as all the parts of one. */
    boolean hasArrived(Ticket ticket) {
        return bucket.findSize(ticket.incomingKey()).isPresent() || (ticket.isInParts() && parts.lacking(ticket) == 0);
    }

    private Refusal notArrived(Ticket ticket) {
        var lacking = ticket.isInParts()
                ? new Phrase("file.parts-lacking", parts.lacking(ticket), UploadPart.count(ticket.sizeBytes()))
                : new Phrase("file.nothing-arrived");
        return Rejections.of(ErrorCode.FILE_NOT_ARRIVED, lacking);
    }
}
