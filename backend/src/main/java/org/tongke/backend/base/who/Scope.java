package org.tongke.backend.base.who;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * Where a caller may look for one purpose. Every store method takes one as a filter; documents carry {@code places}: ids of
 * their schools and regions with all ancestors, so that one equality decides. What is outside does not exist for the caller.
 *
 * @param everywhere whether nothing is outside
 * @param places keys of places inside; empty and not everywhere = nothing is inside
 */
public record Scope(boolean everywhere, Set<String> places) {
    /** Name of the field that scoped documents carry. */
    public static final String PLACES = "places";

    /** Nothing is outside. For answers that everybody signed in may see, and for the system's own work. */
    public static final Scope EVERYWHERE = new Scope(true, Set.of());

    /** Nothing is inside. */
    public static final Scope NOWHERE = new Scope(false, Set.of());

    public Scope {
        places = Set.copyOf(places);
    }

    /** Inside are the places and all that lies below them. */
    public static Scope of(Collection<PlaceKey> places) {
        return new Scope(false, places.stream().map(PlaceKey::value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether something with these places is inside. */
    public boolean covers(Collection<String> placesOfThing) {
        return everywhere || placesOfThing.stream().anyMatch(places::contains);
    }

    /** Whether nothing at all is inside. */
    public boolean isNowhere() {
        return !everywhere && places.isEmpty();
    }

    /** Condition on {@link #PLACES} that a document inside meets. */
    public Bson filter() {
        return everywhere ? Filters.empty() : Filters.in(PLACES, places);
    }

    /** The condition together with another one. */
    public Bson and(Bson filter) {
        return everywhere ? filter : Filters.and(filter, filter());
    }
}
