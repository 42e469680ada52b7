package org.tongke.frontend.directory;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Unread;

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
    private static final String YES = "1";

    /** Reads a query; what cannot be understood limits nothing. */
    static TeacherSearch read(QueryParameters query) {
        return new TeacherSearch(
                query.getSingleParameter(REGION).orElse(null),
                query.getSingleParameter(SCHOOL).orElse(null),
                query.getSingleParameter(WORDS).orElse("").strip(),
                query.getSingleParameter(SUBJECT).orElse(null),
                query.getSingleParameter(LEFT).filter(YES::equals).isPresent());
    }

    /**
     * What in an address says nothing, as it stands there.
     *
     * @param regions whether there is a region of a code
     * @param schools whether there is a school of an id, which the caller may see
     * @param subjects whether there is a subject of a code
     */
    static List<String> unread(
            QueryParameters query, Predicate<String> regions, Predicate<String> schools, Predicate<String> subjects) {
        return Unread.in(
                query,
                Map.of(REGION, regions, SCHOOL, schools, WORDS, Unread.ANYTHING, SUBJECT, subjects, LEFT, YES::equals));
    }

    /** The query that {@link #read} reads as this search. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, String>();
        put(query, REGION, region);
        put(query, SCHOOL, school);
        put(query, WORDS, words);
        put(query, SUBJECT, subject);
        put(query, LEFT, left ? YES : null);
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
