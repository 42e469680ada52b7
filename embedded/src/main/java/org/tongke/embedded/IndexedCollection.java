package org.tongke.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that finds documents by the fields which its indexes name. The store itself keeps no index but unique ones, and uses those
 * only when they answer a whole filter; everything else it reads through from end to end.
 */
final class IndexedCollection extends H2Collection {
    private static final String ID = "_id";
    /** Up to so many times the wanted documents are sorted rather than looked for in order. */
    private static final int FEW = 8;

    private static final ScopedValue<FirstMatch> FIRST_MATCH = ScopedValue.newInstance();

    private final Map<String, FieldValues> fields = new HashMap<>();

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /** What an aggregation asks for first; given once, since later stages may read the collection again. */
    private static final class FirstMatch {
        private final String collection;
        private @Nullable Document filter;

        FirstMatch(String collection, Document filter) {
            this.collection = collection;
            this.filter = filter;
        }

        @Nullable
        Document take(String name) {
            var taken = name.equals(collection) ? filter : null;
            filter = null;
            return taken;
        }
    }

    /** Answers an aggregation, so that only what its first stage asks for is read. */
    static Document aggregate(Document command, ScopedValue.CallableOp<Document, RuntimeException> answer) {
        return command.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document filter
                        && command.get("aggregate") instanceof String collection
                ? ScopedValue.where(FIRST_MATCH, new FirstMatch(collection, filter))
                        .call(answer)
                : answer.call();
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        var filter = FIRST_MATCH.isBound() ? FIRST_MATCH.get().take(getCollectionName()) : null;
        var narrowed = filter == null ? null : narrow(filter);
        // not by way of super, which would give the documents of a first batch alone
        return narrowed == null
                ? streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument)
                : List.copyOf(narrowed.positions()).stream().map(this::getDocument);
    }

    @Override
    public void addIndex(Index<Object> index) {
        super.addIndex(index);
        index.getKeys().stream()
                .map(IndexKey::getKey)
                .filter(field -> !field.equals(ID))
                .forEach(field -> fields.computeIfAbsent(field, this::read));
    }

    private FieldValues read(String field) {
        var values = new FieldValues(field);
        streamAllDocumentsWithPosition().forEach(found -> values.add(found.getDocument(), found.getPosition()));
        return values;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = super.addDocumentInternal(document);
        fields.values().forEach(field -> field.add(document, position));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        fields.values().forEach(field -> {
            field.remove(before, position);
            field.add(after, position);
        });
    }

    @Override
    protected void removeDocument(Object position) {
        var document = getDocument(position);
        super.removeDocument(position);
        fields.values().forEach(field -> field.remove(document, position));
    }

    @Override
    protected QueryResult createQueryResult(List<Document> found, int batch) {
        return super.createQueryResult(found, BoundedBatch.count(found, batch));
    }

    @Override
    protected Cursor createCursor(List<Document> left) {
        var cursor = new BoundedCursor(cursorRegistry.generateCursorId(), left);
        cursorRegistry.add(cursor);
        return cursor;
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter, Document order, int skip, int limit, int batch, Document projection) {
        var narrowed = narrow(filter);
        if (narrowed == null) {
            return super.queryDocuments(filter, order, skip, limit, batch, projection);
        }
        if (limit > 0 && narrowed.count() > FEW * (skip + limit)) {
            var first = firstInOrder(filter, order, skip + limit);
            if (first != null) {
                return matchDocuments(filter, first, order, skip, limit, batch, projection);
            }
        }
        return matchDocuments(filter, narrowed.positions(), order, skip, limit, batch, projection);
    }

    /** Positions of the first documents in an order that begins with a field within bounds; null for any other. */
    private @Nullable List<Object> firstInOrder(Document filter, @Nullable Document order, int wanted) {
        if (order == null || order.isEmpty()) {
            return null;
        }
        var by = order.keySet().iterator().next();
        var field = fields.get(by);
        var range = field == null || !field.isInOrder() ? null : field.findRange(filter.get(by));
        if (range == null) {
            return null;
        }
        var isAscending = order.get(by) instanceof Number direction && direction.intValue() > 0;
        var found = new ArrayList<Object>();
        for (var equal : (isAscending ? range : range.descendingMap()).values()) {
            for (var position : equal) {
                if (documentMatchesQuery(getDocument(position), filter)) {
                    found.add(position);
                }
            }
            if (found.size() >= wanted) {
                break;
            }
        }
        return found;
    }

    /** Where all documents lie that may meet a filter, if one of its conditions can tell: that which leaves the fewest. */
    private @Nullable Narrowed narrow(Document filter) {
        Narrowed best = null;
        for (var condition : filter.entrySet()) {
            var other =
                    narrow(condition.getKey(), condition.getValue(), best == null ? Integer.MAX_VALUE : best.count());
            best = other == null ? best : other;
        }
        return best;
    }

    /** The same for one condition; null if it leaves as many as there are already. */
    private @Nullable Narrowed narrow(String key, @Nullable Object condition, int most) {
        if (key.equals("$and") && condition instanceof Collection<?> parts) {
            return parts.stream()
                    .map(part -> narrow((Document) part))
                    .filter(part -> part != null && part.count() < most)
                    .reduce((one, other) -> other.count() < one.count() ? other : one)
                    .orElse(null);
        }
        if (key.equals("$or") && condition instanceof Collection<?> parts) {
            return any(parts, most);
        }
        if (key.equals(ID)) {
            return byId(condition);
        }
        var field = fields.get(key);
        var found = field == null ? null : field.find(condition);
        return found == null ? null : Narrowed.of(found, most);
    }

    private @Nullable Narrowed any(Collection<?> parts, int most) {
        var groups = new ArrayList<Set<Object>>();
        for (var part : parts) {
            var narrowed = narrow((Document) part);
            if (narrowed == null) {
                return null;
            }
            groups.addAll(narrowed.groups());
        }
        return Narrowed.of(groups, most);
    }

    private @Nullable Narrowed byId(@Nullable Object condition) {
        var filter = new Document(ID, condition);
        for (var index : getIndexes()) {
            if (index.canHandle(filter)) {
                var found = new LinkedHashSet<>();
                index.getPositions(filter).forEach(found::add);
                return new Narrowed(List.of(found), found.size());
            }
        }
        return null;
    }

    /**
     * What is left of a collection.
     *
     * @param groups positions; one may be in several
     * @param count how many there are, those in several counted several times
     */
    private record Narrowed(Collection<Set<Object>> groups, int count) {

        /** These, if they are fewer than so many. */
        static @Nullable Narrowed of(Collection<Set<Object>> groups, int most) {
            var count = 0;
            for (var group : groups) {
                count += group.size();
                if (count >= most) {
                    return null;
                }
            }
            return new Narrowed(groups, count);
        }

        Collection<Object> positions() {
            if (groups.size() == 1) {
                return groups.iterator().next();
            }
            var all = new LinkedHashSet<Object>(count * 2);
            groups.forEach(all::addAll);
            return all;
        }
    }
}
