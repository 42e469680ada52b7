package org.tongke.backend.file;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.bucket.BucketException;
import org.tongke.backend.base.error.ErrorCode;
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
    /** Most bytes of an upload, 5 MiB. */
    public static final long MOST_BYTES = 5L << 20;

    /** How long a ticket, and the form that comes with it, is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** Place of a ticket's id in the input, for refusals. */
    static final List<String> PATH = List.of("ticketId");

    /** After this time a confirmation that has neither ended nor failed was cut off. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TicketStore store;
    private final Arrivals arrivals;
    private final Claimant claimant;
    private final Bucket bucket;
    private final Clock clock;

    Tickets(TicketStore store, Arrivals arrivals, Claimant claimant, Bucket bucket, Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.claimant = claimant;
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * Leave to upload. The same request again gives the same ticket with a fresh form, and opens it again if it was refused or had
     * expired.
     *
     * @throws RefusedException ID_REUSED
     */
    public UploadTicket request(UploadRequest upload, Origin by) {
        var expiresAt = clock.instant().plus(LIFETIME);
        var wanted = new Ticket(
                by.account() + ":" + upload.id(),
                by,
                upload.communityId(),
                upload.places(),
                upload.claim(),
                upload.mediaType(),
                upload.sizeBytes(),
                upload.sha256(),
                "incoming/" + by.account() + "/" + upload.id(),
                expiresAt,
                TicketState.OPEN,
                Optional.empty(),
                0,
                expiresAt.plus(Ticket.GRACE));
        var ticket = store.open(wanted, contentOf(upload))
                .orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of("id"))));
        var fields = bucket.signedPost(ticket.incomingKey(), ticket.mediaType().value(), ticket.sizeBytes(), LIFETIME);
        return new UploadTicket(ticket, bucket.postAddress(), fields);
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
        var ticket = store.find(id, scope)
                .filter(found -> found.by().account().equals(account))
                .orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.NOT_FOUND, PATH)));
        if (isLate(ticket)) {
            throw new RefusedException(Rejections.of(ErrorCode.TICKET_EXPIRED));
        }
        confirm(ticket);
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
            return store.findEnded(ticket.id())
                    .orElseThrow(() -> new RefusedException(Rejections.of(ErrorCode.FILE_NOT_ARRIVED)));
        }
        store.begin(ticket.id(), clock.instant().plus(PATIENCE));
        KillPoint.reached("upload.begun");
        try {
            var file = arrivals.take(ticket);
            claimant.claim(ticket, file);
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

    /** Whether bytes wait in the bucket. */
    boolean hasArrived(Ticket ticket) {
        return bucket.findSize(ticket.incomingKey()).isPresent();
    }
}
