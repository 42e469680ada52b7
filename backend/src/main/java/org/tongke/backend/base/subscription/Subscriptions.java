package org.tongke.backend.base.subscription;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.DatabaseClock;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** The open subscriptions of this process. */
@Component
public class Subscriptions implements FeedConsumer, SmartLifecycle {
    /** How many an account may have open on one backend. */
    public static final int MAXIMUM_PER_ACCOUNT = 20;
    /** How old a position may be: who comes later reads afresh, which is cheaper for both. */
    public static final Duration OLDEST = Duration.ofDays(3);
    /** How far a position may lie ahead: the clock of another database server may have told it. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Map<String, Tail> tails;
    private final DatabaseClock clock;
    private final Duration beat;
    private final Map<OpenSubscription, String> open = new HashMap<>();
    private boolean running;

    Subscriptions(
            List<FollowedCollection> followed,
            MongoDatabase database,
            DatabaseClock clock,
            MeterRegistry metrics,
            @Value("${tongke.live.beat:15s}") Duration beat) {
        this.clock = clock;
        this.beat = beat;
        tails = followed.stream()
                .map(FollowedCollection::name)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), name -> new Tail(database.getCollection(name), clock, beat.dividedBy(3))));
        Gauge.builder("tongke.subscriptions", this, Subscriptions::count)
                .description("Open GraphQL subscriptions")
                .register(metrics);
    }

    /**
     * What is written to a collection, in the order of its writing and each fact in its last state: several writes at once may
     * come as one, none is missing, none comes twice. The first is told at once, with a position and perhaps nothing else; and
     * whenever nothing was told for some seconds a newer position is.
     *
     * @param name of the subscription: only its own positions are taken
     * @param after position from which to go on; null for what is written from now on
     * @param wanted what of it
     * @throws RequestException CURSOR_INVALID, POSITION_TOO_OLD; subscribed to, TOO_MANY_STREAMS, and STREAM_ENDED when the server
     *     ends
     */
    public Flux<Changes> open(
            Viewer viewer, String name, String collection, @Nullable String after, Predicate<FeedEntry> wanted) {
        var tail = Objects.requireNonNull(tails.get(collection));
        var now = clock.now();
        var start = after == null ? Place.at(now) : start(Place.decode(name, after), now);
        return Flux.create(sink ->
                admit(new OpenSubscription(name, tail, start, wanted, beat, sink), viewer.requireAccount(), sink));
    }

    private static Place start(Place place, Instant now) {
        if (place.changedAt().isBefore(now.minus(OLDEST))) {
            throw new RequestException(ErrorCode.POSITION_TOO_OLD);
        }
        if (place.changedAt().isAfter(now.plus(AHEAD))) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
        return place;
    }

    private void admit(OpenSubscription subscription, String account, FluxSink<Changes> sink) {
        var refusal = findRefusal(subscription, account);
        if (refusal != null) {
            sink.error(new RequestException(refusal));
            return;
        }
        Thread.ofVirtual().name("subscription-" + account).start(() -> {
            try {
                subscription.run();
            } finally {
                forget(subscription);
            }
        });
    }

    private synchronized @Nullable ErrorCode findRefusal(OpenSubscription subscription, String account) {
        if (!running) {
            return ErrorCode.STREAM_ENDED;
        }
        if (open.values().stream().filter(account::equals).count() >= MAXIMUM_PER_ACCOUNT) {
            return ErrorCode.TOO_MANY_STREAMS;
        }
        open.put(subscription, account);
        return null;
    }

    private synchronized void forget(OpenSubscription subscription) {
        open.remove(subscription);
    }

    /** How many are open. */
    synchronized int count() {
        return open.size();
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public Set<String> collections() {
        return tails.keySet();
    }

    @Override
    public Delivery delivery() {
        return Delivery.EACH;
    }

    @Override
    public void on(List<FeedEntry> entries) {
        entries.stream()
                .map(FeedEntry::collection)
                .distinct()
                .forEach(collection ->
                        Objects.requireNonNull(tails.get(collection)).ring());
    }

    @Override
    public synchronized void start() {
        running = true;
        tails.forEach(
                (name, tail) -> Thread.ofVirtual().name("subscriptions-" + name).start(tail::run));
    }

    @Override
    public void stop() {
        List<OpenSubscription> ending;
        synchronized (this) {
            running = false;
            ending = List.copyOf(open.keySet());
        }
        tails.values().forEach(Tail::close);
        ending.forEach(subscription -> subscription.end(new RequestException(ErrorCode.STREAM_ENDED)));
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Ends before the web server, which would wait for the open ones. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
