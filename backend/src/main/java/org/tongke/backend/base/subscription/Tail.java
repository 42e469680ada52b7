package org.tongke.backend.base.subscription;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongke.backend.base.error.QuietFault;
import org.tongke.backend.base.feed.DatabaseClock;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;

/**
 * The end of a collection, read once for all subscriptions of this process: when something was written, and as long as anybody
 * subscribes. What was written less than a second ago is left for the next time: by then all that bears an earlier stamp can be
 * read, so that no place is passed before it is settled. The last changes are kept; who is further behind reads the collection.
 */
final class Tail {
    private static final Logger log = LoggerFactory.getLogger(Tail.class);
    /** How old a stamp must be until nothing earlier can appear any more. */
    static final Duration SETTLED = Duration.ofSeconds(1);

    private static final Duration REST = Duration.ofMillis(250);

    private static final int PAGE = 100;
    private static final int KEPT = 300;

    private final MongoCollection<Document> facts;
    private final DatabaseClock clock;
    /** After so long it reads unasked: so a change of which the feed tells late is found, and positions grow newer. */
    private final Duration longestRest;

    private final Set<OpenSubscription> readers = new HashSet<>();
    private final NavigableMap<Place, FeedEntry> kept = new TreeMap<>();
    /** Behind this place, up to {@link #until}, everything is kept. */
    private Place from = Place.at(Instant.EPOCH);

    private Place until = from;
    /** How often it began anew, after nobody had subscribed. */
    private int begun;

    /** Which run of the thread is the one that counts: the server may end and begin again. */
    private int life;

    private boolean rung;
    private long firstRungAt;
    private long lastRungAt;
    private long readAt = System.nanoTime();

    Tail(MongoCollection<Document> facts, DatabaseClock clock, Duration longestRest) {
        this.facts = facts;
        this.clock = clock;
        this.longestRest = longestRest;
    }

    /** Something was written. */
    synchronized void ring() {
        lastRungAt = System.nanoTime();
        if (!rung) {
            rung = true;
            firstRungAt = lastRungAt;
            notifyAll();
        }
    }

    /** Begins to wake a subscription when there is something new. */
    void join(OpenSubscription reader) {
        var settled = Place.at(clock.now().minus(SETTLED));
        synchronized (this) {
            if (readers.isEmpty()) {
                begun++;
                kept.clear();
                from = settled;
                until = settled;
            }
            readers.add(reader);
            notifyAll();
        }
    }

    synchronized void leave(OpenSubscription reader) {
        readers.remove(reader);
        if (readers.isEmpty()) {
            kept.clear();
        }
    }

    synchronized void close() {
        life++;
        notifyAll();
    }

    /** Reads on until it is closed. For a thread of its own. */
    void run() {
        var mine = begin();
        try {
            while (awaitWork(mine)) {
                try {
                    advance();
                } catch (RuntimeException failure) {
                    log.warn(
                            "What is new in {} cannot be read, trying again",
                            facts.getNamespace(),
                            QuietFault.of(failure));
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int begin() {
        return ++life;
    }

    /** Waits until it is time to read; false if there is no more to read. */
    private synchronized boolean awaitWork(int mine) throws InterruptedException {
        while (mine == life) {
            var now = System.nanoTime();
            var left = dueAt() - now;
            if (readers.isEmpty()) {
                wait();
            } else if (left > 0) {
                wait(left / 1_000_000 + 1);
            } else {
                readAt = now;
                // what rang last is read only if it is settled by now
                rung = rung && lastRungAt + SETTLED.toNanos() > now;
                firstRungAt = now - SETTLED.toNanos();
                return true;
            }
        }
        return false;
    }

    private long dueAt() {
        return rung
                ? Math.max(firstRungAt + SETTLED.toNanos(), readAt + REST.toNanos())
                : readAt + longestRest.toNanos();
    }

    private void advance() {
        var end = Place.behind(clock.now().minus(SETTLED));
        Place place;
        int began;
        synchronized (this) {
            place = until;
            began = begun;
        }
        while (place.isBefore(end)) {
            var page = read(place, end);
            place = page.end();
            if (!extend(page.entries(), place, began)) {
                return;
            }
        }
    }

    private synchronized boolean extend(List<FeedEntry> page, Place place, int began) {
        if (began != begun) {
            return false;
        }
        page.forEach(entry -> kept.put(Place.of(entry), entry));
        until = place;
        while (kept.size() > KEPT) {
            from = kept.pollFirstEntry().getKey();
        }
        readers.forEach(OpenSubscription::wake);
        return true;
    }

    /**
     * The part of the collection that follows a place. It ends with a whole millisecond, whose facts are ordered here: the embedded
     * store keeps parts of milliseconds that it does not tell, and orders by them.
     */
    private Page read(Place after, Place end) {
        var found = find(after.changedAt(), end.changedAt(), PAGE);
        if (found.size() < PAGE) {
            return new Page(behind(after, found), end, true);
        }
        var last = found.getLast().changedAt();
        var whole =
                found.stream().filter(entry -> entry.changedAt().isBefore(last)).toList();
        return whole.isEmpty()
                ? new Page(behind(after, find(last, last.plusMillis(1), 0)), Place.behind(last), false)
                : new Page(behind(after, whole), Place.at(last), false);
    }

    /** @param most how many at most; 0 for all */
    private List<FeedEntry> find(Instant from, Instant to, int most) {
        return facts.find(Filters.and(
                        Filters.gte(Fact.CHANGED_AT, Date.from(from)), Filters.lt(Fact.CHANGED_AT, Date.from(to))))
                .sort(Fact.feedIndex())
                .limit(most)
                .map(document -> new FeedEntry(facts.getNamespace().getCollectionName(), document))
                .into(new ArrayList<>());
    }

    private static List<FeedEntry> behind(Place place, List<FeedEntry> found) {
        return found.stream()
                .filter(entry -> place.isBefore(Place.of(entry)))
                .sorted(Comparator.comparing(Place::of))
                .toList();
    }

    /**
     * What follows a place. No round trip, or one for who is behind.
     *
     * @param wanted which of it
     * @param most how many at most
     */
    Page after(Place place, Predicate<FeedEntry> wanted, int most) {
        var part = part(place);
        var found = new ArrayList<FeedEntry>();
        for (var entry : part.entries()) {
            if (wanted.test(entry)) {
                found.add(entry);
            }
            if (found.size() == most) {
                return new Page(found, Place.of(entry), false);
            }
        }
        return new Page(found, part.end(), part.isLast());
    }

    private Page part(Place place) {
        Place end;
        synchronized (this) {
            end = until;
            if (!place.isBefore(end)) {
                return new Page(List.of(), place, true);
            }
            if (!place.isBefore(from)) {
                return new Page(List.copyOf(kept.tailMap(place, false).values()), end, true);
            }
        }
        return read(place, end);
    }

    /**
     * A part of what follows a place.
     *
     * @param end where the next part begins
     * @param isLast whether that is all there is by now
     */
    record Page(List<FeedEntry> entries, Place end, boolean isLast) {}
}
