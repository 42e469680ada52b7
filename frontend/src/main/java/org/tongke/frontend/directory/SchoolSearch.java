package org.tongke.frontend.directory;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolStage;

/**
 * Which schools are looked for, as the query of an address and back.
 *
 * @param region code of the region; null for all
 * @param words part of a name or code; empty for all
 * @param area area type; null for all
 * @param stage stage; null for all
 * @param closed whether the closed ones are looked for instead of the others
 */
record SchoolSearch(
        @Nullable String region,
        String words,
        @Nullable SchoolArea area,
        @Nullable SchoolStage stage,
        boolean closed) {
    private static final String REGION = "region";
    private static final String WORDS = "q";
    private static final String AREA = "area";
    private static final String STAGE = "stage";
    private static final String CLOSED = "closed";
    private static final List<String> NAMES = List.of(REGION, WORDS, AREA, STAGE, CLOSED);

    /** A search, and the parts of the address that could not be understood. */
    record Read(SchoolSearch search, List<String> ignored) {}

    /** Reads a query. What cannot be understood is left out, and told. */
    static Read read(QueryParameters query) {
        var ignored = new ArrayList<String>();
        query.getParameters().keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(ignored::add);
        var search = new SchoolSearch(
                query.getSingleParameter(REGION).orElse(null),
                query.getSingleParameter(WORDS).orElse("").strip(),
                value(query, AREA, SchoolArea.values(), ignored),
                value(query, STAGE, SchoolStage.values(), ignored),
                query.getSingleParameter(CLOSED).filter("1"::equals).isPresent());
        return new Read(search, ignored);
    }

    private static <E extends Enum<E>> @Nullable E value(
            QueryParameters query, String name, E[] values, List<String> ignored) {
        var told = query.getSingleParameter(name).orElse("");
        var found = Arrays.stream(values)
                .filter(value -> value.name().equals(told))
                .findFirst()
                .orElse(null);
        if (found == null && !told.isEmpty()) {
            ignored.add(name + "=" + told);
        }
        return found;
    }

    /** The query that {@link #read} reads as this search. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, String>();
        put(query, REGION, region);
        put(query, WORDS, words);
        put(query, AREA, area == null ? null : area.name());
        put(query, STAGE, stage == null ? null : stage.name());
        put(query, CLOSED, closed ? "1" : null);
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            query.put(name, value);
        }
    }

    /** The same in a region; null for all. */
    SchoolSearch in(@Nullable String other) {
        return new SchoolSearch(other, words, area, stage, closed);
    }

    /** Everything in the same region. */
    SchoolSearch cleared() {
        return new SchoolSearch(region, "", null, null, false);
    }
}
