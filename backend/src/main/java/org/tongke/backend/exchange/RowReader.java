package org.tongke.backend.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityAttribute;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.Material;
import org.tongke.backend.activity.SaidAttributes;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.activity.value.Lengths;
import org.tongke.backend.activity.value.ValueRefusal;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/** Reads a row by the rules that stand at the fields of the schema, up to the first value that is wrong. */
@Component
class RowReader {
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
     * @throws RefusedException with one {@link ValueRefusal}, whose path begins in the row
     */
    SaidRow read(ReportedRow row) {
        var externalId = externalId(row);
        var revision = Values.revision("revision", row.revision());
        var state = Values.findOneOf(ActivityState.class, "state", row.state(), "STATE")
                .orElseThrow(() -> Values.refused(ErrorCode.REQUIRED, "state", "REQUIRED"));
        var kind = Values.text("kind", row.kind(), Lengths.NAME);
        var title = Values.text("title", row.title(), Lengths.TITLE);
        var subject = subject(row, kind);
        var className = Values.findText("className", row.className(), Lengths.NAME);
        var startsAt = Values.instant("startsAt", row.startsAt());
        var endsAt = Values.endsAt("endsAt", startsAt, Values.instant("endsAt", row.endsAt()), ActivityReport.LONGEST);
        var schools = Values.each("schools", row.schools(), Lengths.SCHOOLS, RowReader::school);
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
                Values.each("teachers", row.teachers(), Lengths.TEACHERS, RowReader::teacher),
                Values.findLink("joinUrl", row.joinUrl()).orElse(null),
                details(kind, row.details()),
                row.changedAt() == null ? null : Values.instant("changedAt", row.changedAt()));
    }

    private SaidRow.Details details(String kind, ReportedRow.Details details) {
        return new SaidRow.Details(
                Values.findText("grade", details.grade(), Lengths.NAME).orElse(null),
                series(details.series()),
                Values.each("materials", details.materials(), Lengths.MATERIALS, RowReader::material),
                Values.findLink("recordingUrl", details.recordingUrl()).orElse(null),
                attributes(kind, details.attributes()));
    }

    private static SaidRow.@Nullable Series series(ReportedRow.@Nullable Series series) {
        return series == null
                ? null
                : Values.in(
                        "series",
                        () -> new SaidRow.Series(
                                Values.exactText("id", series.id(), Lengths.ID),
                                Values.text("name", series.name(), Lengths.TITLE)));
    }

    private static Material material(ReportedRow.Material material) {
        return new Material(
                Values.text("title", material.title(), Lengths.TITLE),
                Values.findLink("url", material.url())
                        .orElseThrow(() -> Values.refused(ErrorCode.REQUIRED, "url", "REQUIRED")));
    }

    private List<ActivityAttribute> attributes(String kind, List<ReportedRow.Attribute> said) {
        return SaidAttributes.read(
                kinds.find(kind).map(ActivityKind::attributes),
                said,
                ReportedRow.Attribute::name,
                ReportedRow.Attribute::value);
    }

    private static String externalId(ReportedRow row) {
        return Values.exactText("externalId", row.externalId(), Lengths.ID);
    }

    private Optional<String> subject(ReportedRow row, String kind) {
        var subject = Values.findText("subject", row.subject(), Lengths.NAME);
        if (subject.isEmpty()
                && kinds.find(kind).filter(ActivityKind::subjectRequired).isPresent()) {
            throw Values.refused(ErrorCode.REQUIRED, "subject", "REQUIRED");
        }
        return subject;
    }

    private static SaidRow.School school(ReportedRow.School school) {
        return new SaidRow.School(
                Values.text("name", school.name(), Lengths.SCHOOL),
                Values.findText("county", school.county(), Lengths.NAME).orElse(null),
                Values.findText("room", school.room(), Lengths.NAME).orElse(null),
                Values.findText("className", school.className(), Lengths.NAME).orElse(null));
    }

    private static SaidRow.Teacher teacher(ReportedRow.Teacher teacher) {
        return new SaidRow.Teacher(
                Values.text("name", teacher.name(), Lengths.NAME),
                Values.findOneOf(TeachingRole.class, "role", teacher.role(), "ROLE")
                        .orElse(TeachingRole.LEADS),
                Values.findText("school", teacher.school(), Lengths.SCHOOL).orElse(null),
                Values.findText("number", teacher.number(), Lengths.NUMBER).orElse(null));
    }

    /** What a reading was refused for. */
    static RowProblem problemOf(RefusedException refused) {
        return switch (refused.refusals().getFirst()) {
            case RowProblem problem -> problem;
            case ValueRefusal(var code, var path, var arguments, var fix) -> new RowProblem(code, path, arguments, fix);
            case Refusal other -> throw new IllegalStateException("no problem of a row: " + other);
        };
    }
}
