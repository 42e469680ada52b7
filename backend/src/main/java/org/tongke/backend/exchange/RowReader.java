package org.tongke.backend.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/** Reads a row by the rules that stand at the fields of the schema, up to the first value that is wrong. */
@Component
class RowReader {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SCHOOL = 200;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SCHOOLS = 20;
    private static final int MOST_TEACHERS = 20;

    private final ActivityKinds kinds;

    RowReader(ActivityKinds kinds) {
        this.kinds = kinds;
    }

    /** The external id of a row, whatever else is wrong with it. */
    Optional<String> findExternalId(ReportedRow row) {
        try {
            return Optional.of(externalId(row));
        } catch (RefusedException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The row, if all its values are well written.
     *
     * @throws RefusedException with one {@link RowProblem}, whose path begins in the row
     */
    SaidRow read(ReportedRow row) {
        var externalId = externalId(row);
        var revision = Values.revision("revision", row.revision());
        var state = Values.findOneOf(ActivityState.class, "state", row.state(), "STATE")
                .orElseThrow(() -> Values.refused(ErrorCode.REQUIRED, "state", "REQUIRED"));
        var kind = Values.text("kind", row.kind(), LONGEST_NAME);
        var title = Values.text("title", row.title(), LONGEST_TITLE);
        var subject = subject(row, kind);
        var className = Values.findText("className", row.className(), LONGEST_NAME);
        var startsAt = Values.instant("startsAt", row.startsAt());
        var endsAt = endsAt(row, startsAt);
        var schools = each("schools", row.schools(), MOST_SCHOOLS, RowReader::school);
        if (schools.isEmpty()) {
            throw Values.refused(ErrorCode.REQUIRED, "schools", "REQUIRED");
        }
        return new SaidRow(
                externalId,
                revision,
                state,
                kind,
                title,
                subject.orElse(null),
                className.orElse(null),
                startsAt,
                endsAt,
                schools,
                each("teachers", row.teachers(), MOST_TEACHERS, RowReader::teacher),
                Values.findLink("joinUrl", row.joinUrl()).orElse(null));
    }

    private static String externalId(ReportedRow row) {
        return Values.exactText("externalId", row.externalId(), LONGEST_ID);
    }

    private Optional<String> subject(ReportedRow row, String kind) {
        var subject = Values.findText("subject", row.subject(), LONGEST_NAME);
        if (subject.isEmpty()
                && kinds.find(kind).filter(ActivityKind::subjectRequired).isPresent()) {
            throw Values.refused(ErrorCode.REQUIRED, "subject", "REQUIRED");
        }
        return subject;
    }

    private static Instant endsAt(ReportedRow row, Instant startsAt) {
        var endsAt = Values.instant("endsAt", row.endsAt());
        if (!endsAt.isAfter(startsAt)) {
            throw Values.refused(ErrorCode.TIMES_BACKWARDS, "endsAt", "TIMES");
        }
        if (endsAt.isAfter(startsAt.plus(ActivityReport.LONGEST))) {
            throw Values.refused(ErrorCode.LASTS_TOO_LONG, "endsAt", "TIMES");
        }
        return endsAt;
    }

    private static SaidRow.School school(ReportedRow.School school) {
        return new SaidRow.School(
                Values.text("name", school.name(), LONGEST_SCHOOL),
                Values.findText("county", school.county(), LONGEST_NAME).orElse(null),
                Values.findText("room", school.room(), LONGEST_NAME).orElse(null));
    }

    private static ActivityTeacher teacher(ReportedRow.Teacher teacher) {
        return new ActivityTeacher(
                Values.text("name", teacher.name(), LONGEST_NAME),
                Values.findOneOf(TeachingRole.class, "role", teacher.role(), "ROLE")
                        .orElse(TeachingRole.LEADS),
                Values.findText("school", teacher.school(), LONGEST_SCHOOL).orElse(null));
    }

    private static <T, R> List<R> each(String field, List<T> things, int most, Function<T, R> read) {
        if (things.size() > most) {
            throw Values.refused(ErrorCode.OUT_OF_RANGE, field, "COUNT", 0, most);
        }
        return IntStream.range(0, things.size())
                .mapToObj(index -> {
                    try {
                        return read.apply(things.get(index));
                    } catch (RefusedException refused) {
                        throw new RefusedException(problemOf(refused).in(field, Integer.toString(index)));
                    }
                })
                .toList();
    }

    /** What a reading was refused for. */
    static RowProblem problemOf(RefusedException refused) {
        Refusal refusal = refused.refusals().getFirst();
        return (RowProblem) refusal;
    }
}
