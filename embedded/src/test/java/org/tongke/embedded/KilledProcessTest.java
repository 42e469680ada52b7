package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.StatObjectArgs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client was told is written is there after SIGKILL, whole; what was under way leaves no trace that gets in the way. */
@Tag("slow")
class KilledProcessTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1_500})
    void keepsWhatItAcknowledged(long millis, @TempDir Path folder) throws Exception {
        try (var child = ChildStore.start(folder)) {
            var acknowledged = child.killAfter(millis);
            try (var mongo = EmbeddedMongo.start(child.documents(), 0);
                    var client = MongoClients.create(mongo.uri())) {
                var rounds = client.getDatabase("kill").getCollection("rounds");
                assertThat(rounds.countDocuments(Document.parse("{updated: {$exists: false}}")))
                        .isLessThanOrEqualTo(ChildStore.WRITERS);
                for (int writer = 0; writer < ChildStore.WRITERS; writer++) {
                    var name = "writer" + writer;
                    int last = acknowledged.getOrDefault(name, 0);
                    var numbers = rounds.find(new Document("writer", name))
                            .map(document -> document.getInteger("number"))
                            .into(new ArrayList<>());
                    assertThat(numbers).containsAll(lastRound(last));
                    assertThat(numbers).hasSizeBetween(Math.min(last, ChildStore.DOCUMENTS), ChildStore.DOCUMENTS + 1);
                    assertEachCanBeWrittenAgain(rounds, name, last);
                }
            }
            try (var bucket = EmbeddedBucket.start(child.objects(), 0, ChildStore.ACCESS_KEY, ChildStore.SECRET_KEY)) {
                assertObjects(bucket, acknowledged.getOrDefault("object", 0));
            }
        }
    }

    private static List<Integer> lastRound(int last) {
        var numbers = new ArrayList<Integer>();
        for (int number = Math.max(1, last - ChildStore.DOCUMENTS + 2); number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    /** An index entry without its document would refuse it. */
    private static void assertEachCanBeWrittenAgain(MongoCollection<Document> rounds, String writer, int last) {
        rounds.deleteMany(new Document("writer", writer));
        for (int number = Math.max(1, last - 2 * ChildStore.DOCUMENTS); number <= last + 2; number++) {
            rounds.insertOne(new Document("_id", writer + "/" + number)
                    .append("writer", writer)
                    .append("number", number));
        }
    }

    private static void assertObjects(EmbeddedBucket bucket, int last) throws Exception {
        var client = Clients.of(bucket.endpoint().toString(), ChildStore.ACCESS_KEY, ChildStore.SECRET_KEY);
        var names = new ArrayList<String>();
        for (var item : client.listObjects(
                ListObjectsArgs.builder().bucket("kill").recursive(true).build())) {
            names.add(item.get().objectName());
        }
        assertThat(names).hasSizeBetween(last, last + 1);
        for (int number = 1; number <= names.size(); number++) {
            var name = "objects/" + number;
            try (var object = client.getObject(
                    GetObjectArgs.builder().bucket("kill").object(name).build())) {
                assertThat(object.readAllBytes()).isEqualTo(ChildStore.content(number));
            }
            assertThat(client.statObject(StatObjectArgs.builder()
                                    .bucket("kill")
                                    .object(name)
                                    .build())
                            .contentType())
                    .isEqualTo("text/plain");
        }
    }
}
