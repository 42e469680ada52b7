package org.tongke.backend.correction;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;

/** The collection {@code corrections}. Shard key: {@code _id}; lists are of people and places and read all shards by an index. */
@Component
class CorrectionStore implements FactCollection {
    static final String COLLECTION = "corrections";
    static final String LIST = "corrections";

    private static final String ID = "_id";
    private static final String ACTIVITY = "activity";
    private static final String TITLE = "title";
    private static final String STARTS_AT = "startsAt";
    private static final String SUPPLIERS = "suppliers";
    private static final String TEACHERS = "teachers";
    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String REPORTER = "reporter";
    private static final String REPORTED_BY = "reportedBy";
    private static final String REPORTED_AT = "reportedAt";
    private static final String STATE = "state";
    private static final String WAITING = "WAITING";
    private static final String SETTLED = "SETTLED";
    private static final String SETTLEMENT = "settlement";
    private static final String ACCOUNT = "account";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String NOTE = "note";
    private static final String SETTLED_AT = SETTLEMENT + "." + AT;
    private static final Keyset NEWEST_FIRST = new Keyset(REPORTED_AT, false);

    private final MongoCollection<Document> corrections;

    CorrectionStore(MongoDatabase database) {
        corrections = database.getCollection(COLLECTION);
        // list() and findNews(): each of those who may see one has a branch of the question
        List.of(Scope.PLACES, REPORTER, SUPPLIERS, TEACHERS).forEach(this::index);
        corrections.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    private void index(String by) {
        corrections.createIndex(
                Indexes.compoundIndex(Indexes.ascending(by, STATE), Indexes.descending(REPORTED_AT, ID)),
                new IndexOptions().name(by + "_state_reportedAt"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes a state. Returns whether nobody else was faster; if so, it must be read again. */
    boolean write(Correction correction, Origin by, Instant now) {
        var settlement = correction.settlement();
        var changes = settlement == null
                ? List.<FieldChange>of()
                : List.of(new FieldChange(STATE, WAITING, SETTLED), new FieldChange(NOTE, null, settlement.note()));
        var touches = new ArrayList<String>();
        correction.places().stream()
                .filter(place -> !new PlaceKey(place).isRegion())
                .forEach(school -> touches.add(touchOf(school)));
        correction.about().teachers().forEach(teacher -> touches.add(touchOf(teacher)));
        touches.add(touchOf(correction.reporterId()));
        return Fact.put(
                corrections, correction.id(), write(correction), correction.revision(), touches, by, now, changes);
    }

    /** The key by which open pages learn that something is said, or was done: of a school's key, a teacher's or an account's raw id. */
    static String touchOf(String whose) {
        return "corrections:" + whose;
    }

    private static Document write(Correction correction) {
        var about = correction.about();
        var settlement = correction.settlement();
        return new Document(ACTIVITY, about.activityId())
                .append(TITLE, about.title())
                .append(STARTS_AT, Date.from(about.startsAt()))
                .append(SUPPLIERS, List.copyOf(about.suppliers()))
                .append(TEACHERS, List.copyOf(about.teachers()))
                .append(KIND, correction.kind().name())
                .append(TEXT, correction.text())
                .append(REPORTER, correction.reporterId())
                .append(REPORTED_BY, correction.reportedBy())
                .append(REPORTED_AT, Date.from(correction.reportedAt()))
                .append(STATE, correction.isOpen() ? WAITING : SETTLED)
                .append(
                        SETTLEMENT,
                        settlement == null
                                ? null
                                : new Document(ACCOUNT, settlement.account())
                                        .append(BY, settlement.by())
                                        .append(AT, Date.from(settlement.at()))
                                        .append(NOTE, settlement.note()))
                .append(Scope.PLACES, List.copyOf(correction.places()));
    }

    Optional<Correction> find(String id) {
        return Optional.ofNullable(corrections.find(Filters.eq(ID, id)).first()).map(CorrectionStore::read);
    }

    /** Those that somebody may see to, or has said; the newest first. */
    List<Correction> list(boolean open, Viewer viewer, Scope scope, PageRequest page) {
        var whose = toSettle(viewer, Regions.byPlace(scope));
        whose.add(Filters.eq(REPORTER, viewer.requireAccount()));
        return Found.all(
                corrections
                        .find(Filters.and(
                                Filters.or(whose),
                                Filters.eq(STATE, open ? WAITING : SETTLED),
                                NEWEST_FIRST.after(page.after().map(Keyset.Place::ofInstant))))
                        .sort(NEWEST_FIRST.sort())
                        .limit(page.limit()),
                CorrectionStore::read);
    }

    /** What others have said since a moment that somebody may see to, and what others have done since then of what he or she has said. */
    List<Correction> findNews(Viewer viewer, Scope scope, Instant since) {
        var account = viewer.requireAccount();
        var from = Date.from(since);
        // said for the indexes, in whose middle the state stands
        var anyState = Filters.in(STATE, WAITING, SETTLED);
        var news = new ArrayList<Bson>();
        toSettle(viewer, scope)
                .forEach(whose -> news.add(
                        Filters.and(whose, anyState, Filters.gte(REPORTED_AT, from), Filters.ne(REPORTER, account))));
        news.add(Filters.and(
                Filters.eq(REPORTER, account),
                Filters.eq(STATE, SETTLED),
                Filters.gte(SETTLED_AT, from),
                Filters.ne(SETTLEMENT + "." + ACCOUNT, account)));
        return Found.all(corrections.find(Filters.or(news)), CorrectionStore::read);
    }

    private static List<Bson> toSettle(Viewer viewer, Scope scope) {
        var whose = new ArrayList<Bson>();
        if (!scope.isNowhere()) {
            whose.add(scope.filter());
        }
        viewer.findSupplier().ifPresent(supplier -> whose.add(Filters.eq(SUPPLIERS, supplier)));
        viewer.findTeacher().ifPresent(teacher -> whose.add(Filters.eq(TEACHERS, teacher)));
        return whose;
    }

    static Cursor cursorOf(Correction correction) {
        return Cursor.of(LIST, correction.reportedAt().toString(), correction.id());
    }

    private static Correction read(Document stored) {
        var settlement = stored.get(SETTLEMENT, Document.class);
        return new Correction(
                stored.getString(ID),
                Fact.revisionOf(stored),
                new Correction.About(
                        stored.getString(ACTIVITY),
                        stored.getString(TITLE),
                        Values.instant(stored, STARTS_AT),
                        Set.copyOf(stored.getList(SUPPLIERS, String.class)),
                        Set.copyOf(stored.getList(TEACHERS, String.class))),
                CorrectionKind.valueOf(stored.getString(KIND)),
                stored.getString(TEXT),
                stored.getString(REPORTER),
                stored.getString(REPORTED_BY),
                Values.instant(stored, REPORTED_AT),
                settlement == null
                        ? null
                        : new Correction.Settlement(
                                settlement.getString(ACCOUNT),
                                settlement.getString(BY),
                                Values.instant(settlement, AT),
                                settlement.getString(NOTE)),
                stored.getList(Scope.PLACES, String.class));
    }
}
