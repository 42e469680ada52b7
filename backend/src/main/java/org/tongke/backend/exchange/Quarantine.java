package org.tongke.backend.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ApplyOutcome;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/**
 * The quarantine: rows kept aside because something that they name is not known here yet. Of each activity the newest such row is
 * kept, as long as it is newer than what stands in the timetable; in whatever order rows arrive, the same ones remain.
 */
@Component
public class Quarantine {
    /** Name of the list for page requests. */
    public static final String LIST = QuarantineStore.LIST;

    /** How many values order it. */
    public static final int LIST_KEYS = 2;

    private static final int LONGEST_REASON = 500;

    private final QuarantineStore store;
    private final DiscardStore discards;
    private final Retries retries;
    private final Suppliers suppliers;
    private final NameMappings mappings;
    private final Activities activities;

    Quarantine(
            QuarantineStore store,
            DiscardStore discards,
            Retries retries,
            Suppliers suppliers,
            NameMappings mappings,
            Activities activities) {
        this.store = store;
        this.discards = discards;
        this.retries = retries;
        this.suppliers = suppliers;
        this.mappings = mappings;
        this.activities = activities;
    }

    /** The row that is kept aside of an activity. */
    public Optional<QuarantinedRow> find(ActivityKey key) {
        return store.find(key).map(QuarantineStore.Kept::row);
    }

    /** The row with a raw id, for the supplier whose it is and for whoever may look everywhere. */
    public Optional<QuarantinedRow> find(String id, Viewer viewer, Scope scope) {
        return findKey(id, viewer, scope).flatMap(this::find);
    }

    /**
     * The rows that a viewer may see, those that came first last.
     *
     * @param supplierId raw id of the supplier of which it is asked; empty for all
     * @param code what is wrong with them; empty for anything
     */
    public Connection<QuarantinedRow> list(
            Optional<String> supplierId, Optional<ErrorCode> code, PageRequest page, Viewer viewer, Scope scope) {
        var found = store.list(Suppliers.within(supplierId, viewer, scope), code, page);
        return Connection.of(found, page, QuarantineStore::cursorOf);
    }

    /**
     * Tries a row again.
     *
     * @param id raw id of the row
     * @throws RefusedException NOT_FOUND
     */
    public Retry retry(String id, Viewer viewer, Scope scope) {
        var key = findKey(id, viewer, scope).orElseThrow(() -> new RefusedException(Refusal.notFound("rowId")));
        store.wish(key, retries.now());
        var kept = store.find(key).orElseThrow(() -> new RefusedException(Refusal.notFound("rowId")));
        var supplier = suppliers.get(key.supplier());
        return new Retry(RowCounts.of(retries.retry(supplier, List.of(kept), originOf(viewer, supplier))), false);
    }

    /**
     * Tries all rows of a supplier again: {@link Batches#MOST_ROWS} at once, the others soon afterwards.
     *
     * @param supplierId raw id of the supplier
     * @throws RefusedException NOT_FOUND
     */
    public Retry retryAll(String supplierId, Viewer viewer, Scope scope) {
        if (suppliers.find(supplierId, viewer, scope).isEmpty()) {
            throw new RefusedException(Refusal.notFound("supplierId"));
        }
        store.wishAll(supplierId, retries.now());
        return retries.tryDue(Optional.of(supplierId), supplier -> originOf(viewer, supplier));
    }

    /** A mapping, and what came of trying the rows that waited for it. */
    public record Mapped(NameMapping mapping, Retry retry) {}

    /**
     * Says what a supplier's name stands for, and tries the rows that wait for it: {@link Batches#MOST_ROWS} at once, the others soon
     * afterwards. See {@link NameMappings#map}.
     */
    public Mapped map(NameKey key, String to, Viewer viewer, Scope scope) {
        var mapping = mappings.map(key, to, viewer, scope);
        store.wish(List.of(Waits.mapping(mapping.key().id())), retries.now());
        var retry = retries.tryDue(Optional.of(key.supplier()), supplier -> originOf(viewer, supplier));
        return new Mapped(mapping, retry);
    }

