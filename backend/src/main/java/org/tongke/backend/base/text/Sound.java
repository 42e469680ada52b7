package org.tongke.backend.base.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a pair of neighbouring characters sounds in a text.
 *
 * @param pair the characters; of a word with a single one, that
 * @param syllables their syllables, as in {@code han'shu}
 * @param initials their initials, as in {@code hs}
 */
record Sound(String pair, String syllables, String initials) {

    /** All that sound in a word of Chinese characters. */
    static Set<Sound> of(String word) {
        var sounds = new LinkedHashSet<Sound>();
        add(sounds, TextTokens.characters(word), Pinyin.of(word));
        return sounds;
    }

    private static void add(Set<Sound> sounds, List<String> characters, List<String> syllables) {
        if (characters.size() != syllables.size()) {
            return; // characters beyond the basic plane, which no dictionary reads
        }
        if (characters.size() == 1) {
            sounds.add(new Sound(characters.getFirst(), syllables.getFirst(), initial(syllables.getFirst())));
        }
        for (int index = 0; index + 1 < characters.size(); index++) {
            var one = syllables.get(index);
            var other = syllables.get(index + 1);
            sounds.add(new Sound(
                    characters.get(index) + characters.get(index + 1),
                    join(one, other),
                    initial(one) + initial(other)));
        }
    }

    /** Each of its characters and syllables by itself, as {@code 函}, {@code 数}, {@code han}, {@code shu}. */
    List<String> parts() {
        return Stream.concat(TextTokens.characters(pair).stream(), Stream.of(syllables.split("'")))
                .distinct()
                .toList();
    }

    static String join(String one, String other) {
        return one + "'" + other;
    }

    private static String initial(String syllable) {
        return syllable.substring(0, 1);
    }
}
