package org.tongke.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a field lie: for each the positions of the documents that have it, also within lists on the way. It narrows a
 * search down; whether a document that it names is really meant, the store decides. Kept in memory, and filled when a store is opened.
 */
final class FieldValues {
    private final List<String> path;
    private final NavigableMap<Object, Set<Object>> positions = new TreeMap<>(ValueComparator.asc());

    /** Whether a document has several values, each of which may meet another bound of one condition. */
    private boolean isMany;

    /** Whether a document has a value that is not kept here, so that nothing can be concluded. */
    private boolean isPartial;

    FieldValues(String field) {
        path = List.of(field.split("\\."));
    }

    void add(Document document, Object position) {
        for (var value : valuesOf(document)) {
            positions.computeIfAbsent(value, _ -> new HashSet<>(2)).add(position);
        }
    }

    void remove(Document document, Object position) {
        for (var value : valuesOf(document)) {
            positions.computeIfPresent(value, (_, there) -> {
                there.remove(position);
                return there.isEmpty() ? null : there;
            });
        }
    }

    /**
     * Positions of all documents that may meet a condition, value by value in ascending order; null if this cannot be said, as of what is
     * null or missing.
     */
    @Nullable
    Collection<Set<Object>> find(@Nullable Object condition) {
        if (isPartial || condition == null) {
            return null;
        }
        if (isKept(condition)) {
            return at(List.of(condition));
        }
        if (!(condition instanceof Document operators)) {
            return null;
        }
        if (operators.get("$eq") instanceof Object value && isKept(value)) {
            return at(List.of(value));
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(FieldValues::isKept)) {
            return at(values);
        }
        var range = findRange(condition);
        return range == null ? null : range.values();
    }

    /** Positions of all documents that may lie within the bounds of a condition, by their values; null if it has no bounds. */
    @Nullable
    NavigableMap<Object, Set<Object>> findRange(@Nullable Object condition) {
        if (isPartial || !(condition instanceof Document operators)) {
            return null;
        }
        var from = bound(operators, "$gte", "$gt");
        var to = bound(operators, "$lte", "$lt");
        if (from == null && to == null) {
            return null;
        }
        if (from == null) {
            return positions.headMap(to, true);
        }
        if (to == null || isMany) {
            return positions.tailMap(from, true);
        }
        return ValueComparator.asc().compare(from, to) > 0
                ? Collections.emptyNavigableMap()
                : positions.subMap(from, true, to, true);
    }

    /** Whether documents have one value at most, so that going through them in order meets each document once. */
    boolean isInOrder() {
        return !isMany && !isPartial;
    }

    private static @Nullable Object bound(Document operators, String inclusive, String exclusive) {
        var bound = operators.getOrDefault(inclusive, operators.get(exclusive));
        return isKept(bound) ? bound : null;
    }

    private List<Set<Object>> at(Collection<?> values) {
        var found = new ArrayList<Set<Object>>();
        for (var value : values) {
            var there = positions.get(value);
            if (there != null) {
                found.add(there);
            }
        }
        return found;
    }

    private Set<Object> valuesOf(Document document) {
        var values = new HashSet<>();
        collect(document, 0, values);
        if (values.size() > 1) {
            isMany = true;
        }
        return values;
    }

    private void collect(@Nullable Object value, int depth, Set<Object> values) {
        if (value instanceof Collection<?> list) {
            isMany = true;
            list.forEach(element -> collect(element, depth, values));
        } else if (depth < path.size()) {
            if (value instanceof Document document) {
                collect(document.get(path.get(depth)), depth + 1, values);
            }
        } else if (isKept(value)) {
            values.add(value);
        } else if (!Missing.isNullOrMissing(value)) {
            isPartial = true;
        }
    }

    private static boolean isKept(@Nullable Object value) {
        return switch (value) {
            case String _, Integer _, Long _, Double _, Instant _, Boolean _, ObjectId _ -> true;
            case null, default -> false;
        };
    }
}
