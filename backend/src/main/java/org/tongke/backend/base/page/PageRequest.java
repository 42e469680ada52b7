package org.tongke.backend.base.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;

/**
 * Which page of a list is asked for.
 *
 * @param first how many things, 1 to 100 where a client asks
 * @param after where the page before ended; empty for the first page
 */
public record PageRequest(int first, Optional<Cursor> after) {
    /** Most things on a page. */
    public static final int MOST = 100;

    private static final int OF_FILE = 1_000;

    /**
     * The page that a client asks for.
     *
     * @param list name of the list
     * @param keyCount how many values the list is ordered by
     * @throws RequestException PAGE_SIZE_OUT_OF_RANGE or CURSOR_INVALID
     */
    public static PageRequest of(String list, int keyCount, int first, @Nullable String after) {
        if (first < 1 || first > MOST) {
            throw new RequestException(ErrorCode.PAGE_SIZE_OUT_OF_RANGE);
        }
        return new PageRequest(first, Optional.ofNullable(after).map(text -> Cursor.decode(text, list, keyCount)));
    }

    /** A page of a list that is read to its end, for a file: as many at once as keep the memory small and the round trips few. */
    public static PageRequest ofFile(String list, int keyCount, @Nullable String after) {
        return new PageRequest(OF_FILE, Optional.ofNullable(after).map(text -> Cursor.decode(text, list, keyCount)));
    }

    /** How many a store must look for, so that the page knows whether more follows. */
    public int limit() {
        return first + 1;
    }
}
