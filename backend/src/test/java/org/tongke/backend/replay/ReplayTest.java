package org.tongke.backend.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.support.Stores;

/**
 * Replay: three suppliers and the schools tell of the lessons of a term, shuffled, doubled, some dropped and sent again, while people
 * follow and hide, and the backend is killed on the way. In the end everybody sees what an {@link Oracle} finds out from the same
 * script. {@code bin/replay} does it with 100,000 changes.
 */
@Tag("slow")
@Tag("stores")
class ReplayTest {
    private static final int CHANGES = Integer.getInteger(ReplayedBackend.CHANGES, 1_000);
    private static final long SEED = Long.getLong("tongke.replay.seed", 53);
    private static final int MANY = 10_000;
    private static final Duration PATIENCE = CHANGES < MANY ? Duration.ofSeconds(60) : Duration.ofMinutes(15);

    private final Stores stores = Stores.get().another();

    @AfterEach
    void drop() {
        stores.dropDatabase();
        Stores.dropBucket(stores);
    }

    @Test
    void endsAsTheOracleSays() throws Exception {
        var stage = Stage.of(CHANGES);
        var script = Script.of(stage, CHANGES, SEED);
        try (var server = new Server(stores, CHANGES)) {
            var began = Instant.now();
            server.start();
            var sender = new Sender(server);
            sender.ringBells(stage);
            var ready = Instant.now();
            var calendars = perform(stage, script, server, sender);
            var done = Instant.now();
            var oracle = Oracle.after(stage, script);
            var comparison = compareInTime(stage, server, oracle);
            comparison.timetables(calendars);
            System.out.printf(
                    "replay: %,d changes in %,d rows, seed %d; start %s, sent in %s, settled and compared in %s: %s%n",
                    script.changes(),
                    script.rows(),
                    SEED,
                    seconds(began, ready),
                    seconds(ready, done),
                    seconds(done, Instant.now()),
                    comparison.compared());
            assertThat(comparison.differences()).isEmpty();
        }
    }

    private static String seconds(Instant from, Instant to) {
        return "%.1f s".formatted(Duration.between(from, to).toMillis() / 1000.0);
    }

    /** Everybody does his or her steps; meanwhile the backend is killed. @return calendars as they were before that */
    private static Map<String, Asker.Calendar> perform(Stage stage, Script script, Server server, Sender sender)
            throws InterruptedException, ExecutionException, IOException {
        var kills = CHANGES < MANY ? 1 : 3;
        try (var people = Executors.newFixedThreadPool(script.actors().size())) {
            var acts = script.actors().stream()
                    .map(steps -> CompletableFuture.runAsync(() -> steps.forEach(sender::does), people))
                    .toList();
            // whoever fails ends the waiting
            var ended = CompletableFuture.allOf(acts.toArray(CompletableFuture[]::new));
            Map<String, Asker.Calendar> calendars = Map.of();
            for (int kill = 1; kill <= kills; kill++) {
                while (sender.rows() < script.rows() * kill / (kills + 1) && !ended.isDone()) {
                    Thread.sleep(20);
                }
                assertThat(ended.isDone()).as("killed on the way").isFalse();
                if (kill == 1) {
                    calendars = calendars(stage, server);
                }
                server.kill();
                if (kill < kills || CHANGES >= MANY) {
                    server.start();
                } else {
                    server.startHere();
                }
            }
            ended.get();
            return calendars;
        }
    }

    private static Map<String, Asker.Calendar> calendars(Stage stage, Server server) {
        var calendars = new HashMap<String, Asker.Calendar>();
        stage.readers().forEach(reader -> calendars.put(reader.account(), new Asker(server, reader).calendar()));
        return calendars;
    }

    /** What follows from the reports takes a moment: reports of one lesson become one. */
    private static Comparison compareInTime(Stage stage, Server server, Oracle oracle) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var counts = new Comparison(stage, server, oracle);
            counts.counts();
            if (counts.differences().isEmpty() || Instant.now().isAfter(end)) {
                break;
            }
            Thread.sleep(500);
        }
        while (true) {
            var comparison = new Comparison(stage, server, oracle);
            comparison.grand();
            if (comparison.differences().isEmpty() || Instant.now().isAfter(end)) {
                return comparison;
            }
            Thread.sleep(500);
        }
    }
}
