package org.tongke.backend.file;

import java.time.Instant;
import java.util.Map;

/**
 * A ticket as the sender needs it.
 *
 * @param ticket the ticket
 * @param url address to POST the form to
 * @param fields fields of the form, in their order; good until {@code expiresAt}
 */
public record UploadTicket(Ticket ticket, String url, Map<String, String> fields) {

    /** When ticket and form end. */
    public Instant expiresAt() {
        return ticket.expiresAt();
    }
}
