package org.tongke.backend.community;

import java.util.Optional;
import org.tongke.backend.community.programme.Mode;

/**
 * Which communities a list has.
 *
 * @param name only those whose name holds this, as written, in pinyin or by initials
 * @param mode only those whose schools belong together like this
 * @param programmeId only new ones of the programme with this raw id
 */
public record CommunityFilter(Optional<String> name, Optional<Mode> mode, Optional<String> programmeId) {
    /** All of them. */
    public static final CommunityFilter ALL = named(Optional.empty());

    /** Those whose name holds something, if it is given. */
    public static CommunityFilter named(Optional<String> name) {
        return new CommunityFilter(name, Optional.empty(), Optional.empty());
    }
}
