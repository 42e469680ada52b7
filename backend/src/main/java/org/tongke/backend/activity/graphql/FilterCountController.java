package org.tongke.backend.activity.graphql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityCounts;
import org.tongke.backend.activity.ActivityCounts.FilterCount;
import org.tongke.backend.activity.ActivityFacet;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.base.error.Texts;

/** Counts by value: exact up to a thousand, then told as more. */
@Controller
class FilterCountController {
    /** Up to here a count is told; beyond, only that it is more. */
    private static final int MOST_TOLD = 1_000;

    private final FacetWords words;
    private final Texts texts;

    FilterCountController(FacetWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    @SchemaMapping
    int total(ActivityCounts counts) {
        return told(counts.total());
    }

    @SchemaMapping
    boolean more(ActivityCounts counts) {
        return isMore(counts.total());
    }

    @SchemaMapping
    String words(ActivityCounts counts, Locale locale) {
        return words(counts.total(), locale);
    }

    @SchemaMapping
    List<FilterCount> cities(ActivityCounts counts) {
        var ofCity = new LinkedHashMap<String, Long>();
        counts.of(ActivityFacet.COUNTY)
                .forEach((county, count) -> ofCity.merge(words.cityOf(county), count, Long::sum));
        return ActivityCounts.list(ofCity, words.cities(), counts.filter().regionCodes(), words::region);
    }

    @SchemaMapping
    List<FilterCount> counties(ActivityCounts counts) {
        var chosen = counts.filter().regionCodes();
        return ActivityCounts.list(counts.of(ActivityFacet.COUNTY), words.counties(), chosen, words::region);
    }

    @SchemaMapping
    List<FilterCount> subjects(ActivityCounts counts, Locale locale) {
        var chosen = counts.filter().subjectCodes();
        return ActivityCounts.list(
                counts.of(ActivityFacet.SUBJECT), words.subjects(), chosen, code -> words.subject(code, locale));
    }

    @SchemaMapping
    List<FilterCount> grades(ActivityCounts counts, Locale locale) {
        var chosen = counts.filter().gradeCodes();
        return ActivityCounts.list(
                counts.of(ActivityFacet.GRADE), words.grades(), chosen, code -> words.grade(code, locale));
    }

    @SchemaMapping
    List<FilterCount> kinds(ActivityCounts counts, Locale locale) {
        var chosen = counts.filter().kindCodes();
        return ActivityCounts.list(
                counts.of(ActivityFacet.KIND), words.kinds(), chosen, code -> words.kind(code, locale));
    }

    @SchemaMapping
    List<FilterCount> states(ActivityCounts counts, Locale locale) {
        var all = Arrays.stream(ActivityState.values()).map(Enum::name).toList();
        var chosen = counts.filter().states().stream().map(Enum::name).collect(Collectors.toSet());
        return ActivityCounts.list(counts.of(ActivityFacet.STATE), all, chosen, name -> words.state(name, locale));
    }

    @SchemaMapping
    String value(FilterCount count) {
        return count.named().value();
    }

    @SchemaMapping
    String label(FilterCount count) {
        return count.named().label();
    }

    @SchemaMapping
    int count(FilterCount count) {
        return told(count.found());
    }

    @SchemaMapping
    boolean more(FilterCount count) {
        return isMore(count.found());
    }

    @SchemaMapping
    String words(FilterCount count, Locale locale) {
        return words(count.found(), locale);
    }

    private static int told(long count) {
        return (int) Math.min(count, MOST_TOLD);
    }

    private static boolean isMore(long count) {
        return count > MOST_TOLD;
    }

    private String words(long count, Locale locale) {
        return texts.get(isMore(count) ? "activity.countMore" : "activity.count", locale, "%,d".formatted(told(count)));
    }
}
