package org.tongke.backend.base.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.who.Viewer;

/** The open pages of this process, found by what touches them: a change costs as much as the pages that it concerns. */
@Component
final class LiveStreams implements FeedConsumer, SmartLifecycle {
    /** How many pages an account may have open. The oldest gives way: it is mostly a phone that has lost its network. */
    static final int MAXIMUM_PER_ACCOUNT = 20;

    private final List<LiveTopics> rooms;
    private final Map<String, List<Interest>> interests = new HashMap<>();
    /** What each stream is found by. */
    private final Map<LiveStream, Collection<String>> values = new HashMap<>();

    private final Map<String, Deque<LiveStream>> accounts = new HashMap<>();
    private boolean running;

    LiveStreams(ObjectProvider<LiveTopics> rooms) {
        this.rooms = rooms.orderedStream().toList();
    }

    /** Who wants to know when a fact of some collections has a value. */
    private record Interest(LiveStream stream, String topic, Set<String> collections) {}

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Set<String> collections() {
        return rooms.stream().flatMap(room -> room.collections().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Delivery delivery() {
        return Delivery.EACH;
    }

    /** A stream for a page of somebody who is signed in. It is closed at once when the server is ending. */
    synchronized LiveStream open(Viewer viewer) {
        var stream = new LiveStream(viewer.requireAccount());
        if (!running) {
            stream.close();
            return stream;
        }
        var others = accounts.computeIfAbsent(stream.account(), any -> new ArrayDeque<>());
        if (others.size() >= MAXIMUM_PER_ACCOUNT) {
            others.remove().close();
        }
        others.add(stream);
        return stream;
    }

    /** Asks what a page is to be told of, remembers it, and then says that all of it may have changed. */
    void ask(LiveStream stream, Viewer viewer) {
        var found = new HashMap<String, List<Interest>>();
        var topics = new LinkedHashSet<String>();
        for (var room : rooms) {
            var collections = Set.copyOf(room.collections());
            room.topicsOf(viewer).forEach((topic, touched) -> {
                topics.add(topic);
                touched.forEach(value -> found.computeIfAbsent(value, any -> new ArrayList<>())
                        .add(new Interest(stream, topic, collections)));
            });
        }
        replace(stream, found);
        // only now: what changed before was not heard, but is seen by a page that asks from now on
        stream.nudgeAll(topics);
    }

    private synchronized void replace(LiveStream stream, Map<String, List<Interest>> found) {
        forget(stream);
        if (accounts.getOrDefault(stream.account(), new ArrayDeque<>()).contains(stream)) {
            values.put(stream, List.copyOf(found.keySet()));
            found.forEach((value, those) ->
                    interests.computeIfAbsent(value, any -> new ArrayList<>()).addAll(those));
        }
    }

    /** Ends a stream, whose page has gone. */
    synchronized void end(LiveStream stream) {
        stream.close();
        forget(stream);
        accounts.computeIfPresent(stream.account(), (account, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void forget(LiveStream stream) {
        var known = values.remove(stream);
        if (known != null) {
            known.forEach(value -> interests.computeIfPresent(value, (any, those) -> {
                those.removeIf(interest -> interest.stream() == stream);
                return those.isEmpty() ? null : those;
            }));
        }
    }

    @Override
    public synchronized void on(List<FeedEntry> entries) {
        entries.forEach(this::tell);
    }

    private void tell(FeedEntry entry) {
        var touched = new LinkedHashSet<>(entry.touches());
        touched.addAll(entry.places());
        touched.add(LiveTopics.thing(entry.collection(), entry.id()));
        for (var value : touched) {
            for (var interest : interests.getOrDefault(value, List.of())) {
                if (interest.collections().contains(entry.collection())) {
                    interest.stream().nudge(interest.topic(), entry.changedAt());
                }
            }
            if (value.startsWith(LiveTopics.own(""))) {
                accounts.getOrDefault(value.substring(LiveTopics.own("").length()), new ArrayDeque<>())
                        .forEach(LiveStream::outdate);
            }
        }
    }

    /** How many pages are open. */
    synchronized int count() {
        return accounts.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        accounts.values().forEach(streams -> streams.forEach(LiveStream::close));
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Ends before the web server, which would wait for the open pages. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
