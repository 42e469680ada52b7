package org.tongke.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder, another server. */
@Tag("slow")
class RestartedMongoTest {

    @TempDir
    Path folder;

    @Test
    void documentsOfEveryKindAreThere() {
        var document = Document.parse(
                        "{_id: {county: '余杭区', year: 2021}, at: {$date: 0}, long: {$numberLong: '9007199254740991'},"
                                + " rows: [{name: '城关一小', none: null}], flag: true, share: 0.5}")
                .append("bytes", new Binary(new byte[] {1, 2}))
                .append("exact", Decimal128.parse("1.10"));
        serve(database -> database.getCollection("all").insertOne(document));
        serve(database -> assertThat(database.getCollection("all").find()).containsExactly(document));
    }

    @Test
    void uniqueIndexesStillRefuse() {
        serve(database -> {
            var schools = database.getCollection("schools");
            schools.createIndex(Indexes.ascending("county", "name"), new IndexOptions().unique(true));
            schools.insertOne(Document.parse("{_id: 1, county: 'c', name: 'n'}"));
        });
        serve(database -> {
            var schools = database.getCollection("schools");
            assertThatThrownBy(() -> schools.insertOne(Document.parse("{_id: 2, county: 'c', name: 'n'}")))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            refusal -> assertThat(refusal.getCode()).isEqualTo(11000));
            schools.deleteOne(eq(1));
            schools.insertOne(Document.parse("{_id: 2, county: 'c', name: 'n'}"));
            assertThat(schools.listIndexes().into(new ArrayList<>())).hasSize(2);
        });
    }

    @Test
    void aFileOfMostlyWasteIsMadeSmall() throws Exception {
        serve(database -> {
            var files = database.getCollection("files");
            files.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            files.insertOne(Document.parse("{_id: 'kept', name: 'kept'}"));
            var bytes = new byte[1024 * 1024];
            for (int round = 0; round < 60; round++) {
                bytes[0]++;
                files.updateOne(eq("kept"), Updates.set("bytes", new Binary(bytes)));
            }
            files.updateOne(eq("kept"), Updates.set("bytes", 0));
        });
        var file = folder.resolve("documents.mv");
        assertThat(file).isNotEmptyFile();
        assertThat(Files.size(file)).isGreaterThan(40_000_000);
        serve(database -> {
            var files = database.getCollection("files");
            assertThat(files.find()).containsExactly(Document.parse("{_id: 'kept', name: 'kept', bytes: 0}"));
            assertThatThrownBy(() -> files.insertOne(new Document("name", "kept")))
                    .isInstanceOf(MongoWriteException.class);
        });
        assertThat(Files.size(file)).isLessThan(2_000_000);
    }

    private void serve(Consumer<MongoDatabase> work) {
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(mongo.uri())) {
            work.accept(client.getDatabase("restart"));
        }
    }
}
