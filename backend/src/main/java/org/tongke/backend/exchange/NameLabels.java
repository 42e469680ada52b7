package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** What those things are called that suppliers' names stand for. */
@Component
public class NameLabels {
    /** How much of a teacher's number is shown at most. */
    private static final int TAIL = 4;

    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Teachers teachers;
    private final Regions regions;

    NameLabels(Subjects subjects, Grades grades, Schools schools, Teachers teachers, Regions regions) {
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.teachers = teachers;
        this.regions = regions;
    }

    /** What a mapping leads to is called, and what its name is within. */
    public record Called(@Nullable Wording target, @Nullable Wording within) {}

    /** How each mapping reads; a part is null where it is not there, or not any more. Two round trips at most. */
    public Map<NameMapping, Called> findAll(Collection<NameMapping> mappings) {
        var found = find(
                rawIds(mappings, MappedThing.TEACHER, NameMapping::to),
                Stream.concat(
                                rawIds(mappings, MappedThing.SCHOOL, NameMapping::to).stream(),
                                rawIds(
                                        mappings,
                                        MappedThing.TEACHER,
                                        mapping -> mapping.key().within())
                                        .stream())
                        .collect(Collectors.toSet()));
        return mappings.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        mapping -> new Called(target(mapping, found), within(mapping.key(), found.schools()))));
    }

    private static Set<String> rawIds(
            Collection<NameMapping> mappings, MappedThing what, Function<NameMapping, @Nullable String> id) {
        return mappings.stream()
                .filter(mapping -> mapping.key().what() == what)
                .flatMap(mapping -> Stream.ofNullable(id.apply(mapping)))
                .collect(Collectors.toSet());
    }

    /** Teachers, and schools, by raw id. */
    record Found(Map<String, Teacher> teachers, Map<String, School> schools) {}

    /** Teachers with their schools, and other schools. Two round trips at most. */
    Found find(Collection<String> teacherIds, Collection<String> schoolIds) {
        var found = teachers.findAll(teacherIds, Scope.EVERYWHERE);
        var ids = Stream.concat(schoolIds.stream(), found.values().stream().map(Teacher::schoolId))
                .collect(Collectors.toSet());
        return new Found(found, ids.isEmpty() ? Map.of() : schools.findAll(ids, Scope.EVERYWHERE));
    }

    private @Nullable Wording target(NameMapping mapping, Found found) {
        return switch (mapping.key().what()) {
            case SUBJECT -> subjects.find(mapping.to()).map(Subject::name).orElse(null);
            case GRADE -> grades.find(mapping.to()).map(Grade::name).orElse(null);
            case SCHOOL ->
                Optional.ofNullable(found.schools().get(mapping.to()))
                        .map(this::of)
                        .orElse(null);
            case TEACHER ->
                Optional.ofNullable(found.teachers().get(mapping.to()))
                        .map(teacher -> of(teacher, found.schools()))
                        .orElse(null);
        };
    }

    private @Nullable Wording within(NameKey key, Map<String, School> found) {
        if (key.within() == null) {
            return null;
        }
        if (key.what() != MappedThing.TEACHER) {
            return new Wording(key.within(), key.within());
        }
        var school = found.get(key.within());
        return school == null ? null : new Wording(school.name(), school.name());
    }

    /** A school's name with its county's. */
    Wording of(School school) {
        var label = school.name() + " · " + regions.get(school.countyCode()).name();
        return new Wording(label, label);
    }

    /** A teacher's name with what tells those apart who bear it: subject, the end of the number, the school. */
    Wording of(Teacher teacher, Map<String, School> found) {
        var subject = Optional.ofNullable(teacher.subjectCode())
                .flatMap(subjects::find)
                .map(Subject::name);
        var tail = Optional.ofNullable(teacher.number()).map(NameLabels::tailOf).filter(end -> !end.isEmpty());
        var school = Optional.ofNullable(found.get(teacher.schoolId())).map(School::name);
        return new Wording(
                joined(teacher.name(), List.of(subject.map(Wording::zh), tail.map(end -> "尾号 " + end), school)),
                joined(teacher.name(), List.of(subject.map(Wording::en), tail.map(end -> "number …" + end), school)));
    }

    /** Enough to tell two teachers apart for whoever knows them, too little to learn a number from. */
    private static String tailOf(String number) {
        var length = number.codePointCount(0, number.length());
        return number.substring(number.offsetByCodePoints(0, length - Math.min(TAIL, length / 2)));
    }

    private static String joined(String name, List<Optional<String>> parts) {
        return Stream.concat(Stream.of(name), parts.stream().flatMap(Optional::stream))
                .collect(Collectors.joining(" · "));
    }
}
