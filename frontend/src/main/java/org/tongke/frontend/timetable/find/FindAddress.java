package org.tongke.frontend.timetable.find;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.ActivityState;

/** A search as the query of an address, and back: {@code from}, {@code to}, {@code q}, and each facet as often as it has values; {@code lesson} is the one that is open. */
final class FindAddress {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String TEXT = "q";
    private static final String LESSON = "lesson";

    private FindAddress() {}

    /**
     * What an address asks for.
     *
     * @param search as far as it could be understood
     * @param lesson id of the lesson that is open; null for none
     * @param ignored parts that could not be understood, as they stood there
     */
    record Read(FindSearch search, @Nullable String lesson, List<String> ignored) {
        Read {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Reads a query. What cannot be understood is left out, never an error.
     *
     * @param today where the window begins if the query does not say
     */
    static Read read(QueryParameters query, LocalDate today) {
        var parameters = query.getParameters();
        var ignored = new ArrayList<String>();
        var search = FindSearch.of(window(parameters, today, ignored)).about(first(parameters, TEXT));
        for (var parameter : parameters.entrySet()) {
            var facet = facet(parameter.getKey());
            if (facet.isPresent()) {
                for (var value : parameter.getValue()) {
                    if (!isValue(facet.get(), value)
                            || search.of(facet.get()).size() == FindSearch.MOST_VALUES
                                    && !search.has(facet.get(), value)) {
                        ignored.add(part(parameter.getKey(), value));
                    } else {
                        search = search.with(facet.get(), value);
                    }
                }
            } else if (!List.of(FROM, TO, TEXT, LESSON).contains(parameter.getKey())) {
                ignored.add(part(parameter.getKey(), first(parameters, parameter.getKey())));
            }
        }
        var lesson = first(parameters, LESSON);
        return new Read(search, lesson.isEmpty() ? null : lesson, ignored);
    }

    /**
     * The query that {@link #read} reads as this search.
     *
     * @param lesson id of the lesson that is open; null for none
     */
    static QueryParameters write(FindSearch search, @Nullable String lesson) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put(FROM, List.of(search.window().from().toString()));
        parameters.put(TO, List.of(search.window().to().toString()));
        if (!search.text().isEmpty()) {
            parameters.put(TEXT, List.of(search.text()));
        }
        for (var facet : FindFacet.values()) {
            if (!search.of(facet).isEmpty()) {
                parameters.put(facet.parameter(), search.of(facet));
            }
        }
        if (lesson != null) {
            parameters.put(LESSON, List.of(lesson));
        }
        return new QueryParameters(parameters);
    }

    /** A part of an address, as a person may recognise it. */
    static String part(String name, String value) {
        return name + "=" + value;
    }

    private static FindWindow window(Map<String, List<String>> parameters, LocalDate today, List<String> ignored) {
        var from = day(parameters, FROM, ignored);
        var to = day(parameters, TO, ignored);
        var usual = FindWindow.of(FindWindow.Span.STRETCH, today);
        if (from == null) {
            if (to != null) {
                ignored.add(part(TO, to.toString()));
            }
            return usual;
        }
        var asked = to == null ? FindWindow.find(from, from.plusDays(usual.days() - 1L)) : FindWindow.find(from, to);
        return asked.orElseGet(() -> {
            ignored.add(part(FROM, from.toString()));
            if (to != null) {
                ignored.add(part(TO, to.toString()));
            }
            return usual;
        });
    }

    private static @Nullable LocalDate day(Map<String, List<String>> parameters, String name, List<String> ignored) {
        var written = first(parameters, name);
        if (written.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(written);
            if (FindWindow.find(day, day).isPresent()) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // not a day: left out as one that nobody asks for
        }
        ignored.add(part(name, written));
        return null;
    }

    private static boolean isValue(FindFacet facet, String value) {
        return !value.isBlank()
                && (facet != FindFacet.STATE
                        || Arrays.stream(ActivityState.values())
                                .anyMatch(state -> state.name().equals(value)));
    }

    private static Optional<FindFacet> facet(String parameter) {
        return Arrays.stream(FindFacet.values())
                .filter(facet -> facet.parameter().equals(parameter))
                .findFirst();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
