package org.tongke.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** A process of its own that runs both servers, writes to them without end and prints the number of each acknowledged write. */
final class ChildStore implements AutoCloseable {

    static final String ACCESS_KEY = "child";
    static final String SECRET_KEY = "child-secret";
    static final int WRITERS = 3;
    /** Each document is written once a round. */
    static final int DOCUMENTS = 20;

    private final Path folder;
    private final Process process;

    private ChildStore(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it and waits for its first write. */
    static ChildStore start(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildStore.class.getName(),
                        folder.toString())
                .redirectOutput(output(folder).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (Files.size(output(folder)) == 0) {
            if (!process.isAlive()) {
                throw new IOException("The child process ended with " + process.exitValue());
            }
            Thread.sleep(20);
        }
        return new ChildStore(folder, process);
    }

    Path documents() {
        return documents(folder);
    }

    Path objects() {
        return objects(folder);
    }

    private static Path documents(Path folder) {
        return folder.resolve("documents");
    }

    private static Path objects(Path folder) {
        return folder.resolve("objects");
    }

    private static Path output(Path folder) {
        return folder.resolve("acknowledged");
    }

    /** Lets it write for a while, kills it with SIGKILL and returns the highest number acknowledged by each writer. */
    Map<String, Integer> killAfter(long millis) throws IOException, InterruptedException {
        Thread.sleep(millis);
        process.destroyForcibly().onExit().join();
        var acknowledged = new HashMap<String, Integer>();
        Files.readString(output(folder))
                .lines()
                .filter(line -> line.endsWith(";")) // the last one may be cut
                .map(line -> line.substring(0, line.length() - 1).split(" "))
                .forEach(line -> acknowledged.merge(line[0], Integer.valueOf(line[1]), Math::max));
        return acknowledged;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var mongo = EmbeddedMongo.start(documents(folder), 0);
        var bucket = EmbeddedBucket.start(objects(folder), 0, ACCESS_KEY, SECRET_KEY);
        var rounds = MongoClients.create(mongo.uri()).getDatabase("kill").getCollection("rounds");
        rounds.createIndex(Indexes.ascending("writer", "number"), new IndexOptions().unique(true));
        var objects = Clients.of(bucket.endpoint().toString(), ACCESS_KEY, SECRET_KEY);
        objects.makeBucket(MakeBucketArgs.builder().bucket("kill").build());
        acknowledge("ready", 0);
        for (int writer = 0; writer < WRITERS; writer++) {
            var name = "writer" + writer;
            Thread.ofPlatform().start(() -> writeDocuments(rounds, name));
        }
        writeObjects(objects);
    }

    private static void writeDocuments(MongoCollection<Document> rounds, String writer) {
        for (int number = 1; ; number++) {
            var id = writer + "/" + number;
            rounds.insertOne(new Document("_id", id).append("writer", writer).append("number", number));
            rounds.updateOne(new Document("_id", id), Updates.set("updated", number));
            if (number > DOCUMENTS) {
                rounds.deleteOne(new Document("_id", writer + "/" + (number - DOCUMENTS)));
            }
            acknowledge(writer, number);
        }
    }

    private static void writeObjects(MinioClient objects) throws Exception {
        for (int number = 1; ; number++) {
            var bytes = content(number);
            objects.putObject(PutObjectArgs.builder().bucket("kill").object("objects/" + number).stream(
                            new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                    .contentType("text/plain")
                    .build());
            acknowledge("object", number);
        }
    }

    static byte[] content(int number) {
        return ("object " + number + " ").repeat(20_000).getBytes(StandardCharsets.UTF_8);
    }

    private static void acknowledge(String writer, int number) {
        synchronized (System.out) {
            System.out.println(writer + " " + number + ";");
            System.out.flush();
        }
    }
}
