package org.tongke.backend.base.mongo;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Things that facts name by their raw ids, and what people call them. Whoever tells people of facts asks all of these. */
public interface NamedThings {
    /** Names by raw id of those that are ids of its things. One round trip for each kind of thing at most, none for no ids. */
    Map<String, String> namesOf(Collection<String> ids, Locale locale);
}
