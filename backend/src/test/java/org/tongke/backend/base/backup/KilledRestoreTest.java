package org.tongke.backend.base.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.BackupCommand;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.StoredState;
import org.tongke.backend.support.Stores;

/**
 * The process that puts a backup back is killed, and the same command goes on with what it left. Until that is done nothing else is
 * done with the stores.
 */
@Tag("slow")
@Tag("stores")
@ExtendWith(OutputCaptureExtension.class)
class KilledRestoreTest {
    private static final int DOCUMENTS = 2_500;
    private static final List<String> KEYS = List.of("files/a", "files/b", "files/c");

    private final Stores stores = Stores.get().another();
    private final MongoClient client = stores.connect();

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        client.close();
        stores.dropDatabase();
        Stores.dropBucket(stores);
    }

    private void kill(Path file, String point) throws Exception {
        var arguments = Stream.concat(Stream.of("--tongke.restore=" + file), settings());
        assertThat(KilledProgram.run(point, BackendApplication.class, arguments.toArray(String[]::new)))
                .isEqualTo(ChildBackend.KILLED);
    }

    private int command(String what, Path file) {
        return BackupCommand.run(
                UnaryOperator.identity(),
                Stream.concat(Stream.of("--tongke." + what + "=" + file), settings())
                        .toArray(String[]::new));
    }

    private Stream<String> settings() {
        return stores.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore.marked", "restore.object-put", "restore.all-put"})
    void goesOnByTheSameCommand(String point) throws Exception {
        var file = backup("tongke.zip", DOCUMENTS);
        kill(file, point);
        assertThat(command("restore", Files.copy(file, folder.resolve("moved.zip"))))
                .isZero();
        assertWhole();
        assertThat(command("restore", file)).as("into stores that are whole").isOne();
    }

    @Test
    void keepsEverythingElseAway(CapturedOutput log) throws Exception {
        var file = backup("tongke.zip", DOCUMENTS);
        var other = backup("other.zip", DOCUMENTS - 1);
        kill(file, "restore.batch-put");
        var left = stored();
        assertThat(command("restore", other)).isOne();
        assertThat(log)
                .contains("this is another backup: the stores hold only a part of the backup of 2021-04-15T18:00:00Z");
        assertThat(command("backup", folder.resolve("half.zip"))).isOne();
        assertThat(folder.resolve("half.zip")).doesNotExist();
        assertThatThrownBy(() -> new SpringApplicationBuilder(BackendApplication.class)
                        .run(settings().toArray(String[]::new)))
                .hasRootCauseInstanceOf(BackupException.class);
        assertThat(log)
                .contains("Tongke does not start: the stores hold only a part of the backup")
                .doesNotContain("\tat org.");
        assertThat(stored()).isEqualTo(left);
        assertThat(command("restore", file)).isZero();
        assertWhole();
    }

    private StoredState stored() {
        return StoredState.of(client.getDatabase(stores.name()));
    }

    private void assertWhole() {
        var database = client.getDatabase(stores.name());
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("lessons", "schools");
        assertThat(database.getCollection("lessons").find().sort(Sorts.ascending("_id")))
                .containsExactlyElementsOf(IntStream.range(0, DOCUMENTS)
                        .mapToObj(number -> document("lessons", number))
                        .toList());
        assertThat(database.getCollection("schools").find()).containsExactly(document("schools", 0));
        assertThat(stores.keys()).containsExactlyElementsOf(KEYS);
    }

    private static Document document(String collection, int number) {
        return new Document("_id", number).append("name", collection + number);
    }

    private Path backup(String name, int documents) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            collection(zip, "lessons", documents);
            collection(zip, "schools", 1);
            for (var key : KEYS) {
                var entry = new ZipEntry(BackupForm.BUCKET + key);
                entry.setComment("text/plain");
                zip.putNextEntry(entry);
                zip.write(key.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(BackupForm.MANIFEST));
            zip.write(BackupForm.manifest("2021-04-15T18:00:00Z", new Amount(documents + 1, KEYS.size()))
                    .toJson()
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private static void collection(ZipOutputStream zip, String name, int documents) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupForm.entryOf(name)));
        for (int number = 0; number < documents; number++) {
            var bytes = new RawBsonDocument(document(name, number), new DocumentCodec()).getByteBuffer();
            zip.write(bytes.array(), bytes.position(), bytes.remaining());
        }
        zip.closeEntry();
    }
}
