package org.tongke.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the conditions of a command side by side: {@code {$and: [{_id: 1}, {a: 2}]}} as {@code {_id: 1, a: 2}}. Both mean the same, but
 * the store looks for an index only among conditions that stand side by side, and drivers write {@code $and}.
 */
final class FlatFilters {
    private static final String AND = "$and";
    private static final String MATCH = "$match";

    private FlatFilters() {}

    /** The command with its filters flat; what is no filter stays as it is. */
    static Document in(Document command) {
        var flat = new Document(command);
        flatten(flat, "filter");
        flatten(flat, "query");
        flattenEach(flat, "updates", "q");
        flattenEach(flat, "deletes", "q");
        flattenEach(flat, "pipeline", MATCH);
        return flat;
    }

    private static void flattenEach(Document command, String list, String key) {
        if (command.get(list) instanceof List<?> parts) {
            command.put(
                    list,
                    new ArrayList<>(parts.stream()
                            .map(part -> {
                                if (!(part instanceof Document document)) {
                                    return part;
                                }
                                var copy = new Document(document);
                                flatten(copy, key);
                                return copy;
                            })
                            .toList()));
        }
    }

    private static void flatten(Document holder, String key) {
        if (holder.get(key) instanceof Document filter) {
            holder.put(key, flat(filter));
        }
    }

    private static Document flat(Document filter) {
        if (!(filter.get(AND) instanceof List<?> parts) || !parts.stream().allMatch(Document.class::isInstance)) {
            return filter;
        }
        var flat = new Document(filter);
        flat.remove(AND);
        var left = new ArrayList<Document>();
        for (var part : parts) {
            var conditions = flat((Document) part);
            // two conditions on one field stay apart
            if (conditions.keySet().stream().noneMatch(flat::containsKey)) {
                flat.putAll(conditions);
            } else {
                left.add(conditions);
            }
        }
        if (!left.isEmpty()) {
            if (flat.get(AND) instanceof List<?> kept) {
                kept.forEach(condition -> left.add((Document) condition));
            }
            flat.put(AND, left);
        }
        return flat;
    }
}
