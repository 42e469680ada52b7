package org.tongke.backend.community.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Mode;

/**
 * A planned community. In a roster a core school has one.
 *
 * @param core the core school
 * @param members the member schools, in the county's order
 * @param mode merged or co-built
 */
public record RosterRow(RosterSchool core, List<RosterSchool> members, Mode mode) {
    public RosterRow {
        members = List.copyOf(members);
    }

    /** All its schools, the core school first. */
    public Stream<RosterSchool> schools() {
        return Stream.concat(Stream.of(core), members.stream());
    }

    /** Whether it plans the same; the order of member schools is of no account, nor what they were called. */
    boolean isSame(RosterRow other) {
        return mode == other.mode
                && reasons().equals(other.reasons())
                && core.id().equals(other.core.id());
    }

    /** The schools with what is said of each. */
    private Map<String, @Nullable String> reasons() {
        var reasons = new HashMap<String, @Nullable String>();
        schools().forEach(school -> reasons.put(school.id(), school.reason()));
        return reasons;
    }

    /** In words, as the history tells it; {@code MODE core ← member、member}. */
    String told() {
        return mode + " " + core.name() + " ← "
                + members.stream().map(RosterSchool::name).collect(Collectors.joining("、"));
    }
}
