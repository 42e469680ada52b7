package org.tongke.backend.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.PlaceKey;

/** What an activity is searched for by, beside its plain values. */
final class SearchedFor {
    /** County-level codes, those of our own among them, have six characters; cities four, the province two. */
    private static final int COUNTY_CODE = 6;

    private static final Subjects SUBJECTS = new Subjects();

    private SearchedFor() {}

    /** Code of the county of its schools; null where none of its places is one. */
    static @Nullable String countyOf(Activity activity) {
        return activity.places().stream()
                .map(PlaceKey::new)
                .filter(place -> place.isRegion() && place.raw().length() == COUNTY_CODE)
                .map(PlaceKey::raw)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /**
     * Tokens of its title, subject, class, series and teachers. Schools and communities are found by their own names: their tokens
     * in every activity would be most of the index.
     */
    static Set<String> tokensOf(Activity activity) {
        return TextTokens.of(textsOf(activity));
    }

    /** Texts by whose words it is found. */
    static List<String> textsOf(Activity activity) {
        var texts = new ArrayList<String>();
        texts.add(activity.title());
        var series = activity.details().series();
        if (activity.subjectCode() != null) {
            SUBJECTS.find(activity.subjectCode())
                    .ifPresent(subject -> texts.add(subject.name().zh()));
        }
        Stream.of(activity.className(), series == null ? null : series.name())
                .filter(Objects::nonNull)
                .forEach(texts::add);
        activity.teachers().forEach(teacher -> texts.add(teacher.name()));
        return texts;
    }
}
