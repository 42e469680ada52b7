package org.tongke.backend.base.sheet;

import java.util.List;
import java.util.Locale;

/**
 * What is handed on: a table or two, and what it is.
 *
 * @param title what it shows
 * @param sheets its tables
 * @param about what must be known of it, as pairs of a word and a value: whose, as of when, made by whom
 * @param locale the language that it is in
 */
public record Dossier(String title, List<Sheet> sheets, List<List<String>> about, Locale locale) {
    public Dossier {
        sheets = List.copyOf(sheets);
        about = List.copyOf(about);
    }

    /** What must be known of it, on one line. */
    public String line() {
        return String.join(
                " · ", about.stream().map(pair -> String.join(" ", pair)).toList());
    }
}
