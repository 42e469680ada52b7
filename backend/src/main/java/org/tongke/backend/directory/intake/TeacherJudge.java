package org.tongke.backend.directory.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.SubjectNames;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.TeacherChange;
import org.tongke.backend.directory.TeacherEntries;
import org.tongke.backend.directory.Teachers;

/**
 * Judges rows that tell of teachers. A row means the teacher with its number, else the one of its school who bears its name. What a row
 * does not tell of a teacher who stands stays as it is.
 */
@Component
class TeacherJudge {
    private static final int LONGEST_SCHOOL = 60;

    private final Schools schools;
    private final Teachers teachers;
    private final SubjectNames subjects;
    private final CountyNames counties;

    TeacherJudge(Schools schools, Teachers teachers, SubjectNames subjects, CountyNames counties) {
        this.schools = schools;
        this.teachers = teachers;
        this.subjects = subjects;
        this.counties = counties;
    }

    private record Said(
            GivenEntry row,
            RowReading reading,
            String name,
            @Nullable String schoolCode,
            @Nullable String schoolName,
            @Nullable Region county,
            @Nullable String subject,
            @Nullable String number) {}

    /**
     * Judges rows. Three round trips, whatever their number.
     *
     * @param usual school of rows that tell none; null for none
     * @param scope where teachers may be entered
     * @param seen numbers and names of rows before, with their numbers; those of these rows are added
     */
    List<Judged<TeacherChange>> judge(
            List<GivenEntry> rows, @Nullable School usual, Scope scope, Map<String, Integer> seen) {
        var said = rows.stream().map(row -> read(row, usual)).toList();
        var found = schools.findCalled(
                said.stream().map(Said::schoolCode).filter(Objects::nonNull).collect(Collectors.toSet()),
                said.stream().map(Said::schoolName).filter(Objects::nonNull).collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var schoolOf = new HashMap<GivenEntry, School>();
        for (var one : said) {
            var school = school(one, found, usual, scope);
            if (school != null) {
                schoolOf.put(one.row, school);
            }
        }
        var standing = Standing.of(teachers.findNumberedOrOf(
                said.stream().map(Said::number).filter(Objects::nonNull).toList(),
                schoolOf.values().stream().map(School::id).collect(Collectors.toSet())));
        // of whoever moves, both schools are named
        var names = schools.namesOf(Stream.concat(
                        standing.byNumber.values().stream().map(Teacher::schoolId),
                        schoolOf.values().stream().map(School::id))
                .collect(Collectors.toSet()));
        return said.stream()
                .map(one -> judge(one, schoolOf.get(one.row), standing, names, scope, seen))
                .toList();
    }

    private Said read(GivenEntry row, @Nullable School usual) {
        var reading = new RowReading(row);
        var hasCounty = !row.text(TableColumn.COUNTY).isEmpty();
        return new Said(
                row,
                reading,
                reading.text(TableColumn.TEACHER_NAME, TeacherEntries.LONGEST_NAME),
                reading.code(),
                schoolName(reading, row, usual),
                hasCounty ? reading.county(counties, null) : null,
                subject(reading, row),
                number(reading, row));
    }

    private static @Nullable String schoolName(RowReading reading, GivenEntry row, @Nullable School usual) {
        var isTold = usual != null || !row.text(TableColumn.CODE).isEmpty();
        if (isTold) {
            return reading.find(TableColumn.SCHOOL, LONGEST_SCHOOL);
        }
        var name = reading.text(TableColumn.SCHOOL, LONGEST_SCHOOL);
        return name.isEmpty() ? null : name;
    }

    private @Nullable String subject(RowReading reading, GivenEntry row) {
        var told = row.text(TableColumn.SUBJECT);
        if (told.isEmpty()) {
            return null;
        }
        var found = subjects.find(told);
        if (found.isEmpty()) {
            reading.problem(ProblemKind.SUBJECT_UNKNOWN, TableColumn.SUBJECT, told);
        }
        return found.orElse(null);
    }

    private static @Nullable String number(RowReading reading, GivenEntry row) {
        var told = RowReading.plain(row.cell(TableColumn.NUMBER));
        if (told.isEmpty()) {
            return null;
        }
        if (TeacherEntries.isIdentityCard(told)) {
            reading.problem(ProblemKind.NUMBER_IS_IDENTITY_CARD, TableColumn.NUMBER);
            return null;
        }
        if (!TeacherEntries.isNumber(told)) {
            reading.problem(ProblemKind.NUMBER_MALFORMED, TableColumn.NUMBER, told);
            return null;
        }
        return told;
    }

    private static @Nullable School school(Said said, List<School> found, @Nullable School usual, Scope scope) {
        var reading = said.reading;
        if (said.schoolCode == null && said.schoolName == null) {
            return usual;
        }
        var column = said.schoolCode == null ? TableColumn.SCHOOL : TableColumn.CODE;
        var told =
                said.schoolCode == null ? Optional.ofNullable(said.schoolName).orElse("") : said.schoolCode;
        var meant = found.stream()
                .filter(school -> said.schoolCode == null
                        ? bears(school, told)
                        : said.schoolCode.equals(school.facts().code()))
                .filter(school -> said.county == null || said.county.code().equals(school.countyCode()))
                .toList();
        // of several that are called so, the one of the caller is meant, and a name that one has goes before one that
        // another had
        var own = meant.stream().filter(school -> scope.covers(school.places())).toList();
        var near = own.isEmpty() ? meant : own;
        var named = near.stream().filter(school -> school.isNamed(told)).toList();
        var one = named.isEmpty() ? near : named;
        if (one.size() == 1) {
            var school = one.getFirst();
            if (!scope.covers(school.places())) {
                reading.problem(ProblemKind.NOT_YOURS, column, school.name());
            }
            return school;
        }
        reading.problem(one.isEmpty() ? ProblemKind.SCHOOL_UNKNOWN : ProblemKind.SCHOOL_AMBIGUOUS, column, told);
        return null;
    }

    private static boolean bears(School school, String name) {
        return school.isNamed(name)
                || school.formerNames().stream()
                        .anyMatch(former -> Names.normalize(former.name()).equals(Names.normalize(name)));
    }

    private Judged<TeacherChange> judge(
            Said said,
            @Nullable School school,
            Standing standing,
            Map<String, String> names,
            Scope scope,
            Map<String, Integer> seen) {
        if (school != null) {
            checkTwice(said, school, seen);
        }
        var before = school == null ? null : meant(said, school, standing, scope);
        if (school == null || !said.reading.problems().isEmpty()) {
            return Judged.problem(said.row, said.name, said.reading.problems());
        }
        if (before == null) {
            var fresh =
                    new Teacher(id(said, school), said.name, school.id(), said.subject, said.number, school.places());
            return Judged.added(said.row, said.name, new TeacherChange(null, fresh));
        }
        var after = (before.schoolId().equals(school.id()) ? before : before.of(school))
                .said(
                        said.name,
                        Optional.ofNullable(said.subject).orElse(before.subjectCode()),
                        Optional.ofNullable(said.number).orElse(before.number()));
        return before.saysAs(after)
                ? Judged.unchanged(said.row, said.name)
                : Judged.changed(said.row, said.name, changes(before, after, names), new TeacherChange(before, after));
    }

    private static void checkTwice(Said said, School school, Map<String, Integer> seen) {
        var column = said.number == null ? TableColumn.TEACHER_NAME : TableColumn.NUMBER;
        var key = said.number == null ? school.id() + " " + Names.normalize(said.name) : said.number;
        var other = seen.putIfAbsent(key, said.row.number());
        if (other != null) {
            said.reading.problem(
                    ProblemKind.TWICE, column, said.number == null ? said.name : said.number, other.toString());
        }
    }

    private static @Nullable Teacher meant(Said said, School school, Standing standing, Scope scope) {
        var byNumber = said.number == null ? null : standing.byNumber.get(said.number);
        if (byNumber != null) {
            if (!scope.covers(byNumber.places())) {
                said.reading.problem(ProblemKind.NOT_YOURS, TableColumn.NUMBER, byNumber.name());
            }
            return byNumber;
        }
        var byName = standing.byName.getOrDefault(key(school.id(), said.name), List.of()).stream()
                .filter(teacher -> said.number == null || teacher.number() == null)
                .toList();
        if (byName.size() > 1) {
            said.reading.problem(ProblemKind.TEACHER_AMBIGUOUS, TableColumn.TEACHER_NAME, said.name);
        }
        return byName.isEmpty() ? null : byName.getFirst();
    }

    private static String id(Said said, School school) {
        return said.number == null
                ? "named-" + Sha256.of(key(school.id(), said.name)).substring(0, 24)
                : "number-" + said.number;
    }

    private List<FieldChange> changes(Teacher before, Teacher after, Map<String, String> names) {
        var changes = new ArrayList<FieldChange>();
        add(changes, "name", before.name(), after.name());
        add(changes, "school", names.getOrDefault(before.schoolId(), "…"), names.getOrDefault(after.schoolId(), "…"));
        add(changes, "subject", subject(before), subject(after));
        add(changes, "number", before.numberEnd(), after.numberEnd());
        return changes;
    }

    private @Nullable String subject(Teacher teacher) {
        return teacher.subjectCode() == null ? null : subjects.nameOf(teacher.subjectCode());
    }

    private static void add(List<FieldChange> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static String key(String school, String name) {
        return school + " " + Names.normalize(name);
    }

    /** The teachers who stand, by what rows call them. */
    private record Standing(Map<String, Teacher> byNumber, Map<String, List<Teacher>> byName) {
        static Standing of(List<Teacher> found) {
            var standing = new Standing(new HashMap<>(), new HashMap<>());
            var seen = new HashSet<String>();
            for (var teacher : found) {
                if (!seen.add(teacher.id())) {
                    continue;
                }
                if (teacher.number() != null) {
                    standing.byNumber.put(teacher.number(), teacher);
                }
                standing.byName
                        .computeIfAbsent(key(teacher.schoolId(), teacher.name()), _ -> new ArrayList<>())
                        .add(teacher);
            }
            return standing;
        }
    }
}
