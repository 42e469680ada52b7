package org.tongke.backend.exchange;

import org.tongke.backend.community.programme.Wording;

/**
 * What a supplier's name may stand for.
 *
 * @param key the name
 * @param to code of the subject or grade, or raw id of the school or teacher
 * @param label what it is called
 */
public record NameSuggestion(NameKey key, String to, Wording label) {}
