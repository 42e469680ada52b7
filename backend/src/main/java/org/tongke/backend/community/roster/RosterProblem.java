package org.tongke.backend.community.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.directory.School;

/**
 * Something that is wrong with a roster, or that should be known of how a table was read.
 *
 * @param kind what it is
 * @param place where in the table; null for the roster as a whole
 * @param arguments what its sentence names
 * @param name the name that stands for no school, by which a fix names the school that is meant; null where a fix is of no use
 * @param suggestions schools that may be meant, the nearest first, at most three
 * @param reasonFor raw id of the school of which somebody must say why it belongs to a second community; null for other problems
 */
public record RosterProblem(
        ProblemKind kind,
        @Nullable SheetPlace place,
        List<Object> arguments,
        @Nullable String name,
        List<School> suggestions,
        @Nullable String reasonFor) {

    public RosterProblem {
        arguments = List.copyOf(arguments);
        suggestions = List.copyOf(suggestions);
    }

    /** A problem that no school mends. */
    public static RosterProblem of(ProblemKind kind, @Nullable SheetPlace place, Object... arguments) {
        return new RosterProblem(kind, place, List.of(arguments), null, List.of(), null);
    }

    /** A name that stands for no school of the county, or for several. */
    public static RosterProblem ofName(
            ProblemKind kind, SheetPlace place, String name, List<School> suggestions, Object... arguments) {
        return new RosterProblem(kind, place, List.of(arguments), name, suggestions, null);
    }

    /** A school that belongs to a second community without a reason. */
    static RosterProblem ofSecond(RosterSchool school, @Nullable SheetPlace place, String otherCore) {
        return new RosterProblem(
                ProblemKind.SECOND_MEMBERSHIP, place, List.of(school.name(), otherCore), null, List.of(), school.id());
    }

    /** Whether the roster is not taken as long as this is so. */
    public boolean isError() {
        return kind.severity() == ProblemKind.Severity.ERROR;
    }
}
