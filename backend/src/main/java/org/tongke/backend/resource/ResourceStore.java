package org.tongke.backend.resource;

import static org.tongke.backend.resource.ResourceDocument.ACCOUNT;
import static org.tongke.backend.resource.ResourceDocument.ALIKE;
import static org.tongke.backend.resource.ResourceDocument.AUDIENCE;
import static org.tongke.backend.resource.ResourceDocument.FILES;
import static org.tongke.backend.resource.ResourceDocument.GRADES;
import static org.tongke.backend.resource.ResourceDocument.ID;
import static org.tongke.backend.resource.ResourceDocument.KIND;
import static org.tongke.backend.resource.ResourceDocument.LISTED;
import static org.tongke.backend.resource.ResourceDocument.SCHOOL;
import static org.tongke.backend.resource.ResourceDocument.SHARED_AT;
import static org.tongke.backend.resource.ResourceDocument.STAGE;
import static org.tongke.backend.resource.ResourceDocument.STATE;
import static org.tongke.backend.resource.ResourceDocument.SUBJECT;
import static org.tongke.backend.resource.ResourceDocument.TOKENS;
import static org.tongke.backend.resource.ResourceDocument.USES;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.community.programme.Mode;

/**
 * The collection {@code resources}. Shard key: {@code _id}, by which they are written; lists are of groups, which read all shards by the
 * index.
 */
@Component
class ResourceStore implements FactCollection {
    static final String COLLECTION = "resources";

    /** Uses by all communities. */
    private static final String ANY = "ANY";

    private static final String COUNT = "count";
    /** More than there are resources of a county. */
    private static final int MOST_GROUPS = 1_000_000;

    private static final Keyset NEWEST_FIRST = new Keyset(SHARED_AT, false);

    private final MongoCollection<Document> resources;

