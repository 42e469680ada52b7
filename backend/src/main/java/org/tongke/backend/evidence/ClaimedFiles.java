package org.tongke.backend.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.Ticket;

/**
 * Makes evidence of a file that arrived and of the claim in its ticket, under the ticket's id; then the evidence whose place it takes is
 * replaced. Each of the two steps can be repeated. Between them both stand in the store, but only the new one counts
 * ({@link EvidenceStore#findByCommunities}).
 */
@Component
class ClaimedFiles implements Claimant {
    private final EvidenceStore store;
    private final CountyCommunities ofCounties;
    private final StoredFiles files;
    private final Programmes programmes;
    private final Clock clock;

    ClaimedFiles(
            EvidenceStore store, CountyCommunities ofCounties, StoredFiles files, Programmes programmes, Clock clock) {
        this.store = store;
        this.ofCounties = ofCounties;
        this.files = files;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** All that is not shared with groups is evidence. */
    @Override
    public boolean isFor(Ticket ticket) {
        return !ticket.isShared();
    }

    @Override
    public void claim(Ticket ticket, StoredFile file) {
        var claim = Claim.from(ticket.claim());
        var now = clock.instant();
        var programmeId = Objects.requireNonNullElseGet(
                claim.programmeId(), () -> programmes.at(now).id());
        var claimed = claimedFor(ticket, claim, programmeId);
        var evidence = new Evidence(
                ticket.id(),
                claimed.communityIds(),
                claim.countyCode(),
                programmeId,
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
                claimed.places(),
                EvidenceLife.begun(claim.replaces()));
        if (evidence.isOfCounty()) {
            files.share(file.id(), claimed.places());
        }
        store.put(evidence, ticket.by(), now);
        KillPoint.reached("evidence.put");
        if (claim.replaces() != null) {
            replace(claim.replaces(), ticket);
        }
    }

    private ClaimedFor claimedFor(Ticket ticket, Claim claim, String programmeId) {
        var county = claim.countyCode();
        if (county == null) {
            return new ClaimedFor(List.of(ticket.communityId()), ticket.places());
        }
        var programme = programmes.find(programmeId).orElseGet(programmes::current);
        return ClaimedFor.of(ofCounties.find(county, Optional.ofNullable(claim.communityIds()), programme));
    }

    /**
     * Lets the new evidence take the place of the old one, or of whatever has taken its place meanwhile: of two who replace the same
     * file at once the later one holds. What was withdrawn meanwhile stays so.
     */
    private void replace(String replacedId, Ticket ticket) {
        var id = replacedId;
        while (!id.equals(ticket.id())) {
            var old = store.find(id, Scope.EVERYWHERE).orElse(null);
            if (old == null || old.state() == EvidenceState.WITHDRAWN) {
                return;
            }
            var successor = old.life().replacedBy();
            if (successor != null) {
                id = successor;
            } else {
                var after = old.with(old.life().next(EvidenceState.REPLACED, ticket.id(), null));
                // if somebody else wrote it in between, it is read again
                store.write(old, after, List.of(), ticket.by(), clock.instant());
            }
        }
    }
}
