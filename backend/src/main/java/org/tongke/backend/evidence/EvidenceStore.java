package org.tongke.backend.evidence;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;

/**
 * The collection {@code evidence}. Shard key: {@code _id}, by which it is written and confirmed again; lists are of many communities at
 * once and read all shards by the index.
 */
@Component
class EvidenceStore implements FactCollection {
    static final String COLLECTION = "evidence";
    static final String LIST = "evidence";

    private static final String OF = "of";

    private static final Keyset NEWEST_FIRST = new Keyset(EvidenceDocument.CONFIRMED_AT, false);

    private final MongoCollection<Document> evidence;
    private final Function<Instant, String> programmeAt;

    @Autowired
    EvidenceStore(MongoDatabase database, Programmes programmes) {
        this(database, instant -> programmes.at(instant).id());
    }

    /** @param programmeAt raw id of the programme of evidence from before it named one, by when it was confirmed */
    EvidenceStore(MongoDatabase database, Function<Instant, String> programmeAt) {
        this.programmeAt = programmeAt;
        evidence = database.getCollection(COLLECTION);
        // listEach(), findByCommunities(): a community's evidence, the newest first
        evidence.createIndex(
                Indexes.compoundIndex(
                        Indexes.ascending(EvidenceDocument.COMMUNITY),
                        Indexes.descending(EvidenceDocument.CONFIRMED_AT, EvidenceDocument.ID)),
                new IndexOptions().name("community_confirmedAt"));
        // findByActivities(): what shows lessons
        evidence.createIndex(Indexes.ascending(Claim.ACTIVITY), new IndexOptions().name("activity"));
        // findByFiles(): what files are evidence for
        evidence.createIndex(Indexes.ascending(EvidenceDocument.FILE), new IndexOptions().name("file"));
        evidence.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes evidence down, unless it is there: however much was done to it since, repeating its first write changes nothing. */
    void put(Evidence claimed, Origin by, Instant now) {
        var notThere = Filters.and(Filters.eq(EvidenceDocument.ID, claimed.id()), Filters.exists(Fact.REVISION, false));
        try {
            evidence.updateOne(
                    notThere,
                    Fact.write(EvidenceDocument.write(claimed), 1, touches(claimed), by, now, List.of()),
                    new UpdateOptions().upsert(true));
        } catch (MongoException refused) {
            // that it is there already is as good
            if (!DuplicateKey.isAll(refused)) {
                throw refused;
            }
        }
    }

    /**
     * Writes the state that follows the one that was read.
     *
     * @param changes what changed besides its state, in words
     * @return whether it was written; if not, somebody else wrote it since, and it must be read again
     */
    boolean write(Evidence before, Evidence after, List<FieldChange> changes, Origin by, Instant now) {
        var touches = new TreeSet<>(touches(before));
        touches.addAll(touches(after));
        var kept = new ArrayList<>(changes);
        if (before.state() != after.state()) {
            kept.add(new FieldChange(
                    EvidenceDocument.STATE, before.state().name(), after.state().name()));
            var reason = after.life().withdrawnFor();
            if (reason != null) {
                kept.add(new FieldChange(EvidenceDocument.REASON, null, reason));
            }
        }
        return Fact.put(
                evidence, after.id(), EvidenceDocument.claim(after), before.revision() + 1, touches, by, now, kept);
    }

    private static Collection<String> touches(Evidence evidence) {
        return evidence.communityIds().stream().map(Community::channelOf).toList();
    }

    Optional<Evidence> find(String id, Scope scope) {
        return Optional.ofNullable(evidence.find(scope.and(Filters.eq(EvidenceDocument.ID, id)))
                        .first())
                .map(this::read);
    }

    List<Evidence> findAll(Collection<String> ids, Scope scope) {
        return Found.all(evidence.find(scope.and(Filters.in(EvidenceDocument.ID, ids))), this::read);
    }

    /** The same page for each of some communities, by community. One round trip, whatever their number. */
    Map<String, List<Evidence>> listEach(Collection<String> communityIds, EvidencePage.Asked asked) {
        return Found.firstOfEach(
                evidence,
                List.of(
                        Aggregates.match(onPage(communityIds, asked)),
                        Aggregates.project(Projections.exclude(Fact.TOUCHES)),
                        Aggregates.addFields(new Field<>(OF, "$" + EvidenceDocument.COMMUNITY)),
                        // a county's document stands on the page of each of its communities
                        Aggregates.unwind("$" + OF),
                        Aggregates.match(Filters.in(OF, communityIds))),
                NEWEST_FIRST.sort(),
                OF,
                communityIds.size(),
                asked.page().limit(),
                this::read);
    }

    /**
     * What speaks for some communities now. What names another one as replaced speaks in its place at once, also where a crash has kept
     * the other from being marked so.
     */
    List<Evidence> findByCommunities(Collection<String> communityIds, Scope scope) {
        return speaking(scope.and(Filters.in(EvidenceDocument.COMMUNITY, communityIds)));
    }

    /** What shows some lessons and speaks now, in no order. */
    List<Evidence> findByActivities(Collection<String> activityIds, Scope scope) {
        return speaking(scope.and(Filters.in(Claim.ACTIVITY, activityIds)));
    }

    private List<Evidence> speaking(Bson asked) {
        var found = Found.all(evidence.find(Filters.and(asked, in(EnumSet.of(EvidenceState.CURRENT)))), this::read);
        var replaced = found.stream()
                .map(one -> one.life().replaces())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return found.stream().filter(one -> !replaced.contains(one.id())).toList();
    }

    List<Evidence> findByFiles(Collection<String> fileIds) {
        return Found.all(evidence.find(Filters.in(EvidenceDocument.FILE, fileIds)), this::read);
    }

    private static Bson onPage(Collection<String> communityIds, EvidencePage.Asked asked) {
        var filters = new ArrayList<Bson>(List.of(
                asked.scope().filter(),
                Filters.in(EvidenceDocument.COMMUNITY, communityIds),
                in(asked.states()),
                NEWEST_FIRST.after(asked.page().after().map(Keyset.Place::ofInstant))));
        asked.criterion().ifPresent(code -> filters.add(Filters.eq(Claim.CRITERION, code)));
        return Filters.and(filters);
    }

    private static Bson in(Set<EvidenceState> states) {
        var names = new ArrayList<@Nullable String>();
        states.forEach(state -> names.add(state.name()));
        if (states.contains(EvidenceState.CURRENT)) {
            names.add(null);
        }
        return Filters.in(EvidenceDocument.STATE, names);
    }

    static Cursor cursorOf(Evidence evidence) {
        return Cursor.of(LIST, evidence.recordedAt().toString(), evidence.id());
    }

    private Evidence read(Document stored) {
        return EvidenceDocument.read(
                stored,
                () -> programmeAt.apply(
                        stored.getDate(EvidenceDocument.CONFIRMED_AT).toInstant()));
    }
}
