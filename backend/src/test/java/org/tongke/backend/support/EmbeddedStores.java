package org.tongke.backend.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.springframework.boot.SpringApplication;
import org.tongke.embedded.EmbeddedBucket;
import org.tongke.embedded.EmbeddedMongo;

/** Embedded stores in a folder that goes with the JVM. */
final class EmbeddedStores {
    private static final String ACCESS_KEY = "tests";
    private static final String SECRET_KEY = "secret-of-tests";

    private EmbeddedStores() {}

    static Stores get() {
        return Started.STORES;
    }

    private static final class Started {
        static final Stores STORES = start();
    }

    private static Stores start() {
        var folder = createFolder();
        var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        var bucket = EmbeddedBucket.start(folder.resolve("bucket"), 0, ACCESS_KEY, SECRET_KEY);
        // after the applications, which would wait for a database that has gone
        SpringApplication.getShutdownHandlers().add(() -> {
            bucket.close();
            mongo.close();
            delete(folder);
        });
        return new Stores(mongo.uri(), bucket.endpoint().toString(), ACCESS_KEY, SECRET_KEY, Stores.uniqueName());
    }

    private static Path createFolder() {
        try {
            return Files.createTempDirectory("tongke-tests");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
