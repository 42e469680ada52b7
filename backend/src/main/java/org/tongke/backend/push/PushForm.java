package org.tongke.backend.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Reads what is said of pushes, without looking anything up in the database, up to the first value that is wrong. */
@Component
class PushForm {
    private static final int MOST_NOTE = 500;
    private static final int MOST_VALUES = 100;
    private static final int MOST_NAME = 200;
    private static final String RULE = "rule";

    private final Regions regions;
    private final Subjects subjects;
    private final Grades grades;

    PushForm(Regions regions, Subjects subjects, Grades grades) {
        this.regions = regions;
        this.subjects = subjects;
        this.grades = grades;
    }

    /**
     * The region of the centre for which somebody acts.
     *
     * @param code the one that is named; empty for the caller's first
     * @throws RefusedException NOT_FOUND where the caller is not of its staff
     */
    Region centre(Optional<String> code, Viewer viewer) {
        return viewer.grants().stream()
                .filter(grant -> grant.role() == Role.RESOURCE_CENTRE)
                .map(grant -> grant.place() == null ? "" : grant.place().raw())
                .filter(own -> code.isEmpty() || code.get().equals(own))
                .findFirst()
                .flatMap(regions::find)
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "centreId"));
    }

    /** @throws RefusedException NOT_FOUND of a region outside the centre's, OUT_OF_RANGE, SUBJECT_UNKNOWN, GRADE_UNKNOWN */
    PushRule rule(RuleSaid said, Region centre) {
        var codes = said.regionCodes().stream().distinct().toList();
        if (codes.size() > MOST_VALUES) {
            throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(RULE, "regionIds"), 0, MOST_VALUES));
        }
        codes.forEach(code -> regions.find(code)
                .filter(region ->
                        region.places().contains(PlaceKey.region(centre.code()).value()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound(RULE, "regionIds"))));
        return Values.in(
                RULE,
                () -> new PushRule(
                        codes,
                        inOrder(said.areas()),
                        inOrder(said.stages()),
                        subjects(said),
                        grades(said),
                        inOrder(said.modes())));
    }

    private static <E extends Enum<E>> List<E> inOrder(Collection<E> values) {
        return values.isEmpty() ? List.of() : new ArrayList<>(EnumSet.copyOf(values));
    }

    private List<String> subjects(RuleSaid said) {
        var codes = Set.copyOf(Values.each(
                "subjects",
                said.subjects(),
                MOST_VALUES,
                name -> subjects.find(name)
                        .map(Subject::code)
                        .orElseThrow(() -> Values.refused(ErrorCode.SUBJECT_UNKNOWN, "name", "SUBJECT", shown(name)))));
        return subjects.list().stream()
                .map(Subject::code)
                .filter(codes::contains)
                .toList();
    }

    private List<String> grades(RuleSaid said) {
        var codes = Set.copyOf(Values.each(
                "grades",
                said.grades(),
                MOST_VALUES,
                name -> grades.find(name)
                        .map(Grade::code)
                        .orElseThrow(() -> Values.refused(ErrorCode.GRADE_UNKNOWN, "name", "GRADE", shown(name)))));
        return grades.list().stream().map(Grade::code).filter(codes::contains).toList();
    }

    private static String shown(String name) {
        return Values.shown(name.substring(0, Math.min(name.length(), MOST_NAME)));
    }

    /** @throws RefusedException TOO_LONG, MALFORMED */
    static @Nullable String note(Optional<String> said) {
        return Values.findText("note", said.orElse(null), MOST_NOTE).orElse(null);
    }

    /** @throws RefusedException REQUIRED, TOO_LONG, MALFORMED */
    static String reason(@Nullable String said) {
        return Values.text("reason", said, MOST_NOTE);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
