package org.tongke.backend.base.mongo;

import com.mongodb.client.FindIterable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** Reads all that a query finds in one round trip: by itself the driver comes back for more after 101 documents. */
public final class Found {
    /** More documents than any list has; a batch still ends at 16 MB. */
    private static final int ALL = 100_000;

    private Found() {}

    /** What was found, in its order. For queries that a limit or a list of keys bounds. */
    public static <T> List<T> all(FindIterable<Document> found, Function<Document, T> read) {
        var things = new ArrayList<T>();
        found.batchSize(ALL).forEach(document -> things.add(read.apply(document)));
        return things;
    }
}
