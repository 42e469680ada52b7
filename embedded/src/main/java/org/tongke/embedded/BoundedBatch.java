package org.tongke.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Ends what is answered at once where mongod would: at 16 MB. Three times as much is more than a driver takes. */
final class BoundedBatch {
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int BYTES_OF_CHARACTER = 3;
    private static final int BYTES_OF_VALUE = 16;

    private BoundedBatch() {}

    /**
     * How many of the documents go at once.
     *
     * @param wanted at most so many; 0 for all
     * @return at least one, however long it is
     */
    static int count(List<Document> documents, int wanted) {
        var most = wanted > 0 ? Math.min(wanted, documents.size()) : documents.size();
        long bytes = 0;
        for (int count = 0; count < most; count++) {
            bytes += mostBytesOf(documents.get(count));
            if (bytes > MOST_BYTES) {
                return Math.max(1, count);
            }
        }
        return most;
    }

    /** Never less than it has, and reckoned without writing it. */
    private static long mostBytesOf(Object value) {
        long bytes = BYTES_OF_VALUE;
        switch (value) {
            case Map<?, ?> fields -> {
                for (var field : fields.entrySet()) {
                    bytes += mostBytesOf(field.getKey()) + mostBytesOf(field.getValue());
                }
            }
            case Collection<?> values -> {
                for (var one : values) {
                    bytes += BYTES_OF_VALUE + mostBytesOf(one);
                }
            }
            case String text -> bytes += (long) BYTES_OF_CHARACTER * text.length();
            case byte[] raw -> bytes += raw.length;
            case null, default -> {}
        }
        return bytes;
    }
}
