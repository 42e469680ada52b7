package org.tongke.backend.exchange.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;

/** What the controllers of suppliers share: raw ids behind what clients sent, suppliers by raw ids, rows as JSON. */
final class RawIds {

    private static final JsonWriterSettings INDENTED =
            JsonWriterSettings.builder().indent(true).build();

    private RawIds() {}

    /** What is no id of a supplier names none. */
    static String supplier(String id) {
        return GlobalId.rawOrNobodys("Supplier", id);
    }

    static Optional<String> findSupplier(@Nullable String id) {
        return Optional.ofNullable(id).map(RawIds::supplier);
    }

    static String row(String id) {
        return GlobalId.rawOrNobodys("QuarantinedRow", id);
    }

    /** A row as it was sent, as a person can read it. */
    static String json(Document payload) {
        return payload.toJson(INDENTED);
    }

    /** The supplier of each thing. */
    static <T> Map<T, Supplier> each(List<T> things, Function<T, String> supplier, Suppliers suppliers) {
        var found = suppliers.findAll(things.stream().map(supplier).distinct().toList());
        var each = new HashMap<T, Supplier>();
        things.forEach(thing -> {
            var id = supplier.apply(thing);
            each.put(thing, found.getOrDefault(id, new Supplier(id, id)));
        });
        return each;
    }
}
