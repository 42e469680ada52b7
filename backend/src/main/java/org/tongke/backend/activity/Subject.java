package org.tongke.backend.activity;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.community.programme.Wording;

/**
 * What is taught.
 *
 * @param code code, as in MATHEMATICS
 * @param name name, as in 数学
 * @param aliases other names that suppliers use
 */
public record Subject(String code, Wording name, List<String> aliases) {

    public Subject {
        aliases = List.copyOf(aliases);
    }

    /** All that it is called: code, names, aliases. */
    public Stream<String> calledBy() {
        return Stream.concat(Stream.of(code, name.zh(), name.en()), aliases.stream());
    }
}
