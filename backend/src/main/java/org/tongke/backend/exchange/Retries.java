package org.tongke.backend.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;

/**
 * Tries rows of the quarantine again. A row goes the same way as a reported one, by the same rule about revisions, so that it
 * overtakes nothing that is newer. It is written first and let go afterwards: whoever is interrupted leaves the wish that it be
 * tried, and the second time it is found unchanged.
 */
@Component
class Retries {
    private final QuarantineStore store;
    private final Suppliers suppliers;
    private final RowReader reader;
    private final RowResolver resolver;
    private final Activities activities;
    private final BatchStore batches;
    private final Clock clock;

    Retries(
            QuarantineStore store,
            Suppliers suppliers,
            RowReader reader,
            RowResolver resolver,
            Activities activities,
            BatchStore batches,
            Clock clock) {
        this.store = store;
        this.suppliers = suppliers;
        this.reader = reader;
        this.resolver = resolver;
        this.activities = activities;
        this.batches = batches;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Tries rows that are to be tried, {@link Batches#MOST_ROWS} at most. Per supplier among them, of which there is a
     * handful, as many round trips as for a batch.
     *
     * @param supplier the one whose rows are tried; empty for all
     * @param by whoever wishes it, given the supplier whose name the history shows
     */
    Retry tryDue(Optional<String> supplier, Function<Supplier, Origin> by) {
        var due = store.findDue(supplier, Batches.MOST_ROWS);
        var bySupplier = due.stream()
                .collect(Collectors.groupingBy(
                        kept -> kept.row().key().supplier(), LinkedHashMap::new, Collectors.toList()));
        var known = suppliers.findAll(bySupplier.keySet());
        var outcomes = new ArrayList<RowOutcome>();
        bySupplier.forEach((id, rows) -> {
            var of = known.getOrDefault(id, new Supplier(id, id));
            outcomes.addAll(retry(of, rows, by.apply(of)));
        });
        return new Retry(RowCounts.of(outcomes), due.size() == Batches.MOST_ROWS);
    }

    /** Tries rows of one supplier. */
    List<RowOutcome> retry(Supplier supplier, List<QuarantineStore.Kept> rows, Origin by) {
        var outcomes = new ArrayList<RowOutcome>();
        var said = new LinkedHashMap<QuarantineStore.Kept, SaidRow>();
        var still = new ArrayList<QuarantineStore.Kept>();
        var waits = new HashMap<ActivityKey, List<String>>();
        for (var kept : rows) {
            try {
                said.put(kept, reader.read(Payload.read(kept.row().payload())));
            } catch (RefusedException wrong) {
                // what it names has come to be known, and with it what is wrong with the row
                still.add(with(kept, RowReader.problemOf(wrong)));
            }
        }
        var known = resolver.known(supplier, said.values());
        var complete = new ArrayList<Complete>();
        said.forEach((kept, row) -> {
            switch (resolver.resolve(supplier, row, known)) {
                case ResolvedRow.Complete found -> complete.add(new Complete(kept.row(), row, found.report()));
                case ResolvedRow.Incomplete missing -> {
                    still.add(with(kept, missing.problem()));
                    waits.put(kept.row().key(), missing.waits());
                }
            }
        });
        outcomes.addAll(apply(supplier, complete, by));
        store.renew(still, waits);
        still.forEach(kept -> outcomes.add(RowOutcome.of(
                0, kept.row().key(), RowResult.QUARANTINED, kept.row().problem())));
        return outcomes;
    }

    /** A row of which all is known. */
    private record Complete(QuarantinedRow kept, SaidRow said, ActivityReport report) {

        Instant changedAt() {
            return said.changedAt() == null ? kept.firstSeenAt() : said.changedAt();
        }
    }

    private List<RowOutcome> apply(Supplier supplier, List<Complete> complete, Origin by) {
        if (complete.isEmpty()) {
            return List.of();
        }
        var applied = activities
                .apply(complete.stream().map(Complete::report).toList(), by)
                .iterator();
        KillPoint.reached("retry.applied");
        var now = now();
        var outcomes = new ArrayList<RowOutcome>();
        var done = new HashMap<ActivityKey, Long>();
        var lags = new Lags();
        for (var row : complete) {
            var outcome = RowOutcome.of(0, row.kept().key(), applied.next());
            outcomes.add(outcome);
            done.put(row.kept().key(), row.kept().revision());
            if (outcome.result() == RowResult.APPLIED) {
                lags.add(row.changedAt(), now);
            }
        }
        // of two that try the same row both find it written; the one that lets go of it records it
        var released = store.release(done);
        var counts = RowCounts.of(outcomes);
        if (released > 0 && counts.applied() > 0) {
            batches.record(
                    Batch.ofRetry(supplier.id(), UUID.randomUUID(), now, counts.withAppliedAtMost(released)), lags, by);
        }
        return outcomes;
    }

    private QuarantineStore.Kept with(QuarantineStore.Kept kept, RowProblem problem) {
        var row = kept.row();
        return new QuarantineStore.Kept(
                new QuarantinedRow(
                        row.key(), row.revision(), row.payload(), problem, row.firstSeenAt(), row.lastSeenAt(), now()),
                kept.wishes());
    }
}
