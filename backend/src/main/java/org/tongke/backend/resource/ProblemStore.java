package org.tongke.backend.resource;

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
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Regions;

/** The collection {@code resourceProblems}. Shard key: {@code _id}; lists are of an owner or a place and read all shards by the index. */
@Component
class ProblemStore implements FactCollection {
    static final String COLLECTION = "resourceProblems";
    static final String LIST = "resourceProblems";

    private static final String ID = "_id";
    private static final String RESOURCE = "resource";
    private static final String TITLE = "title";
    private static final String OWNER = "owner";
    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String REPORTER = "reporter";
    private static final String REPORTED_BY = "reportedBy";
    private static final String REPORTED_AT = "reportedAt";
    private static final String DUE_AT = "dueAt";
    private static final String STATE = "state";
    private static final String WAITING = "WAITING";
    private static final String RESOLVED = "RESOLVED";
    private static final String RESOLUTION = "resolution";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String NOTE = "note";
    private static final Keyset DUE_FIRST = new Keyset(DUE_AT, true);

    private final MongoCollection<Document> problems;

    ProblemStore(MongoDatabase database) {
        problems = database.getCollection(COLLECTION);
        // list() of one's own resources, findReported()
        index("owner_state_dueAt", OWNER, STATE);
        // list() of a county
        index("places_state_dueAt", Scope.PLACES, STATE);
        // findOpen(): of a resource that is taken back
        problems.createIndex(Indexes.ascending(RESOURCE, STATE), new IndexOptions().name("resource_state"));
        problems.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    private void index(String name, String by, String state) {
        problems.createIndex(Indexes.ascending(by, state, DUE_AT, ID), new IndexOptions().name(name));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes a state. Returns whether nobody else was faster; if so, it must be read again. */
    boolean write(ResourceProblem problem, Origin by, Instant now) {
        var resolution = problem.resolution();
        var changes = resolution == null
                ? List.<FieldChange>of()
                : List.of(new FieldChange(STATE, WAITING, RESOLVED), new FieldChange(NOTE, null, resolution.note()));
        var touches = new ArrayList<>(problem.places());
        touches.add(touchOf(problem.ownerId()));
        return Fact.put(problems, problem.id(), write(problem), problem.revision(), touches, by, now, changes);
    }

    /** The key by which open pages of an account learn that something is said of what it shares. */
    static String touchOf(String ownerId) {
        return "problems:" + ownerId;
    }

    private static Document write(ResourceProblem problem) {
        var resolution = problem.resolution();
        return new Document(RESOURCE, problem.resourceId())
                .append(TITLE, problem.title())
                .append(OWNER, problem.ownerId())
                .append(KIND, problem.kind().name())
                .append(TEXT, problem.text())
                .append(REPORTER, problem.reporterId())
                .append(REPORTED_BY, problem.reportedBy())
                .append(REPORTED_AT, Date.from(problem.reportedAt()))
                .append(DUE_AT, Date.from(problem.dueAt()))
                .append(STATE, problem.isOpen() ? WAITING : RESOLVED)
                .append(
                        RESOLUTION,
                        resolution == null
                                ? null
                                : new Document(BY, resolution.by())
                                        .append(AT, Date.from(resolution.at()))
                                        .append(NOTE, resolution.note()))
                .append(Scope.PLACES, List.copyOf(problem.places()));
    }

    Optional<ResourceProblem> find(String id) {
        return Optional.ofNullable(problems.find(Filters.eq(ID, id)).first()).map(ProblemStore::read);
    }

    /** What others have said since a moment of what an account shares. */
    List<ResourceProblem> findReported(String ownerId, Instant since) {
        return Found.all(
                problems.find(Filters.and(
                        Filters.eq(OWNER, ownerId),
                        Filters.gte(REPORTED_AT, Date.from(since)),
                        Filters.ne(REPORTER, ownerId))),
                ProblemStore::read);
    }

    /** Problems of a resource that wait. */
    List<ResourceProblem> findOpen(String resourceId) {
        return Found.all(
                problems.find(Filters.and(Filters.eq(RESOURCE, resourceId), Filters.eq(STATE, WAITING))),
                ProblemStore::read);
    }

    /** Problems of an account's own resources, and of those in a scope; those first that are due first. */
    List<ResourceProblem> list(boolean open, String ownerId, Scope scope, PageRequest page) {
        var within = Regions.byPlace(scope);
        Bson whose = within.isNowhere()
                ? Filters.eq(OWNER, ownerId)
                : Filters.or(Filters.eq(OWNER, ownerId), within.filter());
        return Found.all(
                problems.find(Filters.and(
                                whose,
                                Filters.eq(STATE, open ? WAITING : RESOLVED),
                                DUE_FIRST.after(page.after().map(Keyset.Place::ofInstant))))
                        .sort(DUE_FIRST.sort())
                        .limit(page.limit()),
                ProblemStore::read);
    }

    static Cursor cursorOf(ResourceProblem problem) {
        return Cursor.of(LIST, problem.dueAt().toString(), problem.id());
    }

    private static ResourceProblem read(Document stored) {
        var resolution = stored.get(RESOLUTION, Document.class);
        return new ResourceProblem(
                stored.getString(ID),
                Fact.revisionOf(stored),
                stored.getString(RESOURCE),
                stored.getString(TITLE),
                stored.getString(OWNER),
                ProblemKind.valueOf(stored.getString(KIND)),
                stored.getString(TEXT),
                stored.getString(REPORTER),
                stored.getString(REPORTED_BY),
                Values.instant(stored, REPORTED_AT),
                Values.instant(stored, DUE_AT),
                resolution == null
                        ? null
                        : new ResourceProblem.Resolution(
                                resolution.getString(BY), Values.instant(resolution, AT), resolution.getString(NOTE)),
                stored.getList(Scope.PLACES, String.class));
    }
}
