package org.tongke.backend.base.text;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/**
 * Tokens by which a name is found by any part of it: as it is written, in pinyin, and by initials, from each of its characters
 * on. A store keeps them in an indexed array and asks for a beginning, so that no name is looked at in vain. For collections of
 * names; a name of ten characters has thirty.
 */
public final class NameTokens {
    private static final int LONGEST = 32;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameTokens() {}

    /** The tokens of a name. */
    public static Set<String> of(String name) {
        var letters = lettersOf(name);
        var syllables = Pinyin.of(letters);
        var tokens = new LinkedHashSet<String>();
        for (int from = 0; from < letters.length(); from++) {
            if (!Character.isLowSurrogate(letters.charAt(from))) {
                var rest = syllables.subList(from, syllables.size());
                tokens.add(cut(letters.substring(from)));
                tokens.add(cut(String.join("", rest)));
                tokens.add(cut(initials(rest)));
            }
        }
        return tokens;
    }

    /** The tokens of a whole name that is read so. */
    static Set<String> ofReading(List<String> syllables) {
        return Set.of(cut(String.join("", syllables)), cut(initials(syllables)));
    }

    /**
     * Finds names that hold what somebody typed.
     *
     * @param field name of the array with the tokens
     * @param typed any part of a name, as written, in pinyin or by initials; without letters it finds all
     */
    public static Bson holding(String field, String typed) {
        var letters = cut(lettersOf(typed));
        return letters.isEmpty() ? Filters.empty() : Filters.regex(field, "^" + Pattern.quote(letters));
    }

    /** Which of some words a name holds. */
    public static List<String> among(String name, Collection<String> words) {
        var tokens = of(name);
        return words.stream()
                .filter(word -> beginsOne(tokens, cut(lettersOf(word))))
                .toList();
    }

    private static boolean beginsOne(Set<String> tokens, String letters) {
        return tokens.stream().anyMatch(token -> token.startsWith(letters));
    }

    private static String lettersOf(String name) {
        return NO_LETTER.matcher(Names.normalize(name)).replaceAll("");
    }

    private static String initials(List<String> syllables) {
        var initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    private static String cut(String token) {
        return token.length() <= LONGEST ? token : token.substring(0, LONGEST);
    }
}
