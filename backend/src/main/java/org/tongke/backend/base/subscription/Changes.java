package org.tongke.backend.base.subscription;

import java.util.List;
import java.util.function.Function;
import org.tongke.backend.base.feed.FeedEntry;

/**
 * What a subscription is told at once.
 *
 * @param entries facts that were written, in the order of their writing, each in its last state; at most {@value #MOST}. Empty at
 *     the beginning, and now and then as a sign of life
 * @param position from which the subscription goes on behind them
 */
public record Changes(List<FeedEntry> entries, String position) {
    /** How many facts are told at once at most: a few kilobytes, and few enough that a slow reader holds little. */
    public static final int MOST = 20;

    public Changes {
        entries = List.copyOf(entries);
    }

    /** The facts as a room reads them. */
    public <T> List<T> read(Function<FeedEntry, T> reader) {
        return entries.stream().map(reader).toList();
    }
}
