package org.tongke.backend.base.subscription;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongke.backend.base.feed.DatabaseClock;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Keyset;

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
    /** A change of which the feed tells late is found without it. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private static final int PAGE = 100;
    private static final int KEPT = 300;
    private static final Keyset BY_WRITING = new Keyset(Fact.CHANGED_AT, true);

    private final MongoCollection<Document> facts;
    private final DatabaseClock clock;
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

    Tail(MongoCollection<Document> facts, DatabaseClock clock) {
        this.facts = facts;
        this.clock = clock;
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
                    log.warn("What is new in {} cannot be read, trying again", facts.getNamespace(), failure);
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
                : readAt + LONGEST_REST.toNanos();
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
            place = page.size() < PAGE ? end : Place.of(page.getLast());
            if (!extend(page, place, began)) {
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

    private List<FeedEntry> read(Place after, Place end) {
        return facts.find(Filters.and(
                        BY_WRITING.after(Optional.of(new Keyset.Place(Date.from(after.changedAt()), after.id()))),
                        // for the index: the alternatives of the condition before have no common bound
                        Filters.gte(Fact.CHANGED_AT, Date.from(after.changedAt())),
                        Filters.lt(Fact.CHANGED_AT, Date.from(end.changedAt()))))
                .sort(Fact.feedIndex())
                .limit(PAGE)
                .map(document -> new FeedEntry(facts.getNamespace().getCollectionName(), document))
                .into(new ArrayList<>());
    }

    /**
     * What follows a place. No round trip, or one for who is behind.
     *
     * @param wanted which of it
     * @param most how many at most
     */
    Page after(Place place, Predicate<FeedEntry> wanted, int most) {
        Place end;
        Optional<List<FeedEntry>> known;
        synchronized (this) {
            end = until;
            known = place.isBefore(from)
                    ? Optional.empty()
                    : Optional.of(List.copyOf(kept.tailMap(place, false).values()));
        }
        if (!place.isBefore(end)) {
            return new Page(List.of(), place, true);
        }
        var following = known.orElseGet(() -> read(place, end));
        var isAll = known.isPresent() || following.size() < PAGE;
        var found = new ArrayList<FeedEntry>();
        for (var entry : following) {
            if (wanted.test(entry)) {
                found.add(entry);
            }
            if (found.size() == most) {
                return new Page(found, Place.of(entry), false);
            }
        }
        return new Page(found, isAll ? end : Place.of(following.getLast()), isAll);
    }

    /**
     * A part of what follows a place.
     *
     * @param end where the next part begins
     * @param isLast whether that is all there is by now
     */
    record Page(List<FeedEntry> entries, Place end, boolean isLast) {}
}
