package org.tongke.backend.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ApplyOutcome;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The batches of reports that suppliers send. */
@Component
public class Batches {
    /** Name of the list for page requests. */
    public static final String LIST = BatchStore.LIST;

    /** How many values order it. */
    public static final int LIST_KEYS = 2;

    /** Most rows of a batch. */
    public static final int MOST_ROWS = 500;

    private final Suppliers suppliers;
    private final RowReader reader;
    private final RowResolver resolver;
    private final Activities activities;
    private final Quarantine quarantine;
    private final BatchStore store;
    private final Clock clock;

    Batches(
            Suppliers suppliers,
            RowReader reader,
            RowResolver resolver,
            Activities activities,
            Quarantine quarantine,
            BatchStore store,
            Clock clock) {
        this.suppliers = suppliers;
        this.reader = reader;
        this.resolver = resolver;
        this.activities = activities;
        this.quarantine = quarantine;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes a batch: good rows are written, rows that name something unknown go into quarantine, wrong rows are kept in the batch's
     * record. Rows and batches can come in any order and any number of times: the end state is the same, as long as a revision
     * stands for one content. After a crash between any two steps, sending the batch again leads there too. The number of round
     * trips does not depend on the number of rows.
     *
     * @param supplierId raw id of the supplier whose activities are reported
     * @param id the supplier's id of the batch
     * @param rows 1 to {@link #MOST_ROWS}
     * @param viewer the supplier's account
     * @return what became of each row, in their order
     * @throws RefusedException REQUIRED, BATCH_TOO_LARGE
     */
    public List<RowOutcome> sync(String supplierId, UUID id, List<ReportedRow> rows, Viewer viewer) {
        if (rows.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of("activities")));
        }
        if (rows.size() > MOST_ROWS) {
            throw new RefusedException(Refusal.of(ErrorCode.BATCH_TOO_LARGE, List.of("activities"), MOST_ROWS));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var supplier = suppliers.get(supplierId);
        var by = Origin.of(viewer, supplier.name(), "graphql");
        var outcomes = new TreeMap<Integer, RowOutcome>();
        var said = read(rows, outcomes);
        var keys = keys(supplier, said);
        var fresh = fresh(keys, said, outcomes);
        var complete = new TreeMap<Integer, ActivityReport>();
        var incomplete = new ArrayList<Aside>();
        resolve(supplier, fresh, rows, complete, incomplete);
        KillPoint.reached("sync.resolved");
        outcomes.putAll(apply(complete, by));
        KillPoint.reached("sync.applied");
        outcomes.putAll(quarantine.take(Set.copyOf(keys.values()), incomplete, now));
        KillPoint.reached("sync.released");
        var inOrder = List.copyOf(outcomes.values());
        store.record(batch(supplierId, id, rows, inOrder, now), lags(said, inOrder, now), by);
        return inOrder;
    }

    /** The record of a batch of a supplier. */
    public Optional<Batch> find(String supplierId, UUID id) {
        return store.find(Batch.idOf(supplierId, id));
    }

    /** The record of a batch with a raw id, for the supplier that sent it and for whoever may look everywhere. */
    public Optional<Batch> find(String id, Viewer viewer, Scope scope) {
        var within = Suppliers.within(Optional.empty(), viewer, scope);
        return store.find(id).filter(batch -> within.isEmpty() || within.get().contains(batch.supplier()));
    }

    /**
     * The records of batches that a viewer may see, those that came last first.
     *
     * @param supplierId raw id of the supplier of which it is asked; empty for all
     */
    public Connection<Batch> list(Optional<String> supplierId, PageRequest page, Viewer viewer, Scope scope) {
        var found = store.list(Suppliers.within(supplierId, viewer, scope), page);
        return Connection.of(found, page, BatchStore::cursorOf);
    }

    /** From the change at the supplier, where it is told, until the row was written. */
    private Lags lags(Map<Integer, SaidRow> said, List<RowOutcome> outcomes, Instant receivedAt) {
        var lags = new Lags();
        var writtenAt = clock.instant();
        for (var outcome : outcomes) {
            var row = said.get(outcome.index());
            if (row != null && outcome.result() == RowResult.APPLIED) {
                lags.add(row.changedAt() == null ? receivedAt : row.changedAt(), writtenAt);
            }
        }
        return lags;
    }

    /** Rows that are well written; the others get their outcome. */
    private Map<Integer, SaidRow> read(List<ReportedRow> rows, Map<Integer, RowOutcome> outcomes) {
        var said = new TreeMap<Integer, SaidRow>();
        for (int index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            try {
                said.put(index, reader.read(row));
            } catch (RefusedException refused) {
                var externalId = reader.findExternalId(row).orElse(null);
                var problem = RowReader.problemOf(refused).inRow(index);
                outcomes.put(index, new RowOutcome(index, externalId, RowResult.REFUSED, problem));
            }
        }
        return said;
    }

    private static Map<Integer, ActivityKey> keys(Supplier supplier, Map<Integer, SaidRow> said) {
        var keys = new TreeMap<Integer, ActivityKey>();
        said.forEach((index, row) -> keys.put(index, new ActivityKey(supplier.id(), row.externalId())));
        return keys;
    }

    /**
     * Rows that are newer than what stands; the others get their outcome. Most of what suppliers send stands already, and a report
     * is known by what it says: what it names need not be found for that.
     */
    private Map<Integer, SaidRow> fresh(
            Map<Integer, ActivityKey> keys, Map<Integer, SaidRow> said, Map<Integer, RowOutcome> outcomes) {
        var standing = activities.findVersions(Set.copyOf(keys.values()));
        var fresh = new TreeMap<Integer, SaidRow>();
        said.forEach((index, row) -> {
            var key = Objects.requireNonNull(keys.get(index));
            switch (row.version().against(Optional.ofNullable(standing.get(key)))) {
                case ApplyOutcome.Applied _ -> fresh.put(index, row);
                case ApplyOutcome known -> outcomes.put(index, RowOutcome.of(index, key, known));
            }
        });
        return fresh;
    }

    private void resolve(
            Supplier supplier,
            Map<Integer, SaidRow> said,
            List<ReportedRow> rows,
            Map<Integer, ActivityReport> complete,
            List<Aside> incomplete) {
        if (said.isEmpty()) {
            return;
        }
        var known = resolver.known(supplier, said.values());
        said.forEach((index, row) -> {
            switch (resolver.resolve(supplier, row, known)) {
                case ResolvedRow.Complete found -> complete.put(index, found.report());
                case ResolvedRow.Incomplete missing ->
                    incomplete.add(new Aside(
                            index,
                            new ActivityKey(supplier.id(), row.externalId()),
                            row.version(),
                            Payload.of(rows.get(index)),
                            missing.problem(),
                            missing.waits()));
            }
        });
    }

    private Map<Integer, RowOutcome> apply(Map<Integer, ActivityReport> complete, Origin by) {
        if (complete.isEmpty()) {
            return Map.of();
        }
        var applied = activities.apply(List.copyOf(complete.values()), by).iterator();
        var outcomes = new TreeMap<Integer, RowOutcome>();
        complete.forEach((index, report) -> outcomes.put(index, RowOutcome.of(index, report.key(), applied.next())));
        return outcomes;
    }

    private static Batch batch(
            String supplier, UUID id, List<ReportedRow> rows, List<RowOutcome> outcomes, Instant now) {
        var refused = new ArrayList<Batch.RefusedRow>();
        for (var outcome : outcomes) {
            var problem = outcome.problem();
            if (outcome.result() == RowResult.REFUSED && problem != null) {
                refused.add(new Batch.RefusedRow(outcome.index(), Payload.of(rows.get(outcome.index())), problem));
            }
        }
        return new Batch(supplier, id, false, now, now, RowCounts.of(outcomes), refused);
    }
}
