package org.tongke.embedded;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What is left of found documents, in batches that fit into an answer. */
final class BoundedCursor implements Cursor {
    private final long id;
    private List<Document> left;

    BoundedCursor(long id, List<Document> left) {
        this.id = id;
        this.left = left;
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public synchronized boolean isEmpty() {
        return left.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        var count = BoundedBatch.count(left, wanted);
        var taken = left.subList(0, count);
        left = left.subList(count, left.size());
        return taken;
    }
}
