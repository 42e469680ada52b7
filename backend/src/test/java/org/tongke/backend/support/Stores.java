package org.tongke.backend.support;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.springframework.boot.SpringApplication;

/**
 * The stores that tests run on, started at most once in a JVM: embedded ones, or real ones when the environment variable
 * {@code TONGKE_TEST_STORES} is {@code testcontainers} (Docker runs them) or {@code real}; the latter are named by {@code TONGKE_MONGO_URI}, {@code TONGKE_S3_ENDPOINT},
 * {@code TONGKE_S3_ACCESS_KEY} and {@code TONGKE_S3_SECRET_KEY}.
 *
 * @param mongoUri connection string
 * @param bucketEndpoint address of the S3-compatible server
 * @param accessKey its access key
 * @param secretKey its secret key
 * @param name name of the database and of the bucket; different in each JVM
 */
public record Stores(String mongoUri, String bucketEndpoint, String accessKey, String secretKey, String name) {

    /** Given, because a client that makes its own reads every certificate of the machine first, for half a second. */
    private static final OkHttpClient HTTP = new OkHttpClient();

    /** The stores that this run was asked to use. */
    public static Stores get() {
        return findReal().orElseGet(EmbeddedStores::get);
    }

    /** Embedded stores, whatever the run uses otherwise. */
    public static Stores embedded() {
        return EmbeddedStores.get();
    }

    /** Real stores, if this run has them. */
    public static Optional<Stores> findReal() {
        var kind = System.getenv().getOrDefault("TONGKE_TEST_STORES", "embedded");
        return switch (kind) {
            case "real" -> Optional.of(Real.STORES);
            case "testcontainers" -> Optional.of(ContainerStores.get());
            case "embedded" -> Optional.empty();
            default ->
                throw new IllegalStateException("TONGKE_TEST_STORES is real, testcontainers or embedded, not " + kind);
        };
    }

    /** A name for a database or bucket that nothing else has. */
    static String uniqueName() {
        return "test-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A client with listeners of its own. The caller closes it. */
    public MongoClient connect(CommandListener... listeners) {
        var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(mongoUri));
        for (var listener : listeners) {
            settings.addCommandListener(listener);
        }
        return MongoClients.create(settings.build());
    }

    /** An empty database that nothing else uses. It goes with the embedded store; on a real one, drop it. */
    public static MongoDatabase freshDatabase(MongoClient client) {
        return client.getDatabase(uniqueName());
    }

    /** The application's properties that name these stores. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.mongodb.uri", mongoUri,
                "tongke.mongo.database", name,
                "tongke.bucket.endpoint", bucketEndpoint,
                "tongke.bucket.access-key", accessKey,
                "tongke.bucket.secret-key", secretKey,
                "tongke.bucket.name", name,
                // no proxy stands in front of the stores of a test, so phones see the bucket where it is
                "tongke.public-url", bucketEndpoint);
    }

    /** The same servers with a database and a bucket that nothing else uses. Whoever makes them drops them. */
    public Stores another() {
        return new Stores(mongoUri, bucketEndpoint, accessKey, secretKey, uniqueName());
    }

    private MinioClient bucketClient() {
        return MinioClient.builder()
                .endpoint(bucketEndpoint)
                .credentials(accessKey, secretKey)
                .httpClient(HTTP)
                .build();
    }

    /** Keys of everything in the bucket. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        try {
            for (var found : bucketClient()
                    .listObjects(ListObjectsArgs.builder()
                            .bucket(name)
                            .recursive(true)
                            .build())) {
                keys.add(found.get().objectName());
            }
        } catch (MinioException broken) {
            throw new IllegalStateException(broken);
        }
        return keys;
    }

    /** Deletes the database. */
    public void dropDatabase() {
        try (var client = connect()) {
            client.getDatabase(name).drop();
        }
    }

    /** Deletes the bucket with all that is in it, if it was made. */
    public static void dropBucket(Stores stores) {
        var client = stores.bucketClient();
        try {
            var name = stores.name();
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                return;
            }
            for (var key : stores.keys()) {
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(name).object(key).build());
            }
            client.removeBucket(RemoveBucketArgs.builder().bucket(name).build());
        } catch (MinioException broken) {
            throw new IllegalStateException("the bucket of the tests stays", broken);
        }
    }

    /** Real stores, as the environment names them. */
    private static final class Real {
        static final Stores STORES = new Stores(
                named("TONGKE_MONGO_URI"),
                named("TONGKE_S3_ENDPOINT"),
                named("TONGKE_S3_ACCESS_KEY"),
                named("TONGKE_S3_SECRET_KEY"),
                uniqueName());

        static {
            // after the applications, which would write into it once more
            SpringApplication.getShutdownHandlers().add(() -> {
                STORES.dropDatabase();
                dropBucket(STORES);
            });
        }

        private static String named(String variable) {
            var value = System.getenv(variable);
            if (value == null) {
                throw new IllegalStateException("real stores need " + variable);
            }
            return value;
        }
    }
}
