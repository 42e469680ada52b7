package org.tongke.backend.directory;

import java.util.Locale;
import java.util.Optional;

/** Tells which subject a name means. The subjects belong to a room above this one, which implements it. */
public interface SubjectNames {
    /** Code of the subject with a code or name, however it is written. */
    Optional<String> find(String codeOrName);

    /** Name of a subject as it stands in Chinese tables, for a code that {@link #find} gave. */
    String nameOf(String code);

    /** The same in a language. */
    String nameOf(String code, Locale locale);
}
