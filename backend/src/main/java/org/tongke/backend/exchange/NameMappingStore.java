package org.tongke.backend.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;

/**
 * The collection {@code nameMappings}: facts, found by {@code _id}, which is also the shard key. A name that is unmapped stays, with
 * nothing that it stands for, so that its history does and whoever follows the feed hears of it.
 */
@Component
class NameMappingStore implements FactCollection {
    static final String COLLECTION = "nameMappings";
    static final String LIST = "nameMappings";

    private static final String ID = "_id";
    private static final String SUPPLIER = "supplier";
    private static final String WHAT = "what";
    private static final String NAME = "name";
    private static final String WITHIN = "within";
    private static final String TO = "to";
    private static final String IS_MAPPED = "isMapped";

    private final MongoCollection<Document> mappings;

    NameMappingStore(MongoDatabase database) {
        mappings = database.getCollection(COLLECTION);
        // list(): what a supplier's names stand for, or those of all
        mappings.createIndex(Indexes.ascending(IS_MAPPED, SUPPLIER, ID), new IndexOptions().name("isMapped_supplier"));
        mappings.createIndex(Indexes.ascending(IS_MAPPED, ID), new IndexOptions().name("isMapped"));
        mappings.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes what a name stands for, if it stands for something else.
     *
     * @param to what it stands for; null for nothing
     * @return whether it is so now; false if somebody else wrote in between
     */
    boolean put(NameKey key, @Nullable String to, Origin by, Instant now) {
        var found = mappings.find(Filters.eq(ID, key.id())).first();
        var before = found == null ? null : found.getString(TO);
        if (Objects.equals(before, to)) {
            return true;
        }
        var revision = found == null ? 1 : Fact.revisionOf(found) + 1;
        var set = new Document(SUPPLIER, key.supplier())
                .append(WHAT, key.what().name())
                .append(NAME, key.name())
                .append(WITHIN, key.within())
                .append(TO, to)
                .append(IS_MAPPED, to != null);
        var changes = found == null ? List.<FieldChange>of() : List.of(new FieldChange(TO, before, to));
        return Fact.put(mappings, key.id(), set, revision, List.of(), by, now, changes);
    }

    Optional<NameMapping> find(NameKey key) {
        return Optional.ofNullable(mappings.find(Filters.and(Filters.eq(ID, key.id()), Filters.eq(IS_MAPPED, true)))
                        .first())
                .map(NameMappingStore::read);
    }

    /** What names stand for, by the ids of their keys; those that are not mapped are missing. One round trip. */
    Map<String, String> findTargets(Collection<String> ids) {
        var found = mappings.find(Filters.and(Filters.in(ID, ids), Filters.eq(IS_MAPPED, true)));
        return Found.all(found, stored -> stored).stream()
                .collect(Collectors.toMap(stored -> stored.getString(ID), stored -> stored.getString(TO)));
    }

    /** @param suppliers those of which it is asked; empty for all */
    List<NameMapping> list(Optional<List<String>> suppliers, PageRequest page) {
        var filters = new ArrayList<Bson>(List.of(Filters.eq(IS_MAPPED, true)));
        suppliers.ifPresent(ids -> filters.add(Filters.in(SUPPLIER, ids)));
        page.after()
                .ifPresent(cursor -> filters.add(Filters.gt(ID, cursor.keys().getFirst())));
        return Found.all(
                mappings.find(Filters.and(filters)).sort(Sorts.ascending(ID)).limit(page.limit()),
                NameMappingStore::read);
    }

    static Cursor cursorOf(NameMapping mapping) {
        return Cursor.of(LIST, mapping.key().id());
    }

    private static NameMapping read(Document stored) {
        return new NameMapping(
                new NameKey(
                        stored.getString(SUPPLIER),
                        MappedThing.valueOf(stored.getString(WHAT)),
                        stored.getString(NAME),
                        stored.getString(WITHIN)),
                stored.getString(TO),
                stored.getDate(Fact.RECORDED_AT).toInstant(),
                Origin.from(stored.get(Fact.BY, Document.class)).name());
    }
}
