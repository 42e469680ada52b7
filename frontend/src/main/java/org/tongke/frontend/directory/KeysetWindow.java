package org.tongke.frontend.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page behind a cursor, as one that is read at any place: what a table that scrolls needs. It keeps where pages
 * begin, and the last few of them. For one user at a time.
 */
final class KeysetWindow<T> {
    /** Rows of a page: as many as the contract gives at once. */
    static final int PAGE = 100;

    private static final int KEPT = 6;

    /** A page, and the cursor behind which the next one begins; null for the last. */
    record Page<T>(List<T> things, @Nullable String after) {}

    private final Function<@Nullable String, Page<T>> source;
    private final Function<@Nullable String, @Nullable String> next;
    private final List<@Nullable String> begins = new ArrayList<>();
    private final Map<Integer, List<T>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param source gives the page behind a cursor, the first one for null
     * @param next only where the page after that begins; null if there is none. For the way to a place far away
     */
    KeysetWindow(Function<@Nullable String, Page<T>> source, Function<@Nullable String, @Nullable String> next) {
        this.source = source;
        this.next = next;
        begins.add(null);
    }

    /** What stands from a place on; less at the end of the list. */
    Stream<T> fetch(int from, int count) {
        return count <= 0
                ? Stream.empty()
                : IntStream.rangeClosed(from / PAGE, (from + count - 1) / PAGE)
                        .mapToObj(this::page)
                        .flatMap(List::stream)
                        .skip(from % PAGE)
                        .limit(count);
    }

    private List<T> page(int number) {
        var kept = pages.get(number);
        if (kept != null) {
            return kept;
        }
        while (begins.size() <= number) {
            var after = next.apply(begins.getLast());
            if (after == null) {
                return List.of(); // the list ends before
            }
            begins.add(after);
        }
        return ask(number);
    }

    private List<T> ask(int number) {
        var page = source.apply(begins.get(number));
        pages.put(number, page.things());
        if (begins.size() == number + 1 && page.after() != null) {
            begins.add(page.after());
        }
        return page.things();
    }
}
