package org.tongke.frontend.directory;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which teachers are looked for, as the query of an address and back.
 *
 * @param region code of the region; null for all
 * @param school id of the school; null for all
 * @param words part of a name; empty for all
 * @param subject code of the subject; null for all
 * @param left whether those who have left are looked for instead of the others
 */
record TeacherSearch(
        @Nullable String region,
        @Nullable String school,
        String words,
        @Nullable String subject,
        boolean left) {
    private static final String REGION = "region";
    private static final String SCHOOL = "school";
    private static final String WORDS = "q";
    private static final String SUBJECT = "subject";
    private static final String LEFT = "left";
    private static final List<String> NAMES = List.of(REGION, SCHOOL, WORDS, SUBJECT, LEFT);

    /** A search, and the parts of the address that could not be understood. */
    record Read(TeacherSearch search, List<String> ignored) {}

    /** Reads a query. What cannot be understood is left out, and told. */
    static Read read(QueryParameters query) {
        return new Read(
                new TeacherSearch(
                        query.getSingleParameter(REGION).orElse(null),
                        query.getSingleParameter(SCHOOL).orElse(null),
                        query.getSingleParameter(WORDS).orElse("").strip(),
                        query.getSingleParameter(SUBJECT).orElse(null),
                        query.getSingleParameter(LEFT).filter("1"::equals).isPresent()),
                query.getParameters().keySet().stream()
                        .filter(name -> !NAMES.contains(name))
                        .toList());
    }

    /** The query that {@link #read} reads as this search. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, String>();
        put(query, REGION, region);
        put(query, SCHOOL, school);
        put(query, WORDS, words);
        put(query, SUBJECT, subject);
        put(query, LEFT, left ? "1" : null);
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            query.put(name, value);
        }
    }

    boolean isCleared() {
        return words.isEmpty() && subject == null && !left;
    }
}
