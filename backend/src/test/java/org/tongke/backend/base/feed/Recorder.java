package org.tongke.backend.base.feed;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A consumer that writes down what it was given, once it has done with it what a test wants. */
final class Recorder implements FeedConsumer {
    private final String name;
    private final Delivery delivery;
    private final Set<String> collections;
    private final List<List<FeedEntry>> batches = new ArrayList<>();
    private Consumer<List<FeedEntry>> work = entries -> {};

    Recorder(String name, Delivery delivery, String... collections) {
        this.name = name;
        this.delivery = delivery;
        this.collections = Set.of(collections);
    }

    static Recorder once(String name) {
        return new Recorder(name, Delivery.ONCE, Bench.FACTS);
    }

    static Recorder each(String name) {
        return new Recorder(name, Delivery.EACH, Bench.FACTS);
    }

    Recorder doing(Consumer<List<FeedEntry>> what) {
        work = what;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> collections() {
        return collections;
    }

    @Override
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public void on(List<FeedEntry> entries) {
        work.accept(entries);
        synchronized (this) {
            batches.add(entries);
        }
    }

    /** Sizes of the batches so far. */
    synchronized List<Integer> sizes() {
        return batches.stream().map(List::size).toList();
    }

    synchronized List<FeedEntry> entries() {
        return batches.stream().flatMap(List::stream).toList();
    }

    /** What it was given, as in {@code a@1}. */
    List<String> seen() {
        return entries().stream()
                .map(entry -> entry.id() + "@" + entry.revision())
                .toList();
    }

    /** Revisions that it was given, by fact. */
    Map<String, List<Long>> revisions() {
        var revisions = new LinkedHashMap<String, List<Long>>();
        entries()
                .forEach(entry -> revisions
                        .computeIfAbsent(entry.id(), any -> new ArrayList<>())
                        .add(entry.revision()));
        return revisions;
    }

    void awaitSeen(String... states) {
        awaitSeen(Duration.ofSeconds(10), states);
    }

    void awaitSeen(Duration longest, String... states) {
        await().atMost(longest).pollInterval(Duration.ofMillis(5)).until(() -> seen().containsAll(List.of(states)));
    }
}
