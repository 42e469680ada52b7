package org.tongke.backend.base.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the names that are most like another one. Names are compared by the characters and pairs of characters that they share,
 * those that few names have counting most: that both are a 小学 says little. Pure.
 */
public final class NearestNames<T> {
    private final List<Candidate<T>> candidates;
    private final Map<String, Integer> frequency = new HashMap<>();

    private record Candidate<T>(T thing, Set<String> parts) {}

    private record Scored<T>(T thing, double likeness) {}

    /**
     * @param things those among which the nearest are sought
     * @param name what a thing is called
     */
    public NearestNames(List<T> things, Function<T, String> name) {
        candidates = things.stream()
                .map(thing -> new Candidate<>(thing, parts(name.apply(thing))))
                .toList();
        candidates.forEach(candidate -> candidate.parts().forEach(part -> frequency.merge(part, 1, Integer::sum)));
    }

    /**
     * Things whose names are like another, the most alike first.
     *
     * @param least how alike they are at least, from 0 (nothing in common) to 1 (the same)
     * @param most how many at most
     */
    public List<T> nearest(String name, double least, int most) {
        var parts = parts(name);
        var weight = weight(parts);
        return candidates.stream()
                .map(candidate -> new Scored<>(candidate.thing(), likeness(parts, weight, candidate.parts())))
                .filter(scored -> scored.likeness() >= least)
                .sorted(Comparator.comparingDouble((Scored<T> scored) -> -scored.likeness()))
                .limit(most)
                .map(Scored::thing)
                .toList();
    }

    private double likeness(Set<String> parts, double weight, Set<String> others) {
        var shared = 0.0;
        for (var part : others) {
            if (parts.contains(part)) {
                shared += weight(part);
            }
        }
        return 2 * shared / (weight + weight(others));
    }

    private double weight(Set<String> parts) {
        return parts.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String part) {
        return Math.log(1 + (candidates.size() + 1.0) / (1 + frequency.getOrDefault(part, 0)));
    }

    private static Set<String> parts(String name) {
        var characters =
                Names.normalize(name).codePoints().mapToObj(Character::toString).toList();
        var parts = new HashSet<>(characters);
        for (int index = 1; index < characters.size(); index++) {
            parts.add(characters.get(index - 1) + characters.get(index));
        }
        return parts;
    }
}
