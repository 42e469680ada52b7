package org.tongke.backend.activity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Cursor;

/** Where an activity stands in a list that is ordered by start and id. */
final class ActivityPlace {

    private ActivityPlace() {}

    static Cursor cursorOf(String list, Activity activity) {
        return Cursor.of(list, activity.startsAt().toString(), activity.id());
    }

    /** The place behind a cursor. Throws CURSOR_INVALID if this list did not give it. */
    static Keyset.Place of(Cursor cursor) {
        try {
            var startsAt = Date.from(Instant.parse(cursor.keys().getFirst()));
            return new Keyset.Place(startsAt, cursor.keys().getLast());
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }
}