    ResourceStore(MongoDatabase database) {
        resources = database.getCollection(COLLECTION);
        // list() and group() of whoever may see it, the newest first
        index("listed_sharedAt", LISTED, SHARED_AT);
        // list() of the same, those most used first by communities of a mode, or by all
        Stream.concat(Stream.of(ANY), Stream.of(Mode.values()).map(Mode::name))
                .forEach(mode -> index("listed_uses_" + mode, LISTED, uses(mode)));
        // list() and group() by words
        index("tokens_sharedAt", TOKENS, SHARED_AT);
        // list() of one's own
        index("account_sharedAt", ACCOUNT, SHARED_AT);
        // list() of schools
        index("school_sharedAt", SCHOOL, SHARED_AT);
        // findHolding(): by which resources a file can be seen
        resources.createIndex(Indexes.ascending(FILES), new IndexOptions().name("files"));
        resources.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    private void index(String name, String by, String order) {
        resources.createIndex(
                Indexes.compoundIndex(Indexes.ascending(by), Indexes.descending(order, ID)),
                new IndexOptions().name(name));
    }

    private static String uses(String mode) {
        return USES + "." + mode;
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes the first state of a resource, or the one that follows what was read.
     *
     * @param words texts by which it is found
     * @return whether it was written; if not, somebody else was faster, and it must be read again
     */
    boolean write(
            Resource resource,
            long revision,
            Collection<String> words,
            List<FieldChange> changes,
            Origin by,
            Instant now) {
        var set = ResourceDocument.write(resource, words);
        if (revision == 1) {
            set.append(USES, uses(Map.of(), 0));
        }
        return Fact.put(resources, resource.id(), set, revision, new TreeSet<>(resource.audience()), by, now, changes);
    }

    /**
     * Notes how often a resource is used. Derived from what stands elsewhere, so that it raises no revision.
     *
     * @param byMode how often by communities of each mode
     * @param all how often by all
     */
    void note(String id, Map<Mode, Long> byMode, long all) {
        resources.updateOne(Filters.eq(ID, id), Updates.set(USES, uses(byMode, all)));
    }

    private static Document uses(Map<Mode, Long> byMode, long all) {
        var uses = new Document(ANY, all);
        for (var mode : Mode.values()) {
            uses.append(mode.name(), byMode.getOrDefault(mode, 0L));
        }
        return uses;
    }

    /** For whoever judges by the resource itself whether it may be seen or changed. */
    Optional<Resource> find(String id) {
        return Optional.ofNullable(resources.find(Filters.eq(ID, id)).first()).map(ResourceDocument::read);
    }

    List<Resource> findAll(Collection<String> ids) {
        return Found.all(resources.find(Filters.in(ID, ids)), ResourceDocument::read);
    }

    List<Resource> findAll(Collection<String> ids, Reader reader) {
        return Found.all(
                resources.find(Filters.and(Filters.in(ID, ids), reader.filter(AUDIENCE))), ResourceDocument::read);
    }

    /** Some resource that can be used, has a file among its versions, and is the reader's to see. */
    Optional<Resource> findHolding(String fileId, Reader reader) {
        return Optional.ofNullable(resources
                        .find(Filters.and(Filters.eq(FILES, fileId), reader.filter(LISTED)))
                        .first())
                .map(ResourceDocument::read);
    }

    /** @param words for each word what meets it */
    List<Ranked> list(
            ResourceFilter filter,
            ResourceOrder order,
            List<Bson> words,
            PageRequest page,
            Reader reader,
            String account) {
        var keyset = keyset(order, reader);
        var filters = found(filter, words, reader, account);
        in(filters, SUBJECT, filter.subjectCodes());
        in(filters, GRADES, filter.gradeCodes());
        in(filters, KIND, filter.kinds().stream().map(Enum::name).toList());
        in(filters, STAGE, filter.stages().stream().map(Enum::name).toList());
        in(filters, LISTED, filter.groupKeys());
        in(filters, SCHOOL, filter.schoolIds());
        filters.add(keyset.after(page.after().map(cursor -> place(order, cursor))));
        return Found.all(
                resources.find(Filters.and(filters)).sort(keyset.sort()).limit(page.limit()),
                stored -> new Ranked(ResourceDocument.read(stored), usesOf(stored, modeOf(reader))));
    }

    /**
     * A resource in a list.
     *
     * @param uses how often it is used by those whom the reader is like
     */
    record Ranked(Resource resource, long uses) {}

    private static long usesOf(Document stored, String mode) {
        return stored.get(USES, Document.class).get(mode, Number.class).longValue();
    }

    private static String modeOf(Reader reader) {
        return reader.mode().map(Mode::name).orElse(ANY);
    }

    private static Keyset keyset(ResourceOrder order, Reader reader) {
        return order == ResourceOrder.NEWEST ? NEWEST_FIRST : new Keyset(uses(modeOf(reader)), false);
    }

    private static Keyset.Place place(ResourceOrder order, Cursor cursor) {
        if (order == ResourceOrder.NEWEST) {
            return Keyset.Place.ofInstant(cursor);
        }
        try {
            return new Keyset.Place(
                    Long.parseLong(cursor.keys().getFirst()), cursor.keys().getLast());
        } catch (NumberFormatException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    /** Counts resources that are alike in all facets into a tally, whatever the filter chooses of the facets. */
    void count(ResourceFilter filter, List<Bson> words, Reader reader, String account, ResourceTally tally) {
        resources
                .aggregate(List.of(
                        Aggregates.match(Filters.and(found(filter, words, reader, account))),
                        Aggregates.group("$" + ALIKE, Accumulators.sum(COUNT, 1))))
                .batchSize(MOST_GROUPS)
                .forEach(group -> tally.add(
                        group.getString(ID), group.get(COUNT, Number.class).longValue()));
    }

    /** What is asked for beside the facets. */
    private static List<Bson> found(ResourceFilter filter, List<Bson> words, Reader reader, String account) {
        var filters = new ArrayList<>(words);
        if (filter.own()) {
            filters.add(Filters.eq(ACCOUNT, account));
            filters.add(Filters.eq(STATE, ResourceState.CURRENT.name()));
        } else {
            filters.add(reader.filter(LISTED));
        }
        return filters;
    }

    private static void in(List<Bson> filters, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            filters.add(Filters.in(field, values));
        }
    }

    /** What the files of schools take, by the school's raw id: each file once a school. One round trip. */
    Map<String, QuotaUse> usesOfSchools(Collection<String> schoolIds) {
        var found = new HashMap<String, QuotaUse>();
        resources
                .aggregate(List.of(
                        Aggregates.match(Filters.and(
                                Filters.in(SCHOOL, schoolIds), Filters.eq(STATE, ResourceState.CURRENT.name()))),
                        Aggregates.project(Projections.include(SCHOOL, ResourceDocument.VERSIONS)),
                        Aggregates.unwind("$" + ResourceDocument.VERSIONS),
                        Aggregates.match(Filters.ne(ResourceDocument.VERSIONS + "." + ResourceDocument.FILE, null)),
                        Aggregates.group(
                                new Document("school", "$" + SCHOOL)
                                        .append("file", "$" + ResourceDocument.VERSIONS + "." + ResourceDocument.FILE),
                                Accumulators.max(
                                        "bytes", "$" + ResourceDocument.VERSIONS + "." + ResourceDocument.SIZE_BYTES)),
                        Aggregates.group(
                                "$" + ID + ".school", Accumulators.sum("bytes", "$bytes"), Accumulators.sum(COUNT, 1))))
                .batchSize(schoolIds.size() + 1)
                .forEach(group -> found.put(
                        group.getString(ID),
                        new QuotaUse(
                                group.get("bytes", Number.class).longValue(),
                                group.get(COUNT, Number.class).intValue())));
        return found;
    }

    /** Which of some files a resource holds that can be used. */
    Set<String> filesHeld(Collection<String> fileIds) {
        var held = new HashSet<String>();
        resources.distinct(FILES, Filters.in(FILES, fileIds), String.class).forEach(held::add);
        return held;
    }

    /** Whether a school has a file among what it shares. */
    boolean hasFile(String schoolId, String fileId) {
        return resources
                        .find(Filters.and(Filters.eq(FILES, fileId), Filters.eq(SCHOOL, schoolId)))
                        .first()
                != null;
    }
}
