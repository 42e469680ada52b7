package org.tongke.backend.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.evidence.ClaimRequest;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;

/** Uploads the demo's files as clerks and officers do: a ticket, the bytes, the confirmation. Repeating it changes nothing. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoUploads {
    private final EvidenceClaims claims;
    private final Bucket bucket;

    DemoUploads(EvidenceClaims claims, Bucket bucket) {
        this.claims = claims;
        this.bucket = bucket;
    }

    /**
     * A file to upload.
     *
     * @param name what tells it from others of its programme, for ever
     * @param activityId raw id of the activity that it shows; null if it shows none in particular
     * @param replacesId raw id of the evidence whose place it takes; null if it takes none
     * @param note note for those who look at it; null if there is none
     */
    record Upload(
            Viewer by,
            String programmeId,
            String name,
            ClaimTarget target,
            String criterion,
            DemoFile file,
            @Nullable String activityId,
            @Nullable String replacesId,
            @Nullable String note) {

        Upload(Viewer by, String programmeId, String name, ClaimTarget target, String criterion, DemoFile file) {
            this(by, programmeId, name, target, criterion, file, null, null, null);
        }

        /** Raw id of the evidence that comes of it. */
        String evidenceId() {
            return by.requireAccount() + ":" + id();
        }

        private UUID id() {
            return UUID.nameUUIDFromBytes((programmeId + "/" + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether all of these have been uploaded, whatever became of them. One round trip. */
    boolean hasAll(Collection<Upload> uploads) {
        var ids = uploads.stream().map(Upload::evidenceId).toList();
        return claims.findAll(ids, Scope.EVERYWHERE).size() == ids.size();
    }

    /** Uploads those that are missing. */
    void putAll(List<Upload> uploads) {
        var there = claims.findAll(uploads.stream().map(Upload::evidenceId).toList(), Scope.EVERYWHERE);
        uploads.stream()
                .filter(upload -> !there.containsKey(upload.evidenceId()))
                .forEach(this::put);
    }

    /** The evidence of an upload. */
    Optional<Evidence> find(Upload upload) {
        return claims.find(upload.evidenceId(), Scope.EVERYWHERE);
    }

    private void put(Upload upload) {
        var bytes = upload.file().bytes(upload.name());
        var request = new ClaimRequest(
                upload.id(),
                upload.target(),
                upload.criterion(),
                Optional.ofNullable(upload.activityId()),
                Optional.ofNullable(upload.replacesId()),
                upload.file().fileName(),
                upload.file().mediaType(),
                bytes.length,
                Sha256.of(bytes),
                Optional.ofNullable(upload.note()));
        var scope = Scope.of(upload.by().places());
        var ticket = claims.request(request, upload.by(), scope).ticket();
        send(bytes, ticket.incomingKey(), upload.file().mediaType());
        claims.confirm(ticket.id(), upload.by(), scope);
    }

    /** Puts bytes where a phone would send them. */
    void send(byte[] bytes, String key, String mediaType) {
        try {
            var file = Files.createTempFile("demo-", "");
            try {
                Files.write(file, bytes);
                bucket.put(key, file, mediaType);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
