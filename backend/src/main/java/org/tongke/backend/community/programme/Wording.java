package org.tongke.backend.community.programme;

import java.util.Locale;

/** A text of a data file in the product's two languages. */
public record Wording(String zh, String en) {

    public Wording {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("both languages are needed: " + zh + " / " + en);
        }
    }

    /** The English text for an English-speaking locale, the Chinese one for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
