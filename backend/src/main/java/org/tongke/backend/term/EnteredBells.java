package org.tongke.backend.term;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;

/**
 * What schools have entered, held in memory: every week that is asked for needs it, and it changes once or twice a year. What this
 * backend writes is known at once; what another one writes, as soon as the feed tells of it.
 */
@Component
class EnteredBells implements FeedConsumer, SmartLifecycle {
    private final BellScheduleStore store;
    private final Map<String, BellScheduleStore.Entered> bySchool = new ConcurrentHashMap<>();
    private volatile boolean read;

    EnteredBells(BellScheduleStore store) {
        this.store = store;
    }

    /** What a school has entered; null if nothing. No round trip. */
    BellScheduleStore.@Nullable Entered find(String schoolId) {
        if (!read) {
            readAll();
        }
        return bySchool.get(schoolId);
    }

    /** Remembers what a school has entered, unless something newer is known. */
    void remember(String schoolId, BellScheduleStore.Entered entered) {
        bySchool.merge(schoolId, entered, (one, other) -> other.revision() > one.revision() ? other : one);
    }

    private void readAll() {
        store.findAll().forEach(this::remember);
        read = true;
    }

    @Override
    public String name() {
        return "bells";
    }

    @Override
    public Set<String> collections() {
        return Set.of(BellScheduleStore.COLLECTION);
    }

    @Override
    public Delivery delivery() {
        return Delivery.EACH;
    }

    @Override
    public void on(List<FeedEntry> entries) {
        entries.forEach(entry -> remember(entry.id(), BellScheduleStore.read(entry.document())));
    }

    /** After the feed: what is written from then on is told. */
    @Override
    public void start() {
        readAll();
    }

    @Override
    public void stop() {
        read = false;
    }

    @Override
    public boolean isRunning() {
        return read;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2048;
    }
}
