package org.tongke.backend.base.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads all that a query finds in one round trip: by itself the driver comes back for more after 101 documents. */
public final class Found {
    /** More documents than any list has; a batch still ends at 16 MB. */
    private static final int ALL = 100_000;

    private static final String FOUND = "found";

    private Found() {}

    /** What was found, in its order. For queries that a limit or a list of keys bounds. */
    public static <T> List<T> all(FindIterable<Document> found, Function<Document, T> read) {
        var things = new ArrayList<T>();
        found.batchSize(ALL).forEach(document -> things.add(read.apply(document)));
        return things;
    }

    /**
     * The first things of each of several groups, by group, in one round trip whatever their number.
     *
     * @param stages what leads to the documents, each of one group
     * @param order their order
     * @param group name of the field that holds the group
     * @param groups how many groups there can be
     * @param limit how many of each at most
     * @return a group of which nothing is found is missing
     */
    public static <T> Map<String, List<T>> firstOfEach(
            MongoCollection<Document> collection,
            List<Bson> stages,
            Bson order,
            String group,
            int groups,
            int limit,
            Function<Document, T> read) {
        var all = new ArrayList<>(stages);
        all.add(Aggregates.sort(order));
        all.add(Aggregates.group("$" + group, Accumulators.push(FOUND, "$$ROOT")));
        all.add(Aggregates.project(Projections.computed(FOUND, new Document("$slice", List.of("$" + FOUND, limit)))));
        var found = new HashMap<String, List<T>>();
        collection
                .aggregate(all)
                .batchSize(groups + 1)
                .forEach(one -> found.put(one.getString("_id"), Values.list(one, FOUND, read)));
        return found;
    }
}
