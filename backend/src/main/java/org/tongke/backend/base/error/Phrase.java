package org.tongke.backend.base.error;

import java.util.List;

/**
 * An argument of a sentence that is itself words.
 *
 * @param key key of the words in the message files
 * @param arguments what these words name
 */
public record Phrase(String key, List<Object> arguments) {

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public Phrase(String key, Object... arguments) {
        this(key, List.of(arguments));
    }
}
