package org.tongke.backend.file;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the sender needs it: with a form for all bytes, or with parts.
 *
 * @param ticket the ticket
 * @param url address to POST the form to; null where there are parts
 * @param fields fields of the form, in their order; good until {@code expiresAt}
 * @param parts parts by ascending number; none where there is a form
 */
public record UploadTicket(Ticket ticket, @Nullable String url, Map<String, String> fields, List<UploadPart> parts) {

    public UploadTicket {
        parts = List.copyOf(parts);
    }

    /** When ticket, form and the parts' addresses end. */
    public Instant expiresAt() {
        return ticket.expiresAt();
    }
}
