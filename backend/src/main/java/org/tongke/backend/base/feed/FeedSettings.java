package org.tongke.backend.base.feed;

import java.time.Duration;

/**
 * How the feed reads.
 *
 * @param stream whether by change stream; by scan if not
 * @param lease how long a consumer belongs to a backend that shows no life
 * @param poll how often a scan looks for what the bell does not tell of
 * @param overlap how far a scan goes back behind what it has seen, for writes that became visible late
 */
record FeedSettings(boolean stream, Duration lease, Duration poll, Duration overlap) {

    /** What suits a server, in a mode of {@code auto}, {@code stream}, {@code scan}. */
    static FeedSettings of(Server server, String mode) {
        var several = server.hasChangeStreams();
        return switch (mode) {
            case "auto" -> several ? shared(true) : alone();
            case "stream" -> shared(true);
            case "scan" -> several ? shared(false) : alone();
            default -> throw new IllegalArgumentException("tongke.feed is auto, stream or scan, not " + mode);
        };
    }

    /** Several backends share the database. After a failover another machine's clock stamps the facts, hence the overlap. */
    static FeedSettings shared(boolean stream) {
        return new FeedSettings(stream, Duration.ofSeconds(2), Duration.ofMillis(250), Duration.ofSeconds(10));
    }

    /** The database lives in this process: the bell hears every write, a scan reads the whole collection, an idle disk sleeps. */
    static FeedSettings alone() {
        return new FeedSettings(false, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }
}
