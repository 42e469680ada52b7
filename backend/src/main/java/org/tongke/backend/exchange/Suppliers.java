package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.KnownSuppliers;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The suppliers: what others may ask and do. */
@Component
public class Suppliers implements KnownSuppliers {
    /** Under this name activities that schools enter are counted among those of suppliers. */
    private static final String BY_HAND = "学校录入";

    private final SupplierStore store;

    Suppliers(SupplierStore store) {
        this.store = store;
    }

    /** Enters a supplier, or what is new about it. Repeating it changes nothing. */
    public Supplier put(String id, String name) {
        if (id.equals(ActivityKey.HAND)) {
            throw new IllegalArgumentException("the schools themselves are no outside supplier: " + id);
        }
        var supplier = new Supplier(id, name);
        store.put(supplier);
        return supplier;
    }

    @Override
    public boolean isThere(String id) {
        return store.find(id).isPresent();
    }

    /** The supplier with a raw id, for the viewer whose own it is and for whoever may look everywhere. */
    public Optional<Supplier> find(String id, Viewer viewer, Scope scope) {
        var isOwn = viewer.findSupplier().filter(id::equals).isPresent();
        return isOwn || scope.everywhere() ? store.find(id) : Optional.empty();
    }

    /** Names of suppliers by raw id, and what the schools themselves are called beside them, which everybody signed in may see; those that are not there are missing. One round trip. */
    public Map<String, String> findNames(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = store.findAll(ids).stream().collect(Collectors.toMap(Supplier::id, Supplier::name));
        if (ids.contains(ActivityKey.HAND)) {
            names.put(ActivityKey.HAND, BY_HAND);
        }
        return names;
    }

    /** All suppliers that a viewer may see, in the order of their ids: a handful. One round trip. */
    public List<Supplier> list(Viewer viewer, Scope scope) {
        var within = within(Optional.empty(), viewer, scope);
        return within.map(store::findAll).orElseGet(store::list);
    }

    /** Suppliers by raw id; those that are not there are missing. One round trip. */
    public Map<String, Supplier> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids).stream().collect(Collectors.toMap(Supplier::id, Function.identity()));
    }

    /**
     * Raw ids of the suppliers at which a viewer looks: the one that is asked for or all, as far as they are within reach.
     *
     * @return empty for all there are
     */
    static Optional<List<String>> within(Optional<String> asked, Viewer viewer, Scope scope) {
        if (scope.everywhere()) {
            return asked.map(List::of);
        }
        var own = viewer.findSupplier()
                .filter(id -> asked.isEmpty() || asked.get().equals(id));
        return Optional.of(own.map(List::of).orElse(List.of()));
    }

    /** The supplier with a raw id. Throws if there is none. */
    Supplier get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("no supplier " + id));
    }
}
