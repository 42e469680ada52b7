package org.tongke.backend.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the names of a batch stand for, as somebody said.
 *
 * @param keys the names that were asked for, by id
 * @param targets what they stand for; those that are not mapped are missing
 */
record MappedNames(Map<String, NameKey> keys, Map<String, String> targets) {

    Optional<String> find(NameKey key) {
        return Optional.ofNullable(targets.get(key.id()));
    }

    /** Raw ids of the schools among them. */
    Set<String> schoolIds() {
        return targets.entrySet().stream()
                .filter(entry -> {
                    var key = keys.get(entry.getKey());
                    return key != null && key.what() == MappedThing.SCHOOL;
                })
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