    /**
     * Takes a row out of quarantine for good; it is kept elsewhere, with the reason. The same report does not come into quarantine
     * again, a newer one may. Discarding again changes nothing.
     *
     * @param id raw id of the row
     * @param revision the supplier's revision that is meant
     * @return the row as it was
     * @throws RefusedException NOT_FOUND, REVISION_STALE, REQUIRED, TOO_LONG, MALFORMED
     */
    public QuarantinedRow discard(String id, long revision, String reason, Viewer viewer, Scope scope) {
        var key = findKey(id, viewer, scope).orElseThrow(() -> new RefusedException(Refusal.notFound("rowId")));
        var why = Values.text("reason", reason, LONGEST_REASON);
        var standing = find(key);
        if (standing.isEmpty() || standing.get().revision() > revision) {
            return discards.find(new DiscardStore.Report(key, revision))
                    .orElseThrow(() -> new RefusedException(
                            standing.isEmpty()
                                    ? Refusal.notFound("rowId")
                                    : Refusal.of(ErrorCode.REVISION_STALE, List.of("revision"))));
        }
        var row = standing.get();
        if (row.revision() != revision) {
            throw new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("revision")));
        }
        discards.put(row, why, Origin.of(viewer), retries.now());
        KillPoint.reached("discard.written");
        store.release(Map.of(key, revision));
        return row;
    }

    private Optional<ActivityKey> findKey(String id, Viewer viewer, Scope scope) {
        var colon = id.indexOf(':');
        return colon < 1 || colon == id.length() - 1
                ? Optional.empty()
                : Optional.of(ActivityKey.of(id)).filter(key -> isWithin(key.supplier(), viewer, scope));
    }

    private static boolean isWithin(String supplier, Viewer viewer, Scope scope) {
        return Suppliers.within(Optional.empty(), viewer, scope)
                .map(ids -> ids.contains(supplier))
                .orElse(true);
    }

    /** The account is kept for the audit; the history shows the supplier's name. */
    private static Origin originOf(Viewer viewer, Supplier supplier) {
        return Origin.of(viewer, supplier.name(), "graphql");
    }

    /**
     * Keeps the rows of a batch that are incomplete, and lets go of those that are overtaken. Rows are kept first and compared with
     * the timetable and with what was discarded afterwards: whichever of two backends comes last sees what the other wrote, so that
     * no overtaken and no discarded row stays. At most five round trips.
     *
     * @param seen all activities that the batch names
     * @return what became of the incomplete rows, by their place in the batch
     */
    Map<Integer, RowOutcome> take(Collection<ActivityKey> seen, List<Aside> incomplete, Instant now) {
        var newest = newest(incomplete);
        var newerKept = store.keep(
                newest.values().stream()
                        .map(aside -> aside.asRow(now.truncatedTo(ChronoUnit.MILLIS)))
                        .toList(),
                newest.values().stream().collect(Collectors.toMap(Aside::key, Aside::waits)));
        KillPoint.reached("sync.quarantined");
        var standing = store.findRevisions(seen);
        var applied = activities.findVersions(union(standing.keySet(), newest.keySet()));
        var released = overtaken(standing, applied);
        var discarded = discards.findDiscarded(newest.values().stream()
                .map(aside ->
                        new DiscardStore.Report(aside.key(), aside.version().revision()))
                .toList());
        discarded.forEach(key -> released.merge(key, revisionOf(newest, key), Math::max));
        store.release(released);
        return incomplete.stream()
                .collect(Collectors.toMap(
                        Aside::index,
                        aside -> outcome(
                                aside,
                                aside.version().against(Optional.ofNullable(applied.get(aside.key()))),
                                newerKept.contains(aside.key()) || isOlder(aside, newest.get(aside.key())),
                                discarded.contains(aside.key()))));
    }

    private static long revisionOf(Map<ActivityKey, Aside> newest, ActivityKey key) {
        return Objects.requireNonNull(newest.get(key)).version().revision();
    }

    private static boolean isOlder(Aside aside, @Nullable Aside newest) {
        return newest != null && aside.version().revision() < newest.version().revision();
    }

    /** Of each activity the row with the greatest revision; of equal ones the last, which may have been mended. */
    private static Map<ActivityKey, Aside> newest(List<Aside> incomplete) {
        Map<ActivityKey, Aside> newest = new LinkedHashMap<>();
        incomplete.forEach(aside -> newest.merge(
                aside.key(),
                aside,
                (one, other) -> other.version().revision() >= one.version().revision() ? other : one));
        return newest;
    }

    private static Set<ActivityKey> union(Set<ActivityKey> one, Set<ActivityKey> other) {
        var union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Map<ActivityKey, Long> overtaken(
            Map<ActivityKey, Long> standing, Map<ActivityKey, ReportedVersion> applied) {
        Map<ActivityKey, Long> overtaken = new HashMap<>();
        standing.forEach((key, revision) -> {
            var version = applied.get(key);
            if (version != null && revision <= version.revision()) {
                overtaken.put(key, version.revision());
            }
        });
        return overtaken;
    }

    private static RowOutcome outcome(
            Aside aside, ApplyOutcome againstTimetable, boolean isOlder, boolean isDiscarded) {
        return switch (againstTimetable) {
            case ApplyOutcome.Applied _ when isOlder -> RowOutcome.of(aside.index(), aside.key(), RowResult.OLDER);
            case ApplyOutcome.Applied _
            when isDiscarded -> RowOutcome.of(aside.index(), aside.key(), RowResult.REFUSED, RowProblem.discarded());
            case ApplyOutcome.Applied _ ->
                RowOutcome.of(aside.index(), aside.key(), RowResult.QUARANTINED, aside.problem());
            case ApplyOutcome other -> RowOutcome.of(aside.index(), aside.key(), other);
        };
    }
}
