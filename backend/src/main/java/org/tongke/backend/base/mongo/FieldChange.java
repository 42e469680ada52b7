package org.tongke.backend.base.mongo;

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

    /** As it is stored. */
    public Document toDocument() {
        return new Document("field", field).append("before", before).append("after", after);
    }

    /** As it was stored. */
    public static FieldChange from(Document stored) {
        return new FieldChange(stored.getString("field"), stored.getString("before"), stored.getString("after"));
    }
}
