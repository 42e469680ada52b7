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
 * {@code streams=300} instead measures so many open streams ({@link Streams}). The stores are named by the backend's own environment. Consumers of the change feed rest, so that only the request is measured.
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
        var load = new Load(Integer.parseInt(options.getOrDefault("threads", "2")), seconds.dividedBy(2), seconds);
        var report = new Report();
        try (var backend = start()) {
            try {
                backend.getBean(FeedRunner.class).stop();
                measure(backend, load, numbers(options, "sizes"), numbers(options, "channels"), report);
            } finally {
                backend.getBean(MongoDatabase.class).drop();
            }
        }
        var out = options.get("out");
        if (out != null) {
            Files.writeString(Path.of(out), report.csv());
        }
    }

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BackendApplication.class)
                .properties(Map.of(
                        "server.port", "0",
                        "tongke.mongo.database",
                                "bench-" + UUID.randomUUID().toString().substring(0, 8),
                        "logging.level.root", "warn",
                        "spring.main.banner-mode", "off"))
                .run();
    }

    private static void measure(
            ConfigurableApplicationContext backend,
            Load load,
            List<Integer> sizes,
            List<Integer> channels,
            Report report)
            throws InterruptedException {
        var province = new Province(backend);
        for (var size : sizes) {
            var begin = System.nanoTime();
            province.growTo(size);
            System.out.printf("%n%,d activities (grown in %d s)%n", size, (System.nanoTime() - begin) / 1_000_000_000);
            var paths = new ArrayList<HotPath>();
            var weeks = new MyWeek(province, backend);
            channels.forEach(count -> paths.add(weeks.following(count)));
            paths.addAll(new Search(backend).paths());
            paths.addAll(new Sync(province, backend).paths());
            for (var path : paths) {
                path.check(CHECKED_CALLS);
                // the two sides take turns, so that a noisy minute hits both
                var product = load.measure(path.product());
                var baseline = load.measure(path.baseline());
                report.add(size, path.name(), product, baseline);
            }
        }
    }

    private static List<Integer> numbers(Map<String, String> options, String name) {
        return List.of(options.getOrDefault(name, "").split(",")).stream()
                .map(Integer::valueOf)
                .toList();
    }
}
