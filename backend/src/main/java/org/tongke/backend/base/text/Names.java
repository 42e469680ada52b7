package org.tongke.backend.base.text;

import java.text.Normalizer;
import java.util.Locale;

/** Chinese names as people write them, made comparable. */
public final class Names {

    private Names() {}

    /** A name without the differences that do not matter: full and half width, brackets, spaces, dots, case. */
    public static String normalize(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]", "")
                .replace('・', '·')
                .replace('•', '·')
                .toLowerCase(Locale.ROOT);
    }

    /** A name in pinyin, by which lists are ordered; letters and digits stay, and the name itself breaks ties. */
    public static String sortKey(String name) {
        return String.join("", Pinyin.of(name)) + " " + name;
    }
}
