package org.tongke.backend.base.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Values as they are stored, where the form of the database is not that of the code. */
public final class Values {

    private Values() {}

    /** An instant as it is stored, to the millisecond. */
    public static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    /** The instant in a field that always has one. */
    public static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }

    /** The instant in a field; null if there is none. */
    public static @Nullable Instant findInstant(Document stored, String field) {
        var date = stored.getDate(field);
        return date == null ? null : date.toInstant();
    }

    /** Things as they are stored, in their order. */
    public static <T> List<Document> documents(List<T> things, Function<T, Document> write) {
        return things.stream().map(write).toList();
    }

    /** The things in a field; none if the field is missing. */
    public static <T> List<T> list(Document stored, String field, Function<Document, T> read) {
        return stored.getList(field, Document.class, List.of()).stream()
                .map(read)
                .toList();
    }
}
