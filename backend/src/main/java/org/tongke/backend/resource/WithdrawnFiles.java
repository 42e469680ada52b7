package org.tongke.backend.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;

/**
 * Deletes the bytes of shared files that no resource holds any more: a school's quota is free when a resource is taken back, and the store is
 * some time later. Every backend may sweep, several at once.
 */
@Component
class WithdrawnFiles {
    /** How long after it was last sent a file may be about to become a resource. */
    static final Duration LEAST = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawnFiles.class);
    private static final int AT_ONCE = 200;

    private final ResourceStore store;
    private final StoredFiles files;
    private final Clock clock;

    WithdrawnFiles(ResourceStore store, StoredFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT6H")
    void sweep() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        var sentBefore = now.minus(LEAST);
        var page = files.listShared("", sentBefore, AT_ONCE);
        while (!page.isEmpty()) {
            var held = store.filesHeld(page.stream().map(StoredFile::id).collect(Collectors.toSet()));
            for (var file : page) {
                if (!held.contains(file.id())) {
                    files.deleteBytes(file);
                    LOG.info("Deleted the bytes of {}, which nothing holds any more", file.id());
                }
            }
            page = files.listShared(page.getLast().id(), sentBefore, AT_ONCE);
        }
    }
}
