package org.tongke.backend.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import org.tongke.backend.activity.SaidAttributes;
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
    private final NameMappings mappings;

    RowResolver(
            ActivityKinds kinds,
            Subjects subjects,
            Grades grades,
            Schools schools,
            Teachers teachers,
            Regions regions,
            Communities communities,
            NameMappings mappings) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.teachers = teachers;
        this.regions = regions;
        this.communities = communities;
        this.mappings = mappings;
    }

    /**
     * What is known of the names in a supplier's rows: four round trips, one more if some of its schools are mapped, and one more if
     * teachers are named, however many rows there are.
     */
    Known known(Supplier supplier, Collection<SaidRow> rows) {
        var names = rows.stream().flatMap(RowResolver::schoolNames).collect(Collectors.toSet());
        var mapped = mappings.findTargets(rows.stream()
                .flatMap(row -> namesOf(supplier.id(), row))
                .collect(Collectors.toMap(NameKey::id, Function.identity(), (one, _) -> one)));
        var byName = names.isEmpty() ? Map.<String, List<School>>of() : schools.findByName(names, Scope.EVERYWHERE);
        var byId = mapped.schoolIds().isEmpty()
                ? Map.<String, School>of()
                : schools.findAll(mapped.schoolIds(), Scope.EVERYWHERE);
        var ids = Stream.concat(byName.values().stream().flatMap(List::stream), byId.values().stream())
                .map(School::id)
                .distinct()
                .toList();
        var found = ids.isEmpty() ? List.<Community>of() : communities.findBySchools(ids, Scope.EVERYWHERE);
        return new Known(
                supplier.id(),
                mapped,
                byName,
                byId,
                found,
                teachers(rows, ids, teacherNames(supplier.id(), rows, mapped, byName)));
    }

    private static Stream<String> schoolNames(SaidRow row) {
        return Stream.concat(
                row.schools().stream().map(SaidRow.School::name),
                row.teachers().stream().flatMap(teacher -> Stream.ofNullable(teacher.schoolName())));
    }

    /** The names of teachers, each within the schools where its row looks for it. */
    private static Map<String, NameKey> teacherNames(
            String supplier, Collection<SaidRow> rows, MappedNames mapped, Map<String, List<School>> byName) {
        var keys = new HashMap<String, NameKey>();
        for (var row : rows) {
            for (var teacher : row.teachers()) {
                var named = teacher.schoolName() == null
                        ? row.schools().stream().flatMap(school -> ids(school, supplier, mapped, byName))
                        : ids(teacher.schoolName(), byName);
                named.map(school -> NameKey.ofTeacher(supplier, teacher.name(), school))
                        .forEach(key -> keys.put(key.id(), key));
            }
        }
        return keys;
    }

    private static Stream<String> ids(
            SaidRow.School said, String supplier, MappedNames mapped, Map<String, List<School>> byName) {
        return mapped.find(said.key(supplier)).map(Stream::of).orElseGet(() -> ids(said.name(), byName));
    }

    private static Stream<String> ids(String schoolName, Map<String, List<School>> byName) {
        return byName.getOrDefault(Names.normalize(schoolName), List.of()).stream()
                .map(School::id);
    }

    /** The teachers that rows may mean: those who have a number or a name that is said, and those whom a name stands for. */
    private KnownTeachers teachers(Collection<SaidRow> rows, List<String> schoolIds, Map<String, NameKey> names) {
        var said = rows.stream().flatMap(row -> row.teachers().stream()).toList();
        var mapped = mappings.findTargets(names);
        var found = teachers.findCalled(
                mapped.targets().values(),
                said.stream()
                        .flatMap(teacher -> Stream.ofNullable(teacher.number()))
                        .collect(Collectors.toSet()),
                schoolIds,
                said.stream().map(SaidRow.Teacher::name).collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        return new KnownTeachers(found, mapped);
    }

    private static Stream<NameKey> namesOf(String supplier, SaidRow row) {
        return Stream.of(
                        Stream.ofNullable(row.subject()).map(name -> subjectKey(supplier, name)),
                        Stream.ofNullable(row.details().grade()).map(name -> gradeKey(supplier, name)),
                        row.schools().stream().map(school -> school.key(supplier)))
                .flatMap(Function.identity());
    }

    private static NameKey subjectKey(String supplier, String name) {
        return new NameKey(supplier, MappedThing.SUBJECT, name, null);
    }

    private static NameKey gradeKey(String supplier, String name) {
        return new NameKey(supplier, MappedThing.GRADE, name, null);
    }

    /** One row with what is known. */
    ResolvedRow resolve(Supplier supplier, SaidRow row, Known known) {
        try {
            return new ResolvedRow.Complete(report(supplier, row, known));
        } catch (RefusedException unknown) {
            var problem = RowReader.problemOf(unknown);
            return new ResolvedRow.Incomplete(problem, waits(supplier.id(), row, problem, known));
        }
    }

    /** What a row waits for that is incomplete for a reason. */
    private List<String> waits(String supplier, SaidRow row, RowProblem problem, Known known) {
        return switch (problem.code()) {
            case KIND_UNKNOWN, ATTRIBUTE_UNKNOWN -> List.of(Waits.kind(row.kind()));
            case SUBJECT_UNKNOWN ->
                waits(String.valueOf(row.subject()), Waits::subject, name -> subjectKey(supplier, name));
            case GRADE_UNKNOWN ->
                waits(String.valueOf(row.details().grade()), Waits::grade, name -> gradeKey(supplier, name));
            case SCHOOL_UNKNOWN, SCHOOL_AMBIGUOUS -> Waits.ofSchools(supplier, row.schools());
            case COMMUNITY_UNKNOWN, COMMUNITY_AMBIGUOUS -> {
                var taking = schools(row.schools(), known);
                var waits = new ArrayList<>(Waits.ofSchools(supplier, row.schools()));
                // the community that is missing will have all of the schools, and so the first
                waits.add(Waits.membership(taking.getFirst().id()));
                known.communities(taking).forEach(one -> waits.add(Waits.community(one.id())));
                yield List.copyOf(waits);
            }
            case TEACHER_AMBIGUOUS -> {
                var said = row.teachers().get(Integer.parseInt(problem.path().get(1)));
                yield known.teacherSchools(said, schools(row.schools(), known)).stream()
                        .map(school -> NameKey.ofTeacher(supplier, said.name(), school.id()))
                        .map(key -> Waits.mapping(key.id()))
                        .toList();
            }
            // it stays until it is reported again, or tried by hand
            default -> List.of();
        };
    }

    private static List<String> waits(String name, UnaryOperator<String> appears, Function<String, NameKey> key) {
        return List.of(appears.apply(name), Waits.mapping(key.apply(name).id()));
    }

    private ActivityReport report(Supplier supplier, SaidRow row, Known known) {
        var kind = kinds.find(row.kind())
                .orElseThrow(() -> Values.refused(ErrorCode.KIND_UNKNOWN, "kind", "KIND", Values.shown(row.kind())));
        var subject = subject(row.subject(), known);
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
                details(supplier, kind, row, known),
                community.countyCode(),
                places(taking));
    }

    /** The class of the school where it is taught, wherever it is told. */
    private static @Nullable String className(SaidRow row) {
        return row.className() != null
                ? row.className()
                : row.schools().getFirst().className();
    }

    private ActivityDetails details(Supplier supplier, ActivityKind kind, SaidRow row, Known known) {
        var said = row.details();
        var series = said.series();
        return new ActivityDetails(
                grade(row, known),
                series == null
                        ? null
                        : new CourseSeries(supplier.id(), series.externalId(), series.name(), supplier.name()),
                said.materials(),
                said.recordingUrl(),
                SaidAttributes.known(kind, said.attributes()));
    }

    private @Nullable String grade(SaidRow row, Known known) {
        var said = row.details().grade();
        if (said != null) {
            return known.findMapped(gradeKey(known.supplier(), said))
                    .or(() -> Optional.of(said))
                    .flatMap(grades::find)
                    .map(Grade::code)
                    .orElseThrow(() -> Values.refused(ErrorCode.GRADE_UNKNOWN, "grade", "GRADE", Values.shown(said)));
        }
        return Optional.ofNullable(className(row))
                .flatMap(grades::findOfClass)
                .map(Grade::code)
                .orElse(null);
    }

    /** Who the teachers are. Whoever is not in the directory stays a name. */
    private static List<ActivityTeacher> teachers(List<SaidRow.Teacher> said, List<School> taking, Known known) {
        var found = new ArrayList<ActivityTeacher>();
        for (int index = 0; index < said.size(); index++) {
            var teacher = said.get(index);
            var meant = known.teachers(teacher, taking);
            if (meant.size() > 1) {
                throw new RefusedException(new RowProblem(
                        ErrorCode.TEACHER_AMBIGUOUS,
                        List.of("teachers", Integer.toString(index), "name"),
                        List.of(Values.shown(teacher.name())),
                        "TEACHER_AMBIGUOUS",
                        meant.stream().map(Teacher::id).sorted().toList()));
            }
            found.add(new ActivityTeacher(
                    teacher.name(),
                    teacher.role(),
                    teacher.schoolName(),
                    meant.isEmpty() ? null : meant.getFirst().id()));
        }
        return found;
    }

    private @Nullable String subject(@Nullable String said, Known known) {
        if (said == null) {
            return null;
        }
        return known.findMapped(subjectKey(known.supplier(), said))
                .or(() -> Optional.of(said))
                .flatMap(subjects::find)
                .map(Subject::code)
                .orElseThrow(() -> Values.refused(ErrorCode.SUBJECT_UNKNOWN, "subject", "SUBJECT", Values.shown(said)));
    }

    private List<School> schools(List<SaidRow.School> said, Known known) {
        var found = new ArrayList<School>();
        for (int index = 0; index < said.size(); index++) {
            var school = said.get(index);
            var candidates = known.findMappedSchool(school)
                    .map(List::of)
                    .orElseGet(() -> known.schools(school.name()).stream()
                            .filter(candidate -> school.county() == null || isIn(school.county(), candidate))
                            .toList());
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
}
