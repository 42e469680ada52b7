package org.tongke.backend.verification.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what a criterion lacks into one short phrase, such as 还差 1 个学科、3 节课. The patterns are in {@code messages/verification}. */
public final class Lacking {

    private static final String PREFIX = "verification.lacking";

    /** Where the words come from. */
    public interface Words {

        /** The language the other two answer in. */
        Locale locale();

        /** The message of the key with the arguments filled in by {@link java.text.MessageFormat}; empty if there is no such key. */
        Optional<String> find(String key, Object... arguments);

        /** The name of a school for people. */
        String nameOfSchool(String schoolId);
    }

    private Lacking() {}

    /** What is lacking; where nothing is, that it is met or not asked. */
    public static String describe(CriterionResult result, Words words) {
        return switch (result.state()) {
            case MET -> get(words, "verification.met");
            case NOT_ASKED -> get(words, "verification.not-asked");
            case LACKING -> {
                var parts = result.missing().stream()
                        .map(missing -> describe(missing, words))
                        .collect(Collectors.joining(get(words, PREFIX + ".separator")));
                yield get(words, PREFIX, parts);
            }
        };
    }

    private static String describe(Missing missing, Words words) {
        return switch (missing) {
            case Missing.Subjects(var _, var count, var member) ->
                paired(get(words, PREFIX + ".subjects", count), member, words);
            case Missing.Activities(var kind, var count, var member) ->
                paired(activities(kind, count, words), member, words);
            case Missing.Document(var document, var count) ->
                get(words, PREFIX + ".document", count, document.name().in(words.locale()));
            case Missing.Members(var schools) -> {
                var names = schools.stream()
                        .map(words::nameOfSchool)
                        .collect(Collectors.joining(get(words, PREFIX + ".separator")));
                yield get(words, PREFIX + ".members", schools.size(), names);
            }
        };
    }

    /** A kind that an administrator added has no words of its own and gets the general ones. */
    private static String activities(String kind, int count, Words words) {
        return words.find(PREFIX + ".activities." + kind, count)
                .orElseGet(() -> get(words, PREFIX + ".activities", count));
    }

    private static String paired(String phrase, @Nullable String member, Words words) {
        return member == null ? phrase : get(words, PREFIX + ".pair", phrase, words.nameOfSchool(member));
    }

    private static String get(Words words, String key, Object... arguments) {
        return words.find(key, arguments).orElseThrow(() -> new IllegalStateException("no message " + key));
    }
}
