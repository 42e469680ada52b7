package org.tongke.frontend.directory;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Unread;
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
    private static final String YES = "1";

    /** Reads a query; what cannot be understood limits nothing. */
    static SchoolSearch read(QueryParameters query) {
        return new SchoolSearch(
                query.getSingleParameter(REGION).orElse(null),
                query.getSingleParameter(WORDS).orElse("").strip(),
                query.getSingleParameter(AREA)
                        .flatMap(name -> named(SchoolArea.values(), name))
                        .orElse(null),
                query.getSingleParameter(STAGE)
                        .flatMap(name -> named(SchoolStage.values(), name))
                        .orElse(null),
                query.getSingleParameter(CLOSED).filter(YES::equals).isPresent());
    }

    /**
     * What in an address says nothing, as it stands there.
     *
     * @param regions whether there is a region of a code
     */
    static List<String> unread(QueryParameters query, Predicate<String> regions) {
        return Unread.in(
                query,
                Map.of(
                        REGION,
                        regions,
                        WORDS,
                        Unread.ANYTHING,
                        AREA,
                        name -> named(SchoolArea.values(), name).isPresent(),
                        STAGE,
                        name -> named(SchoolStage.values(), name).isPresent(),
                        CLOSED,
                        YES::equals));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** The query that {@link #read} reads as this search. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, String>();
        put(query, REGION, region);
        put(query, WORDS, words);
        put(query, AREA, area == null ? null : area.name());
        put(query, STAGE, stage == null ? null : stage.name());
        put(query, CLOSED, closed ? YES : null);
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
