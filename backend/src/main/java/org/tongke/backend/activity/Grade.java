package org.tongke.backend.activity;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.community.programme.Wording;

/**
 * Which year of school a class is in.
 *
 * @param code code: K, G1 to G12
 * @param name name, as in 五年级
 * @param aliases other names, as in 5年级
 */
public record Grade(String code, Wording name, List<String> aliases) {

    public Grade {
        aliases = List.copyOf(aliases);
    }

    /** All that it is called: code, names, aliases. */
    public Stream<String> calledBy() {
        return Stream.concat(Stream.of(code), spokenNames());
    }

    /** Names with which the name of a class can begin. */
    Stream<String> spokenNames() {
        return Stream.concat(Stream.of(name.zh(), name.en()), aliases.stream());
    }
}
