package org.tongke.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of MongoDB's language that may be relied upon. */
class EmbeddedMongoTest {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @TempDir
    static Path folder;

    private static EmbeddedMongo mongo;
    private static MongoClient client;
    private MongoCollection<Document> lessons;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(folder, 0);
        client = MongoClients.create(mongo.uri() + "/?retryReads=false"); // a second try would hide a lost answer
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void empty() {
        lessons = client.getDatabase("dialect").getCollection("lessons");
        lessons.drop();
    }

    @Test
    void anUpsertWhoseGuardFailsIsADuplicateKey() {
        var apply = combine(set("revision", 5), setOnInsert("created", true));
        lessons.updateOne(and(eq("a"), lt("revision", 5)), apply, UPSERT);
        assertThatThrownBy(() -> lessons.updateOne(and(eq("a"), lt("revision", 5)), apply, UPSERT))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(11000));
        assertThatThrownBy(() -> lessons.findOneAndUpdate(
                        and(eq("a"), lt("revision", 5)), apply, new FindOneAndUpdateOptions().upsert(true)))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(11000));
        assertThat(all()).containsExactly("{\"_id\": \"a\", \"revision\": 5, \"created\": true}");
    }

    @Test
    void unorderedBulkWritesGoOnAfterARefusal() {
        lessons.insertOne(Document.parse("{_id: 'b', revision: 9}"));
        var writes = Stream.of("a", "b", "c")
                .map(id -> new UpdateOneModel<Document>(and(eq(id), lt("revision", 5)), set("revision", 5), UPSERT))
                .toList();
        var refusal = catchThrowableOfType(
                MongoBulkWriteException.class, () -> lessons.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        assertThat(refusal.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(1);
        assertThat(refusal.getWriteResult().getUpserts()).hasSize(2);
        assertThat(lessons.countDocuments()).isEqualTo(3);
    }

    @Test
    void theServerTellsTheTime() {
        var before = Instant.now().minusSeconds(1);
        lessons.updateOne(
                eq("a"), Document.parse("{$currentDate: {plain: true, 'inner.typed': {$type: 'date'}}}"), UPSERT);
        var lesson = lessons.find().cursor().next();
        assertThat(lesson.getDate("plain").toInstant())
                .isBetween(before, Instant.now().plusSeconds(1));
        assertThat(lesson.getEmbedded(List.of("inner", "typed"), Date.class)).isNotNull();
    }

    @Test
    void aListKeepsItsLastEntries() {
        for (int i = 1; i <= 4; i++) {
            lessons.updateOne(
                    eq("a"), Document.parse("{$push: {history: {$each: [{n: " + i + "}], $slice: -2}}}"), UPSERT);
        }
        assertThat(all()).containsExactly("{\"_id\": \"a\", \"history\": [{\"n\": 3}, {\"n\": 4}]}");
    }

    @Test
    void oneOfTheRevisionsWins() {
        lessons.insertOne(Document.parse("{_id: 'a', revision: {$numberLong: '1'}}"));
        var next = Document.parse("{revision: {$numberLong: '2'}}");
        assertThat(lessons.replaceOne(and(eq("a"), eq("revision", 1L)), next).getMatchedCount())
                .isEqualTo(1);
        assertThat(lessons.replaceOne(and(eq("a"), eq("revision", 1L)), next).getMatchedCount())
                .isZero();
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        assertThat(lessons.findOneAndUpdate(eq("new"), set("revision", 1L), after))
                .isEqualTo(new Document("_id", "new").append("revision", 1L));
    }

    @Test
    void aScanGoesOnBehindTwoKeys() {
        IntStream.range(0, 20)
                .mapToObj(i -> new Document("_id", "d%02d".formatted(i)).append("changedAt", new Date(i / 5)))
                .forEach(lessons::insertOne);
        var behind =
                Document.parse("{$or: [{changedAt: {$gt: {$date: 1}}}, {changedAt: {$date: 1}, _id: {$gt: 'd07'}}]}");
        assertThat(lessons.find(behind)
                        .sort(Sorts.ascending("changedAt", "_id"))
                        .limit(4)
                        .map(document -> document.getString("_id")))
                .containsExactly("d08", "d09", "d10", "d11");
        assertThat(lessons.countDocuments(behind, new CountOptions().limit(3))).isEqualTo(3);
    }

    @Test
    void arraysAreMatchedAndCut() {
        lessons.insertOne(
                Document.parse("{_id: 'a', rows: [{s: 'x', n: 1, z: 0}, {s: 'y', n: 2, z: 0}], places: ['p', 'q']}"));
        lessons.insertOne(Document.parse("{_id: 'b', rows: [{s: 'x', n: 2, z: 0}], places: ['q', 'r']}"));
        assertThat(lessons.find(elemMatch("rows", and(eq("s", "x"), gte("n", 2))))
                        .projection(Projections.include("rows.n"))
                        .map(Document::toJson))
                .containsExactly("{\"_id\": \"b\", \"rows\": [{\"n\": 2}]}");
        assertThat(lessons.distinct("places", String.class)).containsExactlyInAnyOrder("p", "q", "r");
    }

    @Test
    void groupsAreCounted() {
        lessons.insertMany(List.of(
                Document.parse("{_id: 1, place: 'p', held: true, subject: 'art'}"),
                Document.parse("{_id: 2, place: 'p', held: false, subject: 'art'}"),
                Document.parse("{_id: 3, place: 'q', held: true, subject: 'music'}")));
        assertThat(lessons.aggregate(
                                List.of(
                                        Document.parse("{$match: {place: 'p'}}"),
                                        Document.parse(
                                                "{$group: {_id: '$place', all: {$sum: 1},"
                                                        + " held: {$sum: {$cond: ['$held', 1, 0]}}, subjects: {$addToSet: '$subject'}}}")))
                        .map(Document::toJson))
                .containsExactly("{\"_id\": \"p\", \"all\": 2, \"held\": 1, \"subjects\": [\"art\"]}");
    }

    @Test
    void indexesCanBeCreatedAgain() {
        var unique = new IndexOptions().unique(true).name("places");
        lessons.createIndex(Indexes.ascending("county", "name"), unique);
        lessons.createIndex(Indexes.ascending("county", "name"), unique);
        assertThat(lessons.listIndexes().map(index -> index.getString("name")))
                .containsExactlyInAnyOrder("_id_", "places");
        assertThat(client.getDatabase("dialect").listCollectionNames()).contains("lessons");
    }

    @Test
    void healthChecksFindAPrimary() {
        var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        assertThat(hello.getInteger("maxWireVersion")).isPositive();
    }

    /** Answers are encoded after the store has moved on: they must not be the documents that others are editing. */
    @Test
    @Tag("slow")
    void readersAndWritersOfOneDocumentDoNotMeet() throws Exception {
        var wide = new Document("_id", "wide");
        IntStream.range(0, 2_000).forEach(i -> wide.append("field" + i, List.of(i)));
        lessons.insertOne(wide);
        var writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 200; i++) {
                lessons.updateOne(eq("wide"), set("added" + i % 2, i));
                lessons.updateOne(eq("wide"), unset("added" + i % 2));
            }
        });
        while (!writer.isDone()) {
            assertThat(lessons.find().cursor().next()).containsAllEntriesOf(wide);
        }
        writer.get();
    }

    private List<String> all() {
        return lessons.find().map(Document::toJson).into(new ArrayList<>());
    }
}
