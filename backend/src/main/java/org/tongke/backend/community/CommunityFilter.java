package org.tongke.backend.community;

import java.util.Optional;
import java.util.Set;
import org.tongke.backend.community.programme.Mode;

/**
 * Which communities a list has.
 *
 * @param name only those whose name holds this, as written, in pinyin or by initials
 * @param mode only those whose schools belong together like this
 * @param programmeId only new ones of the programme with this raw id
 * @param among only those with one of these raw ids
 * @param schoolIds raw ids of schools that stand for the name: communities with one of these are found by it, too
 */
public record CommunityFilter(
        Optional<String> name,
        Optional<Mode> mode,
        Optional<String> programmeId,
        Optional<Set<String>> among,
        Set<String> schoolIds) {
    /** All of them. */
    public static final CommunityFilter ALL = named(Optional.empty());

    public CommunityFilter {
        among = among.map(Set::copyOf);
        schoolIds = Set.copyOf(schoolIds);
    }

    /** Whichever they are. */
    public CommunityFilter(Optional<String> name, Optional<Mode> mode, Optional<String> programmeId) {
        this(name, mode, programmeId, Optional.empty(), Set.of());
    }

    /** Those whose name holds something, if it is given. */
    public static CommunityFilter named(Optional<String> name) {
        return new CommunityFilter(name, Optional.empty(), Optional.empty());
    }
}
