package org.tongke.backend.exchange;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Cursor;

/** Places in lists that are ordered by an instant and an id. */
final class Places {

    private Places() {}

    /** The place behind a cursor. Throws CURSOR_INVALID if no such list gave it. */
    static Keyset.Place of(Cursor cursor) {
        try {
            var at = Date.from(Instant.parse(cursor.keys().getFirst()));
            return new Keyset.Place(at, cursor.keys().getLast());
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }
}
