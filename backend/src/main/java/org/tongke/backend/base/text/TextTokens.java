package org.tongke.backend.base.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tokens by which a text among very many is found: pairs of neighbouring Chinese characters, and the beginnings of words in other
 * scripts. A store keeps them in an array; a token is always asked for by equality, so that an index can lead with it and go on with
 * something else, as a time. A text of ten characters has nine. What is typed in pinyin is turned into pairs by {@link Sounds}, once
 * for all texts: pinyin in every text would make the index three times as large.
 */
public final class TextTokens {
    /** How many characters of a text are looked at. */
    private static final int LONGEST_TEXT = 100;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_BEGINNING = 8;
    /** How many words of a query are looked at. */
    private static final int MOST_WORDS = 8;

    private static final Pattern WORDS = Pattern.compile("\\p{IsIdeographic}+|[\\p{L}\\p{N}&&\\P{IsIdeographic}]+");

    private TextTokens() {}

    /** The tokens of some texts. */
    public static Set<String> of(Collection<String> texts) {
        var tokens = new LinkedHashSet<String>();
        for (var text : texts) {
            for (var word : wordsOf(text)) {
                tokens.addAll(isChinese(word) ? pairs(characters(word)) : beginnings(word));
            }
        }
        return tokens;
    }

    /** Words that somebody typed, made comparable: at most {@value #MOST_WORDS}. */
    public static List<String> words(String typed) {
        return wordsOf(typed).stream().limit(MOST_WORDS).toList();
    }

    static List<String> wordsOf(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var cut = normal.length() <= LONGEST_TEXT ? normal : normal.substring(0, LONGEST_TEXT);
        return WORDS.matcher(cut).results().map(MatchResult::group).toList();
    }

    static boolean isChinese(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    static List<String> characters(String word) {
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    /** Neighbours, two and two; a single one stands for itself. */
    static Set<String> pairs(List<String> parts) {
        if (parts.size() == 1) {
            return Set.of(parts.getFirst());
        }
        var pairs = new LinkedHashSet<String>();
        for (int index = 0; index + 1 < parts.size(); index++) {
            pairs.add(parts.get(index) + parts.get(index + 1));
        }
        return pairs;
    }

    /** The token by which the beginning of a word is found. */
    static String beginning(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_BEGINNING));
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
