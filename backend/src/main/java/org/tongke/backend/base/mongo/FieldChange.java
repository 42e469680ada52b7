package org.tongke.backend.base.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One value that a write changed.
 *
 * @param field name of the field in the document
 * @param before value before, as text; null if there was none
 * @param after value after, as text; null if there is none
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /** What a write changes of some fields of a document, in their order; the parts of a list are divided by commas. */
    public static List<FieldChange> between(Document before, Document after, List<String> fields) {
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new FieldChange(field, text(before.get(field)), text(after.get(field))))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> parts -> parts.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** As it is stored. */
    public Document toDocument() {
        return new Document("field", field).append("before", before).append("after", after);
    }

    /** As it was stored. */
    public static FieldChange from(Document stored) {
        return new FieldChange(stored.getString("field"), stored.getString("before"), stored.getString("after"));
    }
}
