package org.tongke.backend.base.text;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongke.backend.base.ProductFiles;

/** Pinyin without tones. Readings depend on the word: 长兴 is chang xing, 校长 xiao zhang. */
final class Pinyin {
    /** Names of places, which the library's dictionary may read as other words: where they stand in a text, they are read so. */
    private static final Map<String, List<String>> PLACES =
            ProductFiles.rows("text/places.csv", Function.identity()).stream()
                    .collect(Collectors.toMap(
                            row -> row.getField("name"),
                            row -> List.of(row.getField("pinyin").split(" "))));

    private static final Set<String> SYLLABLES = Arrays.stream(com.hankcs.hanlp.dictionary.py.Pinyin.values())
            .map(com.hankcs.hanlp.dictionary.py.Pinyin::getPinyinWithoutTone)
            .filter(syllable -> !syllable.equals("none"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_SYLLABLE = 6;
    /** As in xi'an and xian: more than a few ways to read letters are nobody's meaning. */
    private static final int MOST_READINGS = 8;

    private Pinyin() {}

    /** A syllable for each char of a text; what is no Chinese character stays as it is. */
    static List<String> of(String text) {
        var read = HanLP.convertToPinyinList(text);
        var syllables = new ArrayList<String>();
        for (int index = 0; index < text.length(); index++) {
            var syllable = read.get(index).getPinyinWithoutTone();
            syllables.add(syllable.equals("none") ? text.substring(index, index + 1) : syllable);
        }
        PLACES.forEach((place, reading) -> {
            for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
                for (int offset = 0; offset < reading.size(); offset++) {
                    syllables.set(at + offset, reading.get(offset));
                }
            }
        });
        return syllables;
    }

    /** Ways to read letters as syllables; empty where they are none. */
    static List<List<String>> readings(String letters) {
        var found = new ArrayList<List<String>>();
        read(letters, 0, new ArrayList<>(), found);
        return found;
    }

    private static void read(String letters, int from, List<String> before, List<List<String>> found) {
        if (from == letters.length()) {
            found.add(List.copyOf(before));
            return;
        }
        // the longest first: it is meant most often
        for (int length = Math.min(LONGEST_SYLLABLE, letters.length() - from); length > 0; length--) {
            var syllable = letters.substring(from, from + length);
            if (found.size() < MOST_READINGS && SYLLABLES.contains(syllable)) {
                before.add(syllable);
                read(letters, from + length, before, found);
                before.removeLast();
            }
        }
    }
}
