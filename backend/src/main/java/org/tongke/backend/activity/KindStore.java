package org.tongke.backend.activity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.community.programme.Wording;

/** The collection {@code kinds}: a handful, read as a whole; not sharded. Everybody signed in may see them: no scope. */
@Component
class KindStore implements FactCollection {
    static final String COLLECTION = "kinds";
    private static final String ID = "_id";
    private static final String ZH = "zh";
    private static final String EN = "en";
    private static final String SUBJECT_REQUIRED = "subjectRequired";
    private static final String SCHEMA = "schema";

    private final MongoCollection<Document> kinds;

    KindStore(MongoDatabase database) {
        kinds = database.getCollection(COLLECTION);
        kinds.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** All kinds, in the order of their codes. */
    List<Stored> list() {
        return Found.all(kinds.find().sort(Sorts.ascending(ID)), KindStore::read);
    }

    Optional<ActivityKind> find(String code) {
        return Optional.ofNullable(kinds.find(Filters.eq(ID, code)).first())
                .map(KindStore::read)
                .map(Stored::kind);
    }

    /**
     * Writes a kind if it stands as it was read.
     *
     * @param after the kind with its revision after the write, 1 for a new one
     * @return whether it is written
     */
    boolean put(ActivityKind after, Origin by, Instant now, List<FieldChange> changes) {
        var set = new Document(ZH, after.name().zh())
                .append(EN, after.name().en())
                .append(SUBJECT_REQUIRED, after.subjectRequired())
                .append(SCHEMA, after.attributes().text());
        return Fact.put(kinds, after.code(), set, after.revision(), List.of(), by, now, changes);
    }

    private static Stored read(Document stored) {
        var kind = new ActivityKind(
                stored.getString(ID),
                new Wording(stored.getString(ZH), stored.getString(EN)),
                stored.getBoolean(SUBJECT_REQUIRED),
                AttributeSchema.parse(stored.getString(SCHEMA)),
                Fact.revisionOf(stored));
        return new Stored(kind, Origin.from(stored.get(Fact.BY, Document.class)));
    }

    /** A kind and who wrote it last. */
    record Stored(ActivityKind kind, Origin by) {}
}
