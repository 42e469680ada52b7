package org.tongke.backend.base.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.page.Cursor;

/** Order of a list by a field and then by {@code _id}, and the condition for what follows a place in it. */
public record Keyset(String field, boolean ascending) {
    private static final String ID = "_id";

    /** The order. */
    public Bson sort() {
        return ascending ? Sorts.ascending(field, ID) : Sorts.descending(field, ID);
    }

    /** Condition that everything behind a place meets; every thing, if there is no place. */
    public Bson after(Optional<Place> place) {
        return place.map(this::after).orElseGet(Filters::empty);
    }

    private Bson after(Place place) {
        return Filters.or(
                beyond(field, place.value()), Filters.and(Filters.eq(field, place.value()), beyond(ID, place.id())));
    }

    private Bson beyond(String name, Object value) {
        return ascending ? Filters.gt(name, value) : Filters.lt(name, value);
    }

    /** A place in the list. */
    public record Place(Object value, String id) {
        /** The place that the cursor of a list by a text tells: the text, then the id. */
        public static Place of(Cursor cursor) {
            return new Place(cursor.keys().getFirst(), cursor.keys().getLast());
        }

        /**
         * The place that the cursor of a list by an instant tells: the instant in ISO form, then the id.
         *
         * @throws RequestException CURSOR_INVALID, if no such list gave it
         */
        public static Place ofInstant(Cursor cursor) {
            try {
                var at = Date.from(Instant.parse(cursor.keys().getFirst()));
                return new Place(at, cursor.keys().getLast());
            } catch (DateTimeParseException | IllegalArgumentException notOurs) {
                throw new RequestException(ErrorCode.CURSOR_INVALID);
            }
        }
    }
}
