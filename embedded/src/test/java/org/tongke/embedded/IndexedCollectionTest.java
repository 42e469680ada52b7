package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection with indexes gives what the same one gives without. */
@Tag("slow")
class IndexedCollectionTest {
    private static final int DOCUMENTS = 150;
    private static final int QUESTIONS = 150;

    @TempDir
    Path folder;

    private final Random random = new Random(53);
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder, 0);
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase("indexed");
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    private MongoCollection<Document> plain() {
        return database.getCollection("plain");
    }

    private MongoCollection<Document> indexed() {
        return database.getCollection("indexed");
    }

    private List<MongoCollection<Document>> both() {
        return List.of(plain(), indexed());
    }

    private void index() {
        indexed().createIndex(Indexes.ascending("n", "at"));
        indexed().createIndex(Indexes.ascending("places", "at"));
        indexed().createIndex(Indexes.ascending("rows.school"));
        indexed().createIndex(Indexes.descending("mixed"));
        indexed().createIndex(Indexes.ascending("gone"));
    }

    /** As mongod does; a driver refuses an answer of more than 48 MB. */
    @Test
    void answersMuchInPartsHoweverMuchIsAskedForAtOnce() {
        var megabyte = "长".repeat(1_000_000 / 3);
        for (int id = 0; id < 60; id++) {
            plain().insertOne(new Document("_id", id).append("text", megabyte));
        }
        var ids = plain().find()
                .batchSize(100_000)
                .map(one -> one.getInteger("_id"))
                .into(new ArrayList<>());
        assertThat(ids).hasSize(60).doesNotHaveDuplicates();
        // an aggregation is given all of it, not what a first answer holds
        assertThat(plain().countDocuments()).isEqualTo(60);
        assertThat(plain().countDocuments(new Document("gone", null))).isEqualTo(60);
    }

    @Test
    void answersAlikeWhateverIsAsked() {
        index();
        for (int id = 0; id < DOCUMENTS; id++) {
            var document = document(id);
            both().forEach(collection -> collection.insertOne(new Document(document)));
        }
        askMany();
        for (int change = 0; change < DOCUMENTS; change++) {
            change();
        }
        askMany();
        stop();
        start();
        askMany();
        indexed().dropIndexes();
        askMany();
    }

    @Test
    void readsWhatWasThereBeforeTheIndex() {
        for (int id = 0; id < DOCUMENTS; id++) {
            var document = document(id);
            both().forEach(collection -> collection.insertOne(new Document(document)));
        }
        index();
        askMany();
    }

    private void askMany() {
        for (int question = 0; question < QUESTIONS; question++) {
            ask(filter());
        }
    }

    private void ask(Document filter) {
        var order = new Document(random.nextBoolean() ? "n" : "at", random.nextBoolean() ? 1 : -1).append("_id", 1);
        int skip = random.nextInt(4);
        int limit = random.nextInt(12);
        var found = both().stream()
                .map(collection -> collection
                        .find(filter)
                        .sort(order)
                        .skip(skip)
                        .limit(limit)
                        .into(new ArrayList<>()))
                .toList();
        assertThat(found.getLast())
                .as("%s by %s, %d after %d", filter, order, limit, skip)
                .isEqualTo(found.getFirst());
        var counts = both().stream()
                .map(collection -> collection.countDocuments(filter))
                .toList();
        assertThat(counts.getLast()).as("count of %s", filter).isEqualTo(counts.getFirst());
        List<Bson> stages = List.of(
                new Document("$match", filter),
                new Document("$group", new Document("_id", "$n").append("count", new Document("$sum", 1))),
                new Document("$sort", new Document("_id", 1)));
        var sums = both().stream()
                .map(collection -> collection.aggregate(stages).into(new ArrayList<>()))
                .toList();
        assertThat(sums.getLast()).as("sums of %s", filter).isEqualTo(sums.getFirst());
    }

    /** One document at most, so that it is the same one in both. */
    private void change() {
        var id = random.nextInt(DOCUMENTS * 2);
        var filter = new Document("$and", List.of(new Document("_id", id), filter()));
        switch (random.nextInt(4)) {
            case 0 -> both().forEach(collection -> collection.deleteOne(filter));
            case 1 -> {
                var other = document(id);
                both().forEach(collection ->
                        collection.replaceOne(new Document("_id", id), other, new ReplaceOptions().upsert(true)));
            }
            case 2 -> {
                var set = new Document("$set", new Document("n", random.nextInt(9)))
                        .append("$push", new Document("places", "p" + random.nextInt(6)));
                both().forEach(collection -> collection.updateOne(
                        new Document("_id", id).append("places", new Document("$exists", true)),
                        set,
                        new UpdateOptions()));
            }
            default ->
                both().forEach(collection ->
                        collection.findOneAndUpdate(filter, new Document("$unset", new Document("gone", ""))));
        }
    }

    private Document document(int id) {
        var document =
                new Document("_id", id).append("n", random.nextInt(9)).append("at", new Date(random.nextInt(40)));
        document.append("places", places()).append("rows", List.of(row(), row()));
        if (random.nextBoolean()) {
            document.append("mixed", value());
        }
        if (random.nextInt(5) == 0) {
            document.append("gone", random.nextBoolean() ? null : "g" + random.nextInt(3));
        }
        return document;
    }

    private List<String> places() {
        return random.ints(random.nextInt(4), 0, 6)
                .mapToObj(place -> "p" + place)
                .toList();
    }

    private Document row() {
        return new Document("school", "s" + random.nextInt(8)).append("room", random.nextInt(3));
    }

    private Object value() {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt(5);
            case 1 -> (long) random.nextInt(5);
            case 2 -> random.nextInt(10) / 2.0;
            case 3 -> "m" + random.nextInt(5);
            case 4 -> random.nextBoolean();
            case 5 -> new Date(random.nextInt(5));
            default -> List.of(random.nextInt(5), "m1");
        };
    }

    private Document filter() {
        var filter = new Document();
        for (int count = random.nextInt(3); count >= 0; count--) {
            condition(filter, 1);
        }
        return filter;
    }

    private void condition(Document filter, int depth) {
        switch (random.nextInt(depth > 0 ? 13 : 10)) {
            case 0 -> filter.append("n", random.nextInt(9));
            case 1 -> filter.append("n", new Document("$in", List.of(random.nextInt(9), random.nextInt(9))));
            case 2 -> filter.append("at", between());
            case 3 -> filter.append("places", "p" + random.nextInt(7));
            case 4 -> filter.append("places", new Document("$in", places()));
            case 5 -> filter.append("places", new Document("$gt", "p1").append("$lt", "p4"));
            case 6 -> filter.append("rows.school", "s" + random.nextInt(8));
            case 7 -> filter.append("mixed", random.nextBoolean() ? value() : new Document("$gte", value()));
            case 8 ->
                filter.append("gone", random.nextBoolean() ? null : new Document("$in", Arrays.asList(null, "g1")));
            case 9 -> filter.append("_id", random.nextBoolean() ? id() : new Document("$in", List.of(id(), id())));
            case 10 -> filter.append("$or", List.of(filter(0), filter(0)));
            case 11 -> filter.append("$and", List.of(filter(0), filter(0)));
            default -> filter.append("rows", new Document("$elemMatch", row()));
        }
    }

    private Document filter(int depth) {
        var filter = new Document();
        condition(filter, depth);
        return filter;
    }

    private int id() {
        return random.nextInt(DOCUMENTS);
    }

    private Document between() {
        var bounds = new Document(random.nextBoolean() ? "$gte" : "$gt", new Date(random.nextInt(40)));
        return random.nextBoolean()
                ? bounds
                : bounds.append(random.nextBoolean() ? "$lte" : "$lt", new Date(random.nextInt(40)));
    }

    /** A field with values that cannot be put in order is looked through as ever. */
    @Test
    void findsValuesOfAnyKind() {
        index();
        both().forEach(collection -> {
            collection.insertOne(new Document("_id", 1).append("mixed", new Binary(new byte[] {1, 2})));
            collection.insertOne(new Document("_id", 2).append("mixed", new Document("a", 1)));
            collection.insertOne(new Document("_id", 3).append("mixed", 3));
            assertThat(collection.countDocuments(new Document("mixed", new Document("a", 1))))
                    .isOne();
            assertThat(collection.countDocuments(new Document("mixed", 3))).isOne();
            assertThat(collection.countDocuments(new Document("mixed.a", 1))).isOne();
        });
    }
}
