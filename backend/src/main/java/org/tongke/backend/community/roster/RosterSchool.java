package org.tongke.backend.community.roster;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;

/**
 * A school in a roster, as it was when it was entered: names change, what was planned does not.
 *
 * @param id raw id
 * @param name full name then
 * @param area what kind of place it stood in then
 * @param reason why it belongs to this community besides another one; null where that is not so
 */
public record RosterSchool(
        String id, String name, SchoolArea area, @Nullable String reason) {

    /** A school as it is now. */
    public static RosterSchool of(School school, @Nullable String reason) {
        return new RosterSchool(school.id(), school.name(), school.area(), reason);
    }

    RosterSchool because(@Nullable String other) {
        return new RosterSchool(id, name, area, other);
    }
}
