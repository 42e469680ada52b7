package org.tongke.backend.evidence;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.ProofKind;

/**
 * The collection {@code evidence}. Shard key: {@code _id}, by which it is written and confirmed again; lists are of many communities at
 * once and read all shards by the index.
 */
@Component
class EvidenceStore implements FactCollection {
    static final String COLLECTION = "evidence";
    static final String LIST = "evidence";

    private static final String ID = "_id";
    private static final String COMMUNITY = "community";
    private static final String FILE = "file";
    private static final String FILE_HASH = "fileHash";
    private static final String PROOF_KIND = "proofKind";
    private static final String UPLOADED_BY = "uploadedBy";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String FOUND = "found";

    private static final Keyset NEWEST_FIRST = new Keyset(CONFIRMED_AT, false);

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
                Indexes.compoundIndex(Indexes.ascending(COMMUNITY), Indexes.descending(CONFIRMED_AT, ID)),
                new IndexOptions().name("community_confirmedAt"));
        // findByFiles(): what files are evidence for
        evidence.createIndex(Indexes.ascending(FILE), new IndexOptions().name("file"));
        evidence.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes evidence down, unless it is there. */
    void put(Evidence claimed, Origin by, Instant now) {
        var notThere = Filters.and(Filters.eq(ID, claimed.id()), Filters.exists(Fact.REVISION, false));
        var touches = List.of(Community.channelOf(claimed.communityId()));
        try {
            evidence.updateOne(
                    notThere,
                    Fact.write(write(claimed), 1, touches, by, now, List.of()),
                    new UpdateOptions().upsert(true));
        } catch (MongoException refused) {
            // that it is there already is as good
            if (!DuplicateKey.isAll(refused)) {
                throw refused;
            }
        }
    }

    Optional<Evidence> find(String id, Scope scope) {
        return Optional.ofNullable(evidence.find(scope.and(Filters.eq(ID, id))).first())
                .map(this::read);
    }

    /** The same page for each of some communities, by community. One round trip, whatever their number. */
    Map<String, List<Evidence>> listEach(
            Collection<String> communityIds, Optional<String> criterion, PageRequest page, Scope scope) {
        var pages = new HashMap<String, List<Evidence>>();
        evidence.aggregate(List.of(
                        Aggregates.match(onPage(communityIds, criterion, page, scope)),
                        Aggregates.project(Projections.exclude(Fact.CHANGES, Fact.TOUCHES)),
                        Aggregates.sort(NEWEST_FIRST.sort()),
                        Aggregates.group("$" + COMMUNITY, Accumulators.push(FOUND, "$$ROOT")),
                        Aggregates.project(Projections.computed(
                                FOUND, new Document("$slice", List.of("$" + FOUND, page.limit()))))))
                .batchSize(communityIds.size() + 1)
                .forEach(group -> pages.put(
                        group.getString(ID),
                        group.getList(FOUND, Document.class).stream()
                                .map(this::read)
                                .toList()));
        return pages;
    }

    List<Evidence> findByCommunities(Collection<String> communityIds, Scope scope) {
        return Found.all(evidence.find(scope.and(Filters.in(COMMUNITY, communityIds))), this::read);
    }

    List<Evidence> findByFiles(Collection<String> fileIds) {
        return Found.all(evidence.find(Filters.in(FILE, fileIds)), this::read);
    }

    private static Bson onPage(
            Collection<String> communityIds, Optional<String> criterion, PageRequest page, Scope scope) {
        var filters = new ArrayList<Bson>(List.of(
                scope.filter(),
                Filters.in(COMMUNITY, communityIds),
                NEWEST_FIRST.after(page.after().map(EvidenceStore::placeOf))));
        criterion.ifPresent(code -> filters.add(Filters.eq(Claim.CRITERION, code)));
        return Filters.and(filters);
    }

    static Cursor cursorOf(Evidence evidence) {
        return Cursor.of(LIST, Long.toString(evidence.recordedAt().toEpochMilli()), evidence.id());
    }

    private static Keyset.Place placeOf(Cursor cursor) {
        try {
            return new Keyset.Place(
                    new Date(Long.parseLong(cursor.keys().get(0))),
                    cursor.keys().get(1));
        } catch (NumberFormatException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    private static Document write(Evidence claimed) {
        return new Document(COMMUNITY, claimed.communityId())
                .append(Claim.PROGRAMME, claimed.programmeId())
                .append(Claim.CRITERION, claimed.criterion())
                .append(Claim.ACTIVITY, claimed.activityId())
                .append(FILE, claimed.fileId())
                .append(FILE_HASH, claimed.fileHash())
                .append(PROOF_KIND, claimed.proofKind().name())
                .append(Claim.FILE_NAME, claimed.fileName())
                .append(Claim.NOTE, claimed.note())
                .append(UPLOADED_BY, claimed.uploadedBy())
                .append(CONFIRMED_AT, Date.from(claimed.recordedAt()))
                .append(Scope.PLACES, List.copyOf(claimed.places()));
    }

    private Evidence read(Document stored) {
        var confirmedAt = stored.getDate(CONFIRMED_AT).toInstant();
        return new Evidence(
                stored.getString(ID),
                stored.getString(COMMUNITY),
                Objects.requireNonNullElseGet(stored.getString(Claim.PROGRAMME), () -> programmeAt.apply(confirmedAt)),
                stored.getString(Claim.CRITERION),
                stored.getString(Claim.ACTIVITY),
                stored.getString(FILE),
                stored.getString(FILE_HASH),
                ProofKind.valueOf(stored.getString(PROOF_KIND)),
                stored.getString(Claim.FILE_NAME),
                stored.getString(Claim.NOTE),
                stored.getString(UPLOADED_BY),
                confirmedAt,
                stored.getList(Scope.PLACES, String.class));
    }
}
