package org.tongke.backend.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.tongke.backend.activity.ActivityAttribute;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** Looks up what the rows of a batch name: kinds, subjects, grades, schools, teachers, communities. */
@Component
class RowResolver {
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Teachers teachers;
    private final Regions regions;
    private final Communities communities;

    RowResolver(
            ActivityKinds kinds,
            Subjects subjects,
            Grades grades,
            Schools schools,
            Teachers teachers,
            Regions regions,
            Communities communities) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.teachers = teachers;
        this.regions = regions;
        this.communities = communities;
    }

    /** What is known of the rows' schools, communities and teachers: three round trips, however many rows there are. */
    Known known(Collection<SaidRow> rows) {
        var names = rows.stream().flatMap(RowResolver::schoolNames).collect(Collectors.toSet());
        var byName = names.isEmpty() ? Map.<String, List<School>>of() : schools.findByName(names, Scope.EVERYWHERE);
        var ids = byName.values().stream().flatMap(List::stream).map(School::id).toList();
        var found = ids.isEmpty() ? List.<Community>of() : communities.findBySchools(ids, Scope.EVERYWHERE);
        return new Known(byName, found, new KnownTeachers(teachers(rows, ids)));
    }

    private static Stream<String> schoolNames(SaidRow row) {
        return Stream.concat(
                row.schools().stream().map(SaidRow.School::name),
                row.teachers().stream().flatMap(teacher -> Stream.ofNullable(teacher.schoolName())));
    }

    private List<Teacher> teachers(Collection<SaidRow> rows, List<String> schoolIds) {
        var said = rows.stream().flatMap(row -> row.teachers().stream()).toList();
        return teachers.findCalled(
                said.stream()
                        .flatMap(teacher -> Stream.ofNullable(teacher.number()))
                        .collect(Collectors.toSet()),
                schoolIds,
                said.stream().map(SaidRow.Teacher::name).collect(Collectors.toSet()),
                Scope.EVERYWHERE);
    }

    /** One row with what is known. */
    ResolvedRow resolve(Supplier supplier, SaidRow row, Known known) {
        try {
            return new ResolvedRow.Complete(report(supplier, row, known));
        } catch (RefusedException unknown) {
            return new ResolvedRow.Incomplete(RowReader.problemOf(unknown));
        }
    }

    private ActivityReport report(Supplier supplier, SaidRow row, Known known) {
        var kind = kinds.find(row.kind())
                .orElseThrow(() -> Values.refused(ErrorCode.KIND_UNKNOWN, "kind", "KIND", Values.shown(row.kind())));
        var subject = subject(row.subject());
        var taking = schools(row.schools(), known);
        var community = community(taking, known);
        return new ActivityReport(
                new ActivityKey(supplier.id(), row.externalId()),
                row.version(),
                kind.code(),
                row.title(),
                subject,
                className(row),
                row.startsAt(),
                row.endsAt(),
                row.state(),
                activitySchools(row, taking),
                teachers(row.teachers(), taking, known),
                community.id(),
                community.name(),
                supplier.name(),
                row.joinUrl(),
                details(supplier, kind, row),
                community.countyCode(),
                places(taking));
    }

    /** The class of the school where it is taught, wherever it is told. */
    private static @Nullable String className(SaidRow row) {
        return row.className() != null
                ? row.className()
                : row.schools().getFirst().className();
    }

    private ActivityDetails details(Supplier supplier, ActivityKind kind, SaidRow row) {
        var said = row.details();
        var series = said.series();
        return new ActivityDetails(
                grade(row),
                series == null
                        ? null
                        : new CourseSeries(supplier.id(), series.externalId(), series.name(), supplier.name()),
                said.materials(),
                said.recordingUrl(),
                attributes(kind, said.attributes()));
    }

    private @Nullable String grade(SaidRow row) {
        var said = row.details().grade();
        if (said != null) {
            return grades.find(said)
                    .map(Grade::code)
                    .orElseThrow(() -> Values.refused(ErrorCode.GRADE_UNKNOWN, "grade", "GRADE", Values.shown(said)));
        }
        return Optional.ofNullable(className(row))
                .flatMap(grades::findOfClass)
                .map(Grade::code)
                .orElse(null);
    }

    private static List<ActivityAttribute> attributes(ActivityKind kind, List<ActivityAttribute> said) {
        for (var attribute : said) {
            if (kind.attributes().find(attribute.code()).isEmpty()) {
                throw Values.refused(
                        ErrorCode.ATTRIBUTE_UNKNOWN,
                        "attributes",
                        "ATTRIBUTE_UNKNOWN",
                        kind.code(),
                        Values.shown(attribute.code()));
            }
        }
        return said;
    }

    /** Who the teachers are. Whoever is not in the directory stays a name. */
    private static List<ActivityTeacher> teachers(List<SaidRow.Teacher> said, List<School> taking, Known known) {
        return Values.each("teachers", said, said.size(), teacher -> {
            var named = teacher.schoolName() == null ? List.<School>of() : known.schools(teacher.schoolName());
            var found = known.teachers.find(teacher, named, taking);
            if (found.size() > 1) {
                throw Values.refused(
                        ErrorCode.TEACHER_AMBIGUOUS, "name", "TEACHER_AMBIGUOUS", Values.shown(teacher.name()));
            }
            return new ActivityTeacher(
                    teacher.name(),
                    teacher.role(),
                    teacher.schoolName(),
                    found.isEmpty() ? null : found.getFirst().id());
        });
    }

    private @Nullable String subject(@Nullable String said) {
        if (said == null) {
            return null;
        }
        return subjects.find(said)
                .map(Subject::code)
                .orElseThrow(() -> Values.refused(ErrorCode.SUBJECT_UNKNOWN, "subject", "SUBJECT", Values.shown(said)));
    }

    private List<School> schools(List<SaidRow.School> said, Known known) {
        var found = new ArrayList<School>();
        for (int index = 0; index < said.size(); index++) {
            var school = said.get(index);
            var candidates = known.schools(school.name()).stream()
                    .filter(candidate -> school.county() == null || isIn(school.county(), candidate))
                    .toList();
            if (candidates.size() != 1) {
                var unknown = candidates.isEmpty();
                throw new RefusedException(new RowProblem(
                        unknown ? ErrorCode.SCHOOL_UNKNOWN : ErrorCode.SCHOOL_AMBIGUOUS,
                        List.of("schools", Integer.toString(index), "name"),
                        List.of(school.name()),
                        unknown ? "SCHOOL" : "SCHOOL_AMBIGUOUS"));
            }
            found.add(candidates.getFirst());
        }
        return found;
    }

    private boolean isIn(String county, School school) {
        return county.equals(school.countyCode())
                || Names.normalize(county)
                        .equals(Names.normalize(regions.get(school.countyCode()).name()));
    }

    private static Community community(List<School> taking, Known known) {
        var candidates = known.communities(taking);
        if (candidates.isEmpty()) {
            throw Values.refused(
                    ErrorCode.COMMUNITY_UNKNOWN,
                    "schools",
                    "COMMUNITY",
                    taking.stream().map(School::name).distinct().collect(Collectors.joining("、")));
        }
        if (candidates.size() > 1) {
            throw Values.refused(
                    ErrorCode.COMMUNITY_AMBIGUOUS,
                    "schools",
                    "COMMUNITY_AMBIGUOUS",
                    candidates.stream().map(Community::name).sorted().collect(Collectors.joining("、")));
        }
        return candidates.getFirst();
    }

    private static List<ActivitySchool> activitySchools(SaidRow row, List<School> found) {
        var taking = new ArrayList<ActivitySchool>();
        for (int index = 0; index < found.size(); index++) {
            var school = found.get(index);
            var said = row.schools().get(index);
            var className = index == 0 && said.className() == null ? className(row) : said.className();
            taking.add(new ActivitySchool(school.id(), school.name(), said.room(), className));
        }
        return taking;
    }

    private static Set<String> places(List<School> taking) {
        var places = new LinkedHashSet<String>();
        taking.forEach(school -> places.addAll(school.places()));
        return places;
    }

    /** Schools by name, communities by school, and teachers, as far as a batch names them. */
    static final class Known {
        private final Map<String, List<School>> byName;
        private final Map<String, List<Community>> bySchool = new HashMap<>();

        private final KnownTeachers teachers;

        private Known(Map<String, List<School>> byName, List<Community> communities, KnownTeachers teachers) {
            this.byName = byName;
            this.teachers = teachers;
            for (var community : communities) {
                for (var school : community.schoolIds()) {
                    bySchool.computeIfAbsent(school, _ -> new ArrayList<>()).add(community);
                }
            }
        }

        private List<School> schools(String name) {
            return byName.getOrDefault(Names.normalize(name), List.of());
        }

        /** Communities that all schools belong to. */
        private List<Community> communities(List<School> taking) {
            var ids = taking.stream().map(School::id).collect(Collectors.toSet());
            return bySchool.getOrDefault(taking.getFirst().id(), List.of()).stream()
                    .filter(community -> new HashSet<>(community.schoolIds()).containsAll(ids))
                    .toList();
        }
    }
}
