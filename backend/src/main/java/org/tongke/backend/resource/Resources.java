package org.tongke.backend.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The resources: what others may ask. */
@Component
public class Resources {
    /** Collection of the facts that resources are, for whoever follows the feed. */
    public static final String FACTS = ResourceStore.COLLECTION;

    private final ResourceStore store;
    private final Readers readers;
    private final Sounds sounds;

    Resources(ResourceStore store, Readers readers, Sounds sounds) {
        this.store = store;
        this.readers = readers;
        this.sounds = sounds;
    }

    /** The resource with a raw id, also one that was taken back; the caller's own, or one that is shared with the caller. */
    public Optional<Resource> find(String id, Viewer viewer, Scope scope) {
        return find(id, viewer, () -> readers.of(viewer, scope));
    }

    /** Whether a document of the feed is a resource that was taken back. */
    public static boolean isWithdrawn(Document fact) {
        return ResourceDocument.read(fact).withdrawal() != null;
    }

    /** Resources by raw id for the system's own work, whoever may see them. One round trip. */
    public Map<String, Resource> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids).stream().collect(Collectors.toMap(Resource::id, Function.identity()));
    }

    /** @param reader asked for only if the resource is not the caller's own */
    Optional<Resource> find(String id, Viewer viewer, Supplier<Reader> reader) {
        return store.find(id)
                .filter(found -> Sharing.mayEdit(found, viewer) || reader.get().sees(found));
    }

    /** Resources by raw id that are shared with the caller; others are missing. As many round trips as for a list. */
    public Map<String, Resource> findAll(Collection<String> ids, Viewer viewer, Scope scope) {
        return store.findAll(ids, readers.of(viewer, scope)).stream()
                .collect(Collectors.toMap(Resource::id, Function.identity()));
    }

    /** Resources that can be used and are shared with the caller. One round trip beside those that find out who asks, and one more to find sounds where words are asked for. */
    public Connection<Resource> list(
            ResourceFilter filter, ResourceOrder order, PageRequest page, Viewer viewer, Scope scope) {
        var found = store.list(filter, order, words(filter), page, readers.of(viewer, scope), viewer.requireAccount());
        return Connection.of(found, page, ranked -> cursorOf(order, ranked)).map(ResourceStore.Ranked::resource);
    }

    private static Cursor cursorOf(ResourceOrder order, ResourceStore.Ranked ranked) {
        var resource = ranked.resource();
        return switch (order) {
            case NEWEST -> Cursor.of(order.list(), resource.sharedAt().toString(), resource.id());
            case MOST_USED -> Cursor.of(order.list(), Long.toString(ranked.uses()), resource.id());
        };
    }

    /** How many there are. As many round trips as a list. */
    public ResourceCounts count(ResourceFilter filter, Viewer viewer, Scope scope) {
        var tally = new ResourceTally(filter);
        store.count(filter, words(filter), readers.of(viewer, scope), viewer.requireAccount(), tally);
        return tally.done();
    }

    /** For each word that the filter asks for what meets it. */
    private List<Bson> words(ResourceFilter filter) {
        return List.copyOf(sounds.holding(ResourceDocument.TOKENS, TextTokens.words(filter.text()))
                .values());
    }

    /** Keys of the groups that the caller's schools belong to. Two round trips. */
    public Collection<String> groupsOf(Scope scope) {
        return readers.of(scope).all();
    }

    /**
     * Where the files of resources are seen from by the caller, by raw id of the resource. As many round trips as find out who asks.
     *
     * @param scope where the caller may look
     */
    public Map<String, Collection<String>> placesOf(Collection<Resource> resources, Viewer viewer, Scope scope) {
        var reader = readers.of(viewer, scope);
        return resources.stream().distinct().collect(Collectors.toMap(Resource::id, reader::placesOf, (one, _) -> one));
    }
}
