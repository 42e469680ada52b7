package org.tongke.backend.exchange.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;

/** Raw ids behind what clients sent, and suppliers by raw ids. */
final class RawIds {

    private RawIds() {}

    /** What is no id of a supplier names none. */
    static String supplier(String id) {
        return GlobalId.rawOf("Supplier", id).orElse("");
    }

    static Optional<String> findSupplier(@Nullable String id) {
        return Optional.ofNullable(id).map(RawIds::supplier);
    }

    static String row(String id) {
        return GlobalId.rawOf("QuarantinedRow", id).orElse("");
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
