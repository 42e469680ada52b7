package org.tongke.frontend.timetable.find;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What is looked for. Values of one facet are alternatives, and all facets hold.
 *
 * @param window when
 * @param text words in titles, names and so on; empty for all
 * @param chosen values by facet, in the order in which they were chosen; a facet without any is missing
 */
record FindSearch(FindWindow window, String text, Map<FindFacet, List<String>> chosen) {
    /** How many values of a facet the contract takes. */
    static final int MOST_VALUES = 50;

    /** How long the words may be. */
    static final int LONGEST_TEXT = 100;

    FindSearch {
        text = cut(text.strip());
        var kept = new EnumMap<FindFacet, List<String>>(FindFacet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(
                        facet,
                        List.copyOf(new LinkedHashSet<>(values)).stream()
                                .limit(MOST_VALUES)
                                .toList());
            }
        });
        chosen = Map.copyOf(kept);
    }

    /** Everything in a window. */
    static FindSearch of(FindWindow window) {
        return new FindSearch(window, "", Map.of());
    }

    /** Not through the middle of a character that takes two. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }

    /** The values chosen of a facet; empty for any. */
    List<String> of(FindFacet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /** Whether a value is chosen. */
    boolean has(FindFacet facet, String value) {
        return of(facet).contains(value);
    }

    /** How many conditions there are beside the window. */
    int conditions() {
        return chosen.values().stream().mapToInt(List::size).sum() + (text.isEmpty() ? 0 : 1);
    }

    FindSearch in(FindWindow other) {
        return new FindSearch(other, text, chosen);
    }

    FindSearch about(String words) {
        return new FindSearch(window, words, chosen);
    }

    FindSearch with(FindFacet facet, String value) {
        var values = new LinkedHashSet<>(of(facet));
        values.add(value);
        return with(facet, values);
    }

    FindSearch without(FindFacet facet, String value) {
        var values = new LinkedHashSet<>(of(facet));
        values.remove(value);
        return with(facet, values);
    }

    /** These values of a facet instead of the ones before. */
    FindSearch with(FindFacet facet, Collection<String> values) {
        var other = new EnumMap<FindFacet, List<String>>(FindFacet.class);
        other.putAll(chosen);
        other.put(facet, List.copyOf(values));
        return new FindSearch(window, text, other);
    }

    /** Everything in the same window. */
    FindSearch cleared() {
        return of(window);
    }
}
