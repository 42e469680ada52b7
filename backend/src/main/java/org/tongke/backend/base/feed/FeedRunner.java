package org.tongke.backend.base.feed;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tongke.backend.base.feed.FeedConsumer.Delivery;
import org.tongke.backend.base.mongo.Fact;

/**
 * Runs the consumers of the change feed, each on a thread of its own, from before the first request is taken until after the last
 * one was answered.
 */
public final class FeedRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FeedRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private final List<FeedConsumer> consumers;
    private final FeedBell bell;
    private final MeterRegistry metrics;
    private final String mode;
    private final @Nullable FeedSettings chosen;
    private @Nullable Running running;

    /** @param mode {@code auto}: by change stream where the server has one; or {@code stream}, {@code scan} */
    public FeedRunner(
            MongoDatabase database, List<FeedConsumer> consumers, FeedBell bell, MeterRegistry metrics, String mode) {
        this(database, consumers, bell, metrics, mode, null);
    }

    private FeedRunner(
            MongoDatabase database,
            List<FeedConsumer> consumers,
            FeedBell bell,
            MeterRegistry metrics,
            String mode,
            @Nullable FeedSettings chosen) {
        this.database = database;
        this.consumers = consumers.stream()
                .filter(consumer -> !consumer.collections().isEmpty())
                .toList();
        this.bell = bell;
        this.metrics = metrics;
        this.mode = mode;
        this.chosen = chosen;
    }

    /** A runner with settings of its own. */
    static FeedRunner with(
            FeedSettings settings,
            MongoDatabase database,
            List<FeedConsumer> consumers,
            FeedBell bell,
            MeterRegistry metrics) {
        return new FeedRunner(database, consumers, bell, metrics, "auto", settings);
    }

    @Override
    public synchronized void start() {
        if (running == null && !consumers.isEmpty()) {
            var server = new Server(database);
            var settings = chosen == null ? FeedSettings.of(server, mode) : chosen;
            index();
            running = new Running(server, settings);
            running.start();
            log.info("The change feed is read by {}", settings.stream() ? "change stream" : "scan");
        }
    }

    private void index() {
        consumers.stream()
                .flatMap(consumer -> consumer.collections().stream())
                .distinct()
                .forEach(collection -> database.getCollection(collection)
                        .createIndex(Fact.feedIndex(), new IndexOptions().name("feed")));
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Before the web server, so that an open page misses nothing; and after it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    /** What runs between a start and a stop. */
    private final class Running {
        private final Feed feed;
        private final FeedPositions positions;
        private final FeedLeases leases;
        private final List<FeedWorker> workers;
        private final List<Gauge> gauges = new ArrayList<>();

        Running(Server server, FeedSettings settings) {
            var scan = new ScanFeed(database, server, bell, settings);
            feed = settings.stream() ? new ChangeStreamFeed(database, scan) : scan;
            positions = new FeedPositions(database, server, UUID.randomUUID().toString(), settings.lease());
            leases = new FeedLeases(positions, leased(), settings.lease());
            workers = consumers.stream()
                    .map(consumer -> new FeedWorker(consumer, feed, place(consumer)))
                    .toList();
        }

        private Set<String> leased() {
            var names = new HashSet<String>();
            for (var consumer : consumers) {
                if (!names.add(consumer.name())) {
                    throw new IllegalStateException("two consumers of the feed are called " + consumer.name());
                }
            }
            return consumers.stream()
                    .filter(consumer -> consumer.delivery() == Delivery.ONCE)
                    .map(FeedConsumer::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private FeedWorker.Place place(FeedConsumer consumer) {
            return switch (consumer.delivery()) {
                case ONCE -> new Kept(consumer.name());
                case EACH -> new Own(feed.now(Set.copyOf(consumer.collections())));
            };
        }

        void start() {
            leases.start();
            workers.forEach(worker -> {
                gauges.add(Gauge.builder("tongke.feed.lag", worker, FeedWorker::lagSeconds)
                        .tag("consumer", worker.consumer())
                        .baseUnit("seconds")
                        .description("Age of the oldest change that the consumer was given and has not handled")
                        .register(metrics));
                worker.start();
            });
        }

        void stop() {
            gauges.forEach(metrics::remove);
            workers.forEach(FeedWorker::close);
            try {
                for (var worker : workers) {
                    worker.join(PATIENCE);
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            leases.close();
            release();
        }

        private void release() {
            try {
                positions.release();
            } catch (RuntimeException failure) {
                log.warn("The feed's leases were not released; they end by themselves", failure);
            }
        }

        /** A position in the database, for one backend at a time. */
        private final class Kept implements FeedWorker.Place {
            private final String consumer;

            Kept(String consumer) {
                this.consumer = consumer;
            }

            @Override
            public void awaitTurn() throws InterruptedException {
                leases.awaitHeld(consumer);
            }

            @Override
            public boolean isOurTurn() {
                return leases.hold(consumer);
            }

            @Override
            public FeedPosition get() {
                return positions.get(consumer);
            }

            @Override
            public boolean save(FeedPosition position) {
                var saved = positions.save(consumer, position);
                if (!saved) {
                    leases.lost(consumer);
                }
                return saved;
            }
        }
    }

    /** A position that ends with the process. */
    private static final class Own implements FeedWorker.Place {
        private FeedPosition position;

        Own(FeedPosition position) {
            this.position = position;
        }

        @Override
        public void awaitTurn() {}

        @Override
        public boolean isOurTurn() {
            return true;
        }

        @Override
        public FeedPosition get() {
            return position;
        }

        @Override
        public boolean save(FeedPosition next) {
            position = next;
            return true;
        }
    }
}
