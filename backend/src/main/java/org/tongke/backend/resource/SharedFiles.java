package org.tongke.backend.resource;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.FileHolder;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.Ticket;

/** Makes resources, and versions of them, of files that arrived; and says who may see such a file: whoever sees what holds it now. */
@Component
class SharedFiles implements Claimant, FileHolder {
    private final ResourceStore store;
    private final ResourceWriter writer;
    private final Quotas quotas;
    private final Readers readers;

    SharedFiles(ResourceStore store, ResourceWriter writer, Quotas quotas, Readers readers) {
        this.store = store;
        this.writer = writer;
        this.quotas = quotas;
        this.readers = readers;
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

    @Override
    public Optional<Held> find(String fileId, Scope scope) {
        var reader = readers.of(scope);
        return store.findHolding(fileId, reader)
                .map(resource -> new Held(nameIn(resource, fileId), reader.placesOf(resource)));
    }

    private static String nameIn(Resource resource, String fileId) {
        return resource.versions().reversed().stream()
                .map(ResourceVersion::content)
                .filter(content -> content instanceof ResourceContent.OfFile file
                        && file.fileId().equals(fileId))
                .map(ResourceContent::name)
                .findFirst()
                .orElseThrow();
    }
}
