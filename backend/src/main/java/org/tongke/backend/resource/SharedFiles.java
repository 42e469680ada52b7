package org.tongke.backend.resource;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.Ticket;

/** Makes resources, and versions of them, of files that arrived. */
@Component
class SharedFiles implements Claimant {
    private final ResourceStore store;
    private final ResourceWriter writer;
    private final Quotas quotas;

    SharedFiles(ResourceStore store, ResourceWriter writer, Quotas quotas) {
        this.store = store;
        this.writer = writer;
        this.quotas = quotas;
    }

    @Override
    public boolean isFor(Ticket ticket) {
        return ticket.isShared();
    }

    @Override
    public void claim(Ticket ticket, StoredFile file) {
        var claim = ResourceClaim.from(ticket.claim());
        if (store.find(claim.resourceId())
                .filter(standing -> standing.hasVersion(claim.versionId()))
                .isPresent()) {
            return;
        }
        quotas.check(claim.schoolId(), file.id(), file.sizeBytes(), "ticketId");
        var content = new ResourceContent.OfFile(
                file.id(), Objects.requireNonNull(ticket.fileName()), file.mediaType(), file.sizeBytes());
        var version = new ResourceVersion(claim.versionId(), content, claim.note(), writer.now());
        switch (claim) {
            case ResourceClaim.New fresh ->
                writer.add(Resource.of(fresh.resourceId(), fresh.draft(), version), ticket.by());
            case ResourceClaim.Next next -> writer.add(next.resourceId(), version, ticket.by(), "ticketId");
        }
    }
}
