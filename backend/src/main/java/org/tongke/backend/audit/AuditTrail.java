package org.tongke.backend.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongke.backend.audit.AuditReport.Fault;
import org.tongke.backend.audit.AuditReport.FaultKind;

/**
 * The trail of all writes of facts and its seals. Whether seals were taken away from its end it cannot tell by itself: compare with
 * the hashes in the log.
 */
@Component
public class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    /** How many entries a seal covers at most. */
    private static final int SEGMENT = 500;

    private final AuditEntryStore entries;
    private final AuditSealStore seals;
    private final Clock clock;

    AuditTrail(AuditEntryStore entries, AuditSealStore seals, Clock clock) {
        this.entries = entries;
        this.seals = seals;
        this.clock = clock;
    }

    /** Seals the entries that no seal covers. Repeatable; two backends that do it at once cover no entry twice. */
    void seal() {
        var last = seals.findLast();
        // a crash may have come between seal and mark
        last.ifPresent(entries::mark);
        for (var open = entries.findUnsealed(SEGMENT); !open.isEmpty(); open = entries.findUnsealed(SEGMENT)) {
            var next = AuditSeal.after(last, open, clock.instant());
            if (!seals.add(next)) {
                return; // another backend was faster; it marks them, or the next time we do
            }
            entries.mark(next);
            log.info("Sealed {} entries of the audit trail: seal {}, hash {}", open.size(), next.number(), next.hash());
            last = Optional.of(next);
        }
    }

    /** Recomputes every seal from the entries that it covers. Takes a time that grows with the trail. */
    public AuditReport verify() {
        var faults = new ArrayList<Fault>();
        var covered = 0L;
        var last = Optional.<AuditSeal>empty();
        var foreign = List.<String>of();
        do {
            try (var chain = seals.after(numberOf(last))) {
                while (chain.hasNext()) {
                    var seal = AuditSeal.from(chain.next());
                    if (!seal.follows(last)) {
                        faults.add(new Fault(FaultKind.SEAL_BROKEN, seal.number(), null));
                    }
                    verifyEntries(seal, faults);
                    covered += seal.hashes().size();
                    last = Optional.of(seal);
                }
            }
            foreign = entries.findMarkedAfter(numberOf(last));
            // what is marked may be covered by a seal that came meanwhile
        } while (!foreign.isEmpty() && seals.findLast().map(AuditSeal::number).orElse(0L) > numberOf(last));
        var end = numberOf(last);
        foreign.forEach(id -> faults.add(new Fault(FaultKind.ENTRY_FOREIGN, end, id)));
        return new AuditReport(end, covered, entries.countUnsealed(), faults);
    }

    private static long numberOf(Optional<AuditSeal> seal) {
        return seal.map(AuditSeal::number).orElse(0L);
    }

    private void verifyEntries(AuditSeal seal, List<Fault> faults) {
        var marked = entries.findMarked(seal.number());
        var unmarked = new HashSet<>(seal.hashes().keySet());
        marked.forEach(entry -> unmarked.remove(entry.getString("_id")));
        var found = new HashSet<String>();
        Stream.concat(marked.stream(), entries.find(unmarked).stream()).forEach(entry -> {
            var id = entry.getString("_id");
            found.add(id);
            findFault(seal, id, entry).ifPresent(kind -> faults.add(new Fault(kind, seal.number(), id)));
        });
        seal.hashes().keySet().stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> faults.add(new Fault(FaultKind.ENTRY_MISSING, seal.number(), id)));
    }

    private static Optional<FaultKind> findFault(AuditSeal seal, String id, Document entry) {
        var hash = seal.hashes().get(id);
        if (hash == null) {
            return Optional.of(FaultKind.ENTRY_FOREIGN);
        }
        return hash.equals(AuditSeal.hash(entry)) ? Optional.empty() : Optional.of(FaultKind.ENTRY_CHANGED);
    }
}
