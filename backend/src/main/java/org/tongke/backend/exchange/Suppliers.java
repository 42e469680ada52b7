package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The suppliers: what others may ask and do. */
@Component
public class Suppliers {
    private final SupplierStore store;

    Suppliers(SupplierStore store) {
        this.store = store;
    }

    /** Enters a supplier, or what is new about it. Repeating it changes nothing. */
    public Supplier put(String id, String name) {
        var supplier = new Supplier(id, name);
        store.put(supplier);
        return supplier;
    }

    /** The supplier with a raw id, for the viewer whose own it is and for whoever may look everywhere. */
    public Optional<Supplier> find(String id, Viewer viewer, Scope scope) {
        var isOwn = viewer.findSupplier().filter(id::equals).isPresent();
        return isOwn || scope.everywhere() ? store.find(id) : Optional.empty();
    }

    /** Names of suppliers by raw id, which everybody signed in may see; those that are not there are missing. One round trip. */
    public Map<String, String> findNames(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids).stream().collect(Collectors.toMap(Supplier::id, Supplier::name));
    }

    /** The supplier with a raw id. Throws if there is none. */
    Supplier get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("no supplier " + id));
    }
}
