package org.tongke.backend.resource;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.community.programme.Mode;

/**
 * Somebody who looks for resources, by the groups that his or her places belong to now: who leaves a community sees no longer what is
 * shared with it.
 *
 * @param keys keys by which resources are seen, by the place that gives them
 * @param modes how the communities of the reader's schools belong together
 */
record Reader(Map<String, Set<String>> keys, Set<Mode> modes) {

    Reader {
        keys = Map.copyOf(keys);
        modes = Set.copyOf(modes);
    }

    /** All keys. */
    Set<String> all() {
        return keys.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** Condition on a field with keys that whatever the reader sees meets. */
    Bson filter(String field) {
        return Filters.in(field, all());
    }

    /** Raw ids of the schools as whose teacher or clerk it looks. */
    Set<String> schoolIds() {
        return keys.keySet().stream()
                .map(PlaceKey::new)
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .collect(Collectors.toSet());
    }

    boolean sees(Resource resource) {
        var own = all();
        return resource.audience().stream().anyMatch(own::contains);
    }

    /** Places by which the reader sees a resource, and the regions whose offices do. */
    List<String> placesOf(Resource resource) {
        var audience = resource.audience();
        var places = new LinkedHashSet<String>();
        resource.places().stream().filter(place -> place.startsWith("region:")).forEach(places::add);
        keys.forEach((place, given) -> {
            if (given.stream().anyMatch(audience::contains)) {
                places.add(place);
            }
        });
        return List.copyOf(places);
    }

    /** The one mode of the reader's communities; empty if there are several or none. */
    Optional<Mode> mode() {
        return modes.size() == 1 ? Optional.of(modes.iterator().next()) : Optional.empty();
    }
}
