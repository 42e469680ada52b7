package org.tongke.backend.base.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chinese names as people write them, made comparable. */
public final class Names {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cf}]");

    private Names() {}

    /** A name without the differences that do not matter: full and half width, brackets, spaces, dots, case. */
    public static String normalize(String name) {
        return UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .replace('・', '·')
                .replace('•', '·')
                .toLowerCase(Locale.ROOT);
    }

    /** A name in pinyin, in one word; letters and digits stay. */
    public static String pinyin(String name) {
        return String.join("", Pinyin.of(name));
    }

    /** A name in pinyin, by which lists are ordered; letters and digits stay, and the name itself breaks ties. */
    public static String sortKey(String name) {
        return pinyin(name) + " " + name;
    }
}
