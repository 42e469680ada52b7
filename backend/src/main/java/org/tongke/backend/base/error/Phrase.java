package org.tongke.backend.base.error;

/**
 * An argument of a sentence that is itself words.
 *
 * @param key key of the words in the message files
 */
public record Phrase(String key) {}
