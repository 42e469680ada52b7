package org.tongke.bench;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.base.feed.FeedRunner;

/**
 * Measures the hot paths on a real mongod, at growing sizes. Arguments, each with a default: {@code sizes=10000,100000,1000000}
 * (activities), {@code threads=2}, {@code seconds=5} (counted for each side of each path), {@code out=FILE} (the rows as CSV).
 * The stores are named by the backend's own environment. Consumers of the change feed rest, so that only the request is measured.
 * With {@code database=NAME} the database stays, and another run goes on with what it holds; with {@code paths=PART} only those paths
 * are measured whose name holds the part. {@code paths=progress} adds a programme's new communities and their progress, {@code paths=resources} 100,000 resources and 5,000 schools that are pushed to. {@code streams=300} instead measures so many open streams ({@link Streams}).
 */
public final class Bench {

    private static final int CHECKED_CALLS = 5;

    private Bench() {}

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws Exception {
        var first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals(StreamsBackend.COMMAND)) {
            StreamsBackend.run(Integer.parseInt(arguments[1]));
            return;
        }
        if (first.startsWith("streams=")) {
            Streams.measure(Integer.parseInt(first.substring("streams=".length())));
            return;
        }
        var options = new HashMap<>(
                Map.of("sizes", "10000,100000,1000000", "threads", "2", "seconds", "5", "channels", "1,10,40"));
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not name=value: " + argument);
            }
            options.put(parts[0], parts[1]);
        }
        var seconds = Duration.ofSeconds(Long.parseLong(options.getOrDefault("seconds", "5")));
        var report = new Report();
        var kept = options.get("database");
        var database = kept == null ? newDatabase() : kept;
        try (var backend = start(database)) {
            try {
                backend.getBean(FeedRunner.class).stop();
                var threads = Integer.parseInt(options.getOrDefault("threads", "2"));
                var cpu = new Cpu(backend.getBean(MongoDatabase.class));
                measure(backend, new Load(threads, seconds, seconds, cpu), options, report);
            } finally {
                if (kept == null) {
                    backend.getBean(MongoDatabase.class).drop();
                }
            }
        }
        var out = options.get("out");
        if (out != null) {
            Files.writeString(Path.of(out), report.csv());
        }
    }

    /** A name that no database has. */
    static String newDatabase() {
        return "bench-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(BackendApplication.class)
                .properties(Map.of(
                        "server.port", "0",
                        "tongke.mongo.database", database,
                        "logging.level.root", "warn",
                        "spring.main.banner-mode", "off"))
                .run();
    }

    private static void measure(
            ConfigurableApplicationContext backend, Load load, Map<String, String> options, Report report)
            throws InterruptedException {
        var province = new Province(backend);
        var part = options.getOrDefault("paths", "");
        for (var size : numbers(options, "sizes")) {
            var begin = System.nanoTime();
            province.growTo(size);
            System.out.printf("%n%,d activities (grown in %d s)%n", size, (System.nanoTime() - begin) / 1_000_000_000);
            var paths = new ArrayList<HotPath>();
            var weeks = new MyWeek(province, backend);
            numbers(options, "channels").forEach(count -> paths.add(weeks.following(count)));
            paths.addAll(new Search(backend).paths());
            if ("upload".contains(part) || part.contains("upload")) {
                paths.addAll(new Photos(province, backend).paths());
            }
            measure(size, paths, part, load, report);
            if (part.contains(Standing.PROGRESS)) {
                measure(size, new Standing(backend).paths(), part, load, report);
            }
            if (part.contains(Material.RESOURCES)) {
                measure(size, new Material(backend).paths(), part, load, report);
            }
            if ("sync".contains(part) || part.contains("sync")) {
                var isMoving = Sync.MOVED.contains(part);
                measure(size, new Sync(province, backend, isMoving).paths(), part, load, report);
            }
        }
    }

    private static void measure(int size, List<HotPath> paths, String part, Load load, Report report)
            throws InterruptedException {
        for (var path : paths) {
            if (path.name().contains(part)) {
                path.check(CHECKED_CALLS);
                var shown = load.measure(path);
                report.add(size, path.name(), shown.product(), shown.baseline());
            }
        }
    }

    private static List<Integer> numbers(Map<String, String> options, String name) {
        return List.of(options.getOrDefault(name, "").split(",")).stream()
                .map(Integer::valueOf)
                .toList();
    }
}
