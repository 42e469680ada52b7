package org.tongke.backend.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** What offices and clerks do to single teachers. Every command can be repeated. */
@Component
public class TeacherEntries {
    /** Longest name of a person, in characters. */
    public static final int LONGEST_NAME = 40;

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{4,32}");
    private static final Pattern IDENTITY_CARD = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final String TEACHER_ID = "teacherId";
    private static final String SCHOOL_ID = "schoolId";
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

    private final TeacherStore store;
    private final Schools schools;
    private final SubjectNames subjects;
    private final Clock clock;
    private final ZoneId zone;

    TeacherEntries(TeacherStore store, Schools schools, SubjectNames subjects, Clock clock, ZoneId zone) {
        this.store = store;
        this.schools = schools;
        this.subjects = subjects;
        this.clock = clock;
        this.zone = zone;
    }

    /** What somebody says of a teacher. */
    public record Said(
            String name,
            @Nullable String subjectCode,
            @Nullable String number) {}

    /** Whether a text can be a number in the national system; the number of an identity card never is. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && !isIdentityCard(text);
    }

    /** Whether a text looks like the number of an identity card, which has no place here. */
    public static boolean isIdentityCard(String text) {
        return IDENTITY_CARD.matcher(text).matches();
    }

    /**
     * Enters a teacher.
     *
     * @param id raw id of the new teacher, made by the client
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, SUBJECT_UNKNOWN, TEACHER_NUMBER_TAKEN, ID_REUSED
     */
    public Teacher put(String id, String schoolId, Said said, Viewer viewer, Scope scope) {
        var school = school(schoolId, scope);
        var checked = checked(said);
        var entered =
                new Teacher(id, checked.name(), school.id(), checked.subjectCode(), checked.number(), school.places());
        while (true) {
            var standing = store.find(id, Scope.EVERYWHERE);
            if (standing.isPresent()) {
                return standing.filter(found ->
                                scope.covers(found.places()) && (found.revision() > 1 || found.saysAs(entered)))
                        .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
            }
            checkNobodyHas(entered);
            if (write(null, entered, viewer)) {
                return entered.at(1);
            }
        }
    }

    /**
     * Says otherwise who a teacher is. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, SUBJECT_UNKNOWN, TEACHER_NUMBER_TAKEN, REVISION_STALE
     */
    public Teacher edit(String id, long expectedRevision, Said said, boolean keepNumber, Viewer viewer, Scope scope) {
        var checked = checked(said);
        return change(
                id,
                expectedRevision,
                viewer,
                scope,
                before -> before.said(
                        checked.name(), checked.subjectCode(), keepNumber ? before.number() : checked.number()));
    }

    /**
     * Says that a teacher belongs to another school now; one who had left is there again.
     *
     * @param scope must cover both schools
     * @throws RefusedException NOT_FOUND, REVISION_STALE
     */
    public Teacher move(String id, long expectedRevision, String schoolId, Viewer viewer, Scope scope) {
        var school = school(schoolId, scope);
        return change(id, expectedRevision, viewer, scope, before -> before.of(school));
    }

    /**
     * Says that a teacher has left, or still is there.
     *
     * @param leftOn first day without him or her; null to take that back
     * @throws RefusedException NOT_FOUND, OUT_OF_RANGE, REVISION_STALE
     */
    public Teacher leave(String id, long expectedRevision, @Nullable LocalDate leftOn, Viewer viewer, Scope scope) {
        var last = LocalDate.ofInstant(clock.instant(), zone).plusYears(1);
        if (leftOn != null && (leftOn.isBefore(FIRST_DAY) || leftOn.isAfter(last))) {
            throw refused(ErrorCode.OUT_OF_RANGE, "leftOn", FIRST_DAY, last);
        }
        return change(id, expectedRevision, viewer, scope, before -> before.left(leftOn));
    }

    private Teacher change(String id, long expectedRevision, Viewer viewer, Scope scope, UnaryOperator<Teacher> next) {
        while (true) {
            var before = store.find(id, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, TEACHER_ID));
            var after = next.apply(before);
            if (after.saysAs(before)) {
                return before;
            }
            if (before.revision() != expectedRevision) {
                throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
            }
            checkNobodyHas(after);
            if (write(before, after, viewer)) {
                return after.at(before.revision() + 1);
            }
        }
    }

    private boolean write(@Nullable Teacher before, Teacher after, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.writeAll(List.of(new TeacherChange(before, after)), Origin.of(viewer), now);
    }

    private void checkNobodyHas(Teacher after) {
        if (after.number() != null
                && store.findCalled(List.of(), List.of(after.number()), List.of(), List.of(), Scope.EVERYWHERE).stream()
                        .anyMatch(other -> !other.id().equals(after.id()))) {
            throw refused(ErrorCode.TEACHER_NUMBER_TAKEN, "number");
        }
    }

    private School school(String schoolId, Scope scope) {
        return schools.find(schoolId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, SCHOOL_ID));
    }

    private Said checked(Said said) {
        var name = said.name().strip();
        if (name.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw refused(ErrorCode.TOO_LONG, "name", LONGEST_NAME);
        }
        var number = text(said.number());
        if (number != null && !isNumber(number)) {
            var why = isIdentityCard(number) ? "directory.teacher.identityCard" : "directory.teacher.number";
            throw refused(ErrorCode.MALFORMED, "number", new Phrase(why));
        }
        var subject = text(said.subjectCode());
        var code = subject == null
                ? null
                : subjects.find(subject).orElseThrow(() -> refused(ErrorCode.SUBJECT_UNKNOWN, "subject", subject));
        return new Said(name, code, number);
    }

    private static @Nullable String text(@Nullable String said) {
        return Optional.ofNullable(said)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
