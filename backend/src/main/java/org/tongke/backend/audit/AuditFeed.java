package org.tongke.backend.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.who.Scope;

/** Copies the changes that facts carry into the trail, and has it sealed. */
@Component
class AuditFeed implements FeedConsumer {
    private static final Logger log = LoggerFactory.getLogger(AuditFeed.class);
    /** How much time's entries a seal gathers. */
    private static final Duration BETWEEN_SEALS = Duration.ofSeconds(10);
    /** After how long it looks for what another backend has copied and not sealed. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /** Fields in which facts have names, the best first. */
    private static final List<String> LABELS = List.of("name", "title", "teacherName", "fileName");

    private final Set<String> collections;
    private final AuditEntryStore entries;
    private final AuditTrail trail;
    private final Clock clock;
    private boolean copied = true;
    private long sealedAt = System.nanoTime() - BETWEEN_SEALS.toNanos();

    AuditFeed(ObjectProvider<FactCollection> collections, AuditEntryStore entries, AuditTrail trail, Clock clock) {
        this.collections =
                collections.orderedStream().map(FactCollection::name).collect(Collectors.toUnmodifiableSet());
        this.entries = entries;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Set<String> collections() {
        return collections;
    }

    @Override
    public void on(List<FeedEntry> facts) {
        var found = new LinkedHashMap<String, Document>();
        var lost = new LinkedHashMap<String, Document>();
        facts.forEach(fact -> {
            changes(fact).forEach(entry -> found.put(entry.getString("_id"), entry));
            if (isCutOff(fact)) {
                var entry = lost(fact);
                lost.put(entry.getString("_id"), entry);
            }
        });
        add(found, lost);
        copied = true;
    }

    private void add(Map<String, Document> found, Map<String, Document> lost) {
        var ids = new HashSet<>(found.keySet());
        ids.addAll(lost.keySet());
        var existing = entries.findExisting(ids);
        found.keySet().removeAll(existing);
        lost.keySet().removeAll(existing);
        lost.keySet().forEach(id -> log.warn("The audit trail has missed changes up to {}", id));
        var added = new ArrayList<>(found.values());
        added.addAll(lost.values());
        entries.add(added);
    }

    private List<Document> changes(FeedEntry fact) {
        return kept(fact).stream()
                .map(change -> entry(fact, Fact.revisionOf(change))
                        .append(Fact.RECORDED_AT, change.get(Fact.RECORDED_AT))
                        .append(Fact.BY, change.get(Fact.BY))
                        .append(AuditEntryStore.FIELDS, change.get("fields")))
                .toList();
    }

    /** Whether the fact no longer carries its earlier changes. */
    private static boolean isCutOff(FeedEntry fact) {
        return kept(fact).size() >= Fact.KEPT_CHANGES && firstKept(fact) > 1;
    }

    /** Says that what happened up to here was not copied in time; is left out if it was. */
    private Document lost(FeedEntry fact) {
        return entry(fact, firstKept(fact) - 1)
                .append(Fact.RECORDED_AT, Date.from(clock.instant()))
                .append(AuditEntryStore.LOST, true);
    }

    private Document entry(FeedEntry fact, long revision) {
        return new Document("_id", fact.collection() + ":" + fact.id() + ":" + revision)
                .append(AuditEntryStore.COLLECTION, fact.collection())
                .append(AuditEntryStore.FACT, fact.id())
                .append(AuditEntryStore.LABEL, label(fact.document()))
                .append(Fact.REVISION, revision)
                .append(Scope.PLACES, fact.places())
                .append("copiedAt", Date.from(clock.instant()));
    }

    /** What people call the thing; null if it has no name. */
    private static @Nullable String label(Document fact) {
        var reported = fact.get("reported") instanceof Document inner ? inner : new Document();
        return LABELS.stream()
                .flatMap(name -> Stream.of(fact.get(name), reported.get(name)))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static List<Document> kept(FeedEntry fact) {
        return fact.document().getList(Fact.CHANGES, Document.class, List.of());
    }

    private static long firstKept(FeedEntry fact) {
        return Fact.revisionOf(kept(fact).getFirst());
    }

    @Override
    public void due() {
        var now = System.nanoTime();
        if (now - sealedAt >= (copied ? BETWEEN_SEALS : BETWEEN_LOOKS).toNanos()) {
            trail.seal();
            copied = false;
            sealedAt = now;
        }
    }
}
