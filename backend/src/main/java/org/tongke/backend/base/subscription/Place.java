package org.tongke.backend.base.subscription;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;

/**
 * A place in the order in which facts were written.
 *
 * @param changedAt by the database's clock, in whole milliseconds
 * @param id of the fact that was written there; empty before the first of that millisecond
 */
record Place(Instant changedAt, String id) implements Comparable<Place> {
    private static final int KEYS = 2;

    /** Before everything that was written at a time. */
    static Place at(Instant time) {
        return new Place(Instant.ofEpochMilli(time.toEpochMilli()), "");
    }

    /** Behind everything that was written at a time. */
    static Place behind(Instant time) {
        return at(time.plusMillis(1));
    }

    static Place of(FeedEntry entry) {
        return new Place(entry.changedAt(), entry.id());
    }

    /** The place that a client was told. */
    static Place decode(String subscription, String position) {
        var keys = PageRequest.of(subscription, KEYS, 1, position)
                .after()
                .orElseThrow(() -> new RequestException(ErrorCode.CURSOR_INVALID))
                .keys();
        try {
            return new Place(Instant.ofEpochMilli(Long.parseLong(keys.getFirst())), keys.getLast());
        } catch (NumberFormatException | DateTimeException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    /** As clients see it: no other subscription takes it. */
    String encode(String subscription) {
        return Cursor.of(subscription, Long.toString(changedAt.toEpochMilli()), id)
                .encode();
    }

    boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }

    /** As mongod orders: texts by their bytes, not by UTF-16 as the JDK does. */
    @Override
    public int compareTo(Place other) {
        var byTime = changedAt.compareTo(other.changedAt);
        return byTime == 0 ? Arrays.compareUnsigned(bytes(id), bytes(other.id)) : byTime;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
