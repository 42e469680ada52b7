package org.tongke.backend.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.error.RefusedException;

/**
 * What the clock does to tickets: a confirmation that was cut off is finished, what arrived too late or twice is deleted, and an
 * old ticket goes. Every backend may sweep, several at once.
 */
@Component
@EnableScheduling
class TicketSweep {
    /** How long a ticket keeps its answer. */
    static final Duration KEPT = Duration.ofDays(30);

    /** How often a confirmation is begun before the sweep leaves it: bytes that bring the process down do so no more. */
    static final int MOST_BEGUN = 5;

    private static final Logger LOG = LoggerFactory.getLogger(TicketSweep.class);
    private static final int AT_ONCE = 200;

    private final TicketStore store;
    private final Tickets tickets;
    private final TicketParts parts;
    private final Bucket bucket;
    private final Clock clock;

    TicketSweep(TicketStore store, Tickets tickets, TicketParts parts, Bucket bucket, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.parts = parts;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** Looks at the tickets that are due. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void sweep() {
        var now = clock.instant();
        store.findDue(now, AT_ONCE).forEach(ticket -> sweep(ticket, now));
    }

    private void sweep(Ticket ticket, Instant now) {
        if (wasCutOff(ticket)) {
            finish(ticket);
        } else if (now.isBefore(ticket.sweptAt())) {
            store.postpone(ticket, ticket.state(), ticket.sweptAt());
        } else {
            bucket.delete(ticket.incomingKey());
            if (ticket.isInParts()) {
                parts.abandon(ticket);
            }
            leave(ticket, now);
        }
    }

    private boolean wasCutOff(Ticket ticket) {
        return ticket.state() == TicketState.OPEN
                && ticket.begun() > 0
                && ticket.begun() < MOST_BEGUN
                && tickets.hasArrived(ticket);
    }

    private void finish(Ticket ticket) {
        try {
            tickets.confirm(ticket);
            LOG.info("Finished the upload {}", ticket.id());
        } catch (RefusedException refused) {
            LOG.info("Finished the upload {}: {}", ticket.id(), refused.getMessage());
        }
    }

    private void leave(Ticket ticket, Instant now) {
        var end = ticket.expiresAt().plus(KEPT);
        if (now.isBefore(end)) {
            var state = ticket.state() == TicketState.OPEN ? TicketState.EXPIRED : ticket.state();
            store.postpone(ticket, state, end);
        } else {
            store.delete(ticket);
        }
    }
}
