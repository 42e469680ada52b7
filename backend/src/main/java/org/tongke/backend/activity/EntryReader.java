package org.tongke.backend.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Lengths;
import org.tongke.backend.activity.value.ValueRefusal;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** Reads what somebody of a school enters, by the rules of reports, up to the first value that is wrong. */
@Component
class EntryReader {
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Teachers teachers;

    EntryReader(ActivityKinds kinds, Subjects subjects, Grades grades, Schools schools, Teachers teachers) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.teachers = teachers;
    }

    /**
     * The times, if they fit together.
     *
     * @throws RefusedException OUT_OF_RANGE, TIMES_BACKWARDS, LASTS_TOO_LONG
     */
    static void checkTimes(Instant startsAt, Instant endsAt) {
        checkYear("startsAt", startsAt);
        checkYear("endsAt", endsAt);
        Values.endsAt("endsAt", startsAt, endsAt, ActivityReport.LONGEST);
    }

    private static void checkYear(String field, Instant time) {
        if (time.isBefore(Values.EARLIEST) || !time.isBefore(Values.LATEST)) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(field), Values.EARLIEST, Values.LATEST));
        }
    }

    /**
     * A report of what is entered. At most two round trips.
     *
     * @param supplierName name of the school that enters it
     * @throws RefusedException with one refusal, whose path begins in the form
     */
    ActivityReport read(
            ActivityKey key,
            ReportedVersion version,
            Community community,
            EntryForm form,
            Instant startsAt,
            Instant endsAt,
            String supplierName) {
        var kind = kinds.find(Values.text("kind", form.kind(), Lengths.NAME))
                .orElseThrow(() -> Values.refused(ErrorCode.KIND_UNKNOWN, "kind", "KIND", Values.shown(form.kind())));
        var title = Values.text("title", form.title(), Lengths.TITLE);
        var subject = subject(kind, form.subject());
        var taking = taking(community, form.schools());
        var classes = classes(form);
        return new ActivityReport(
                key,
                version,
                kind.code(),
                title,
                subject,
                classes.getFirst().orElse(null),
                startsAt,
                endsAt,
                ActivityState.PLANNED,
                schools(form, taking, classes),
                teachers(form.teachers(), taking),
                community.id(),
                community.name(),
                supplierName,
                Values.findLink("joinUrl", form.joinUrl()).orElse(null),
                details(community, kind, form, classes.getFirst()),
                community.countyCode(),
                places(taking));
    }

    static Set<String> places(Collection<School> taking) {
        var places = new LinkedHashSet<String>();
        taking.forEach(school -> places.addAll(school.places()));
        return places;
    }

    private @Nullable String subject(ActivityKind kind, @Nullable String said) {
        var text = Values.findText("subject", said, Lengths.NAME);
        if (text.isEmpty() && kind.subjectRequired()) {
            throw Values.refused(ErrorCode.REQUIRED, "subject", "REQUIRED");
        }
        return text.map(name -> subjects.find(name)
                        .orElseThrow(() ->
                                Values.refused(ErrorCode.SUBJECT_UNKNOWN, "subject", "SUBJECT", Values.shown(name))))
                .map(Subject::code)
                .orElse(null);
    }

    /** Schools of the community; others are as unknown as those that are nowhere. */
    private List<School> taking(Community community, List<EntryForm.School> said) {
        if (said.isEmpty()) {
            throw Values.refused(ErrorCode.REQUIRED, "schools", "REQUIRED");
        }
        var found = schools.findAll(community.schoolIds(), Scope.EVERYWHERE);
        var seen = new HashSet<String>();
        return Values.each("schools", said, Lengths.SCHOOLS, school -> {
            var known = found.get(school.id());
            if (known == null || !seen.add(school.id())) {
                throw Values.refused(ErrorCode.NOT_FOUND, "schoolId", "SCHOOL");
            }
            return known;
        });
    }

    private static List<Optional<String>> classes(EntryForm form) {
        var className = Values.findText("className", form.className(), Lengths.NAME);
        var classes = new ArrayList<>(Values.each(
                "schools",
                form.schools(),
                Lengths.SCHOOLS,
                school -> Values.findText("className", school.className(), Lengths.NAME)));
        classes.set(0, className.or(classes::getFirst));
        return classes;
    }

    private static List<ActivitySchool> schools(EntryForm form, List<School> taking, List<Optional<String>> classes) {
        var rooms = Values.each(
                "schools",
                form.schools(),
                Lengths.SCHOOLS,
                school -> Values.findText("room", school.room(), Lengths.NAME));
        var schools = new ArrayList<ActivitySchool>();
        for (int index = 0; index < taking.size(); index++) {
            schools.add(new ActivitySchool(
                    taking.get(index).id(),
                    taking.get(index).name(),
                    rooms.get(index).orElse(null),
                    classes.get(index).orElse(null)));
        }
        return schools;
    }

    private List<ActivityTeacher> teachers(List<EntryForm.Teacher> said, List<School> taking) {
        var schoolIds = taking.stream().map(School::id).toList();
        var byId = teachers.findAll(
                said.stream()
                        .flatMap(teacher -> Stream.ofNullable(teacher.id()))
                        .collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var called = teachers.findCalled(
                List.of(),
                Set.of(),
                Stream.concat(
                                schoolIds.stream(),
                                said.stream().flatMap(teacher -> Stream.ofNullable(teacher.schoolId())))
                        .collect(Collectors.toSet()),
                said.stream()
                        .flatMap(teacher -> Stream.ofNullable(teacher.name()))
                        .collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var schoolNames = schools.findAll(
                Stream.concat(
                                byId.values().stream().map(Teacher::schoolId),
                                said.stream().flatMap(teacher -> Stream.ofNullable(teacher.schoolId())))
                        .collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        return Values.each(
                "teachers",
                said,
                Lengths.TEACHERS,
                teacher -> teacher.id() == null
                        ? named(teacher, schoolIds, called, schoolNames)
                        : chosen(teacher, byId, schoolNames));
    }

    private static ActivityTeacher chosen(
            EntryForm.Teacher said, Map<String, Teacher> byId, Map<String, School> schools) {
        var known = byId.get(said.id());
        if (known == null) {
            throw Values.refused(ErrorCode.NOT_FOUND, "teacherId", "TEACHER");
        }
        return new ActivityTeacher(known.name(), said.role(), nameOf(schools.get(known.schoolId())), known.id());
    }

    private static ActivityTeacher named(
            EntryForm.Teacher said, List<String> taking, List<Teacher> called, Map<String, School> schools) {
        var name = Values.text("name", said.name(), Lengths.NAME);
        var at = said.schoolId() == null ? taking : List.of(said.schoolId());
        var meant = called.stream()
                .filter(teacher -> at.contains(teacher.schoolId()))
                .filter(teacher -> Names.normalize(teacher.name()).equals(Names.normalize(name)))
                .toList();
        if (meant.size() > 1) {
            throw Values.refused(ErrorCode.TEACHER_AMBIGUOUS, "name", "TEACHER_AMBIGUOUS", Values.shown(name));
        }
        return new ActivityTeacher(
                name,
                said.role(),
                said.schoolId() == null ? null : nameOf(schools.get(said.schoolId())),
                meant.isEmpty() ? null : meant.getFirst().id());
    }

    private static @Nullable String nameOf(@Nullable School school) {
        return school == null ? null : school.name();
    }

    private ActivityDetails details(
            Community community, ActivityKind kind, EntryForm form, Optional<String> className) {
        var attributes = SaidAttributes.read(
                Optional.of(kind.attributes()),
                form.attributes(),
                EntryForm.Attribute::name,
                EntryForm.Attribute::value);
        return new ActivityDetails(
                grade(form.grade(), className),
                Values.findText("series", form.series(), Lengths.NAME)
                        .map(name -> series(community, name))
                        .orElse(null),
                Values.each("materials", form.materials(), Lengths.MATERIALS, EntryReader::material),
                Values.findLink("recordingUrl", form.recordingUrl()).orElse(null),
                SaidAttributes.known(kind, attributes));
    }

    /** Series that schools enter are told apart by name within their community. */
    static CourseSeries series(Community community, String name) {
        return new CourseSeries(ActivityKey.HAND, community.id() + "/" + Names.normalize(name), name, community.name());
    }

    private @Nullable String grade(@Nullable String said, Optional<String> className) {
        var text = Values.findText("grade", said, Lengths.NAME);
        if (text.isPresent()) {
            return grades.find(text.get())
                    .map(Grade::code)
                    .orElseThrow(
                            () -> Values.refused(ErrorCode.GRADE_UNKNOWN, "grade", "GRADE", Values.shown(text.get())));
        }
        return className.flatMap(grades::findOfClass).map(Grade::code).orElse(null);
    }

    private static Material material(EntryForm.Material material) {
        return new Material(
                Values.text("title", material.title(), Lengths.TITLE),
                Values.findLink("url", material.url())
                        .orElseThrow(() -> Values.refused(ErrorCode.REQUIRED, "url", "REQUIRED")));
    }

    /** A refusal as it is seen from outside the form. */
    static RefusedException inForm(RefusedException refused) {
        return new RefusedException(ValueRefusal.of(refused).in("facts"));
    }
}
