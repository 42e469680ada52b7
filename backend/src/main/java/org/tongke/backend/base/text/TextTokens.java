package org.tongke.backend.base.text;

import com.mongodb.client.model.Filters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;

/**
 * Tokens by which a text among very many is found: pairs of neighbouring characters, of their syllables and of their initials, and
 * the beginnings of words in other scripts. A store keeps them in an array; a token is always asked for by equality, so that an index
 * can lead with it and go on with something else, as a time. A text of ten characters has thirty.
 */
public final class TextTokens {
    /** How many characters of a text are looked at. */
    private static final int LONGEST_TEXT = 100;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_BEGINNING = 8;
    /** How many words of a query are looked at. */
    private static final int MOST_WORDS = 8;

    private static final String SYLLABLES = "'";
    private static final String INITIALS = "-";
    private static final Pattern WORDS = Pattern.compile("\\p{IsIdeographic}+|[\\p{L}\\p{N}&&\\P{IsIdeographic}]+");

    private TextTokens() {}

    /** The tokens of some texts. */
    public static Set<String> of(Collection<String> texts) {
        var tokens = new LinkedHashSet<String>();
        texts.forEach(text -> {
            for (var word : words(text, LONGEST_TEXT)) {
                if (isChinese(word)) {
                    var syllables = Pinyin.of(word);
                    tokens.addAll(pairs(characters(word), ""));
                    tokens.addAll(pairs(syllables, SYLLABLES));
                    pairs(initials(syllables), "").forEach(pair -> tokens.add(INITIALS + pair));
                } else {
                    beginnings(word).forEach(tokens::add);
                }
            }
        });
        return tokens;
    }

    /** Words that somebody typed, made comparable: at most {@value #MOST_WORDS}. */
    public static List<String> words(String typed) {
        return words(typed, LONGEST_TEXT).stream().limit(MOST_WORDS).toList();
    }

    /**
     * Finds texts that hold all words that somebody typed: Chinese ones as written, others as pinyin, as initials, or as the
     * beginning of a word.
     *
     * @param field name of the array with the tokens
     */
    public static Bson holding(String field, String typed) {
        var filters = words(typed).stream()
                .map(word -> isChinese(word) ? all(field, pairs(characters(word), "")) : latin(field, word))
                .toList();
        return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    }

    private static Bson latin(String field, String word) {
        var ways = new ArrayList<Bson>();
        ways.add(Filters.eq(field, word.substring(0, Math.min(word.length(), LONGEST_BEGINNING))));
        Pinyin.readings(word).stream()
                .filter(reading -> reading.size() > 1)
                .map(reading -> all(field, pairs(reading, SYLLABLES)))
                .forEach(ways::add);
        if (word.length() > 1) {
            var initials = pairs(characters(word), "").stream()
                    .map(pair -> INITIALS + pair)
                    .toList();
            ways.add(all(field, initials));
        }
        return Filters.or(ways);
    }

    private static Bson all(String field, Collection<String> tokens) {
        return Filters.all(field, tokens);
    }

    private static List<String> words(String text, int longest) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var cut = normal.length() <= longest ? normal : normal.substring(0, longest);
        return WORDS.matcher(cut).results().map(found -> found.group()).toList();
    }

    private static boolean isChinese(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    private static List<String> characters(String word) {
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> initials(List<String> syllables) {
        return syllables.stream().map(syllable -> syllable.substring(0, 1)).toList();
    }

    /** Neighbours, two and two; a single one stands for itself. */
    private static Set<String> pairs(List<String> parts, String between) {
        if (parts.size() == 1) {
            return Set.of(parts.getFirst());
        }
        var pairs = new LinkedHashSet<String>();
        for (int index = 0; index + 1 < parts.size(); index++) {
            pairs.add(parts.get(index) + between + parts.get(index + 1));
        }
        return pairs;
    }

    private static List<String> beginnings(String word) {
        var longest = Math.min(word.length(), LONGEST_BEGINNING);
        return word.length() < SHORTEST_BEGINNING
                ? List.of(word)
                : IntStream.rangeClosed(SHORTEST_BEGINNING, longest)
                        .mapToObj(length -> word.substring(0, length))
                        .toList();
    }
}
