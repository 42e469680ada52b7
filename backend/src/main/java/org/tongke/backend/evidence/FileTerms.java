package org.tongke.backend.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;

/**
 * Deletes the bytes of files when all programmes for which they are evidence keep them no longer. The evidence stays, and says that its file
 * is gone. Every backend may sweep, several at once.
 */
@Component
class FileTerms {
    /** How long a file is kept at least, also one that was sent when its programme kept none any more. */
    static final Duration LEAST = Duration.ofDays(365);

    private static final Logger LOG = LoggerFactory.getLogger(FileTerms.class);
    private static final int AT_ONCE = 200;

    private final Programmes programmes;
    private final EvidenceStore evidence;
    private final StoredFiles files;
    private final Clock clock;

    FileTerms(Programmes programmes, EvidenceStore evidence, StoredFiles files, Clock clock) {
        this.programmes = programmes;
        this.evidence = evidence;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT12H")
    void sweep() {
        sweep(clock.instant());
    }

    /** Nothing is looked at as long as every programme keeps its files. */
    void sweep(Instant now) {
        if (programmes.list().stream().allMatch(programme -> now.isBefore(programme.filesEndAt()))) {
            return;
        }
        var page = files.listKept("", AT_ONCE);
        while (!page.isEmpty()) {
            var ends = evidence.findByFiles(page.stream().map(StoredFile::id).toList()).stream()
                    .collect(Collectors.groupingBy(
                            Evidence::fileId,
                            Collectors.mapping(this::endOf, Collectors.maxBy(Comparator.naturalOrder()))));
            for (var file : page) {
                // a file that is no evidence yet is about to become some
                var end = ends.get(file.id());
                if (end != null && end.filter(at -> !now.isBefore(at)).isPresent()) {
                    files.deleteBytes(file);
                    LOG.info("Deleted the bytes of {}, which are kept no longer", file.id());
                }
            }
            page = files.listKept(page.getLast().id(), AT_ONCE);
        }
    }

    private Instant endOf(Evidence claimed) {
        var least = claimed.recordedAt().plus(LEAST);
        return programmes
                .find(claimed.programmeId())
                .map(Programme::filesEndAt)
                .filter(least::isBefore)
                .orElse(least);
    }
}
