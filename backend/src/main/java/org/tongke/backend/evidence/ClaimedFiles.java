package org.tongke.backend.evidence;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.Ticket;

/** Makes evidence of a file that arrived and of the claim in its ticket, under the ticket's id. */
@Component
class ClaimedFiles implements Claimant {
    private final EvidenceStore store;
    private final Programmes programmes;
    private final Clock clock;

    ClaimedFiles(EvidenceStore store, Programmes programmes, Clock clock) {
        this.store = store;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public void claim(Ticket ticket, StoredFile file) {
        var claim = Claim.from(ticket.claim());
        var now = clock.instant();
        var evidence = new Evidence(
                ticket.id(),
                ticket.communityId(),
                Objects.requireNonNullElseGet(
                        claim.programmeId(), () -> programmes.at(now).id()),
                claim.criterion(),
                claim.activityId(),
                file.id(),
                file.sha256(),
                FilesAsked.kindOf(file.mediaType()),
                claim.fileName(),
                claim.note(),
                ticket.by().name(),
                ticket.by().account(),
                now,
                ticket.places());
        store.put(evidence, ticket.by(), now);
    }
}
