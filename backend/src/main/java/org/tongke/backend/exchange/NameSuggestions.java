package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.text.NearestNames;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** What the unknown names in quarantined rows may stand for. */
@Component
public class NameSuggestions {
    /** How many schools are suggested at most. */
    public static final int MOST_SCHOOLS = 3;

    /** Below, a school's name is no nearer than that of any other of its county. */
    private static final double LEAST_LIKENESS = 0.2;

    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Regions regions;
    private final NameLabels labels;

    NameSuggestions(Subjects subjects, Grades grades, Schools schools, Regions regions, NameLabels labels) {
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.regions = regions;
        this.labels = labels;
    }

    /**
     * Suggestions for each row, the nearest first. One round trip if a school is unknown in one of them, and two if a teacher is
     * ambiguous.
     */
    public Map<QuarantinedRow, List<NameSuggestion>> findAll(Collection<QuarantinedRow> rows) {
        var candidates =
                labels.find(rows.stream().flatMap(NameSuggestions::candidates).collect(Collectors.toSet()), Set.of());
        var unknown = new HashMap<QuarantinedRow, NameKey>();
        rows.forEach(row -> findUnknown(row).ifPresent(key -> unknown.put(row, key)));
        var near = new NearSchools(unknown.values());
        var suggestions = new HashMap<QuarantinedRow, List<NameSuggestion>>();
        rows.forEach(row -> suggestions.put(
                row,
                Optional.ofNullable(unknown.get(row))
                        .map(key -> suggest(key, near))
                        .orElseGet(() -> suggestTeachers(row, candidates))));
        return suggestions;
    }

    private static Stream<String> candidates(QuarantinedRow row) {
        return row.problem().code() == ErrorCode.TEACHER_AMBIGUOUS
                ? row.problem().candidates().stream()
                : Stream.empty();
    }

    /** All who could be meant, each within his or her school. */
    private List<NameSuggestion> suggestTeachers(QuarantinedRow row, NameLabels.Found found) {
        return candidates(row)
                .flatMap(id -> Optional.ofNullable(found.teachers().get(id)).stream())
                .map(teacher -> new NameSuggestion(
                        NameKey.ofTeacher(row.key().supplier(), teacherName(row), teacher.schoolId()),
                        teacher.id(),
                        labels.of(teacher, found.schools())))
                .toList();
    }

    private static String teacherName(QuarantinedRow row) {
        var index = Integer.parseInt(row.problem().path().get(1));
        return row.payload()
                .getList("teachers", Document.class, List.of())
                .get(index)
                .getString("name")
                .strip();
    }

    /** The name that the row's problem is about. */
    private static Optional<NameKey> findUnknown(QuarantinedRow row) {
        var payload = row.payload();
        var supplier = row.key().supplier();
        return switch (row.problem().code()) {
            case SUBJECT_UNKNOWN -> named(supplier, MappedThing.SUBJECT, payload.get("subject"), null);
            case GRADE_UNKNOWN -> named(supplier, MappedThing.GRADE, payload.get("grade"), null);
            case SCHOOL_UNKNOWN, SCHOOL_AMBIGUOUS -> {
                var index = Integer.parseInt(row.problem().path().get(1));
                var school =
                        payload.getList("schools", Document.class, List.of()).get(index);
                yield named(supplier, MappedThing.SCHOOL, school.get("name"), school.get("county"));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<NameKey> named(
            String supplier, MappedThing what, @Nullable Object name, @Nullable Object within) {
        return name instanceof String text
                ? Optional.of(new NameKey(
                        supplier,
                        what,
                        text.strip(),
                        within instanceof String said && !said.isBlank() ? said.strip() : null))
                : Optional.empty();
    }

    private List<NameSuggestion> suggest(NameKey key, NearSchools near) {
        return switch (key.what()) {
            case SUBJECT ->
                inOrderOfLikeness(key, subjects.list(), subject -> subject.calledBy(), subject -> subject.code())
                        .map(subject -> new NameSuggestion(key, subject.code(), subject.name()))
                        .toList();
            case GRADE ->
                inOrderOfLikeness(key, grades.list(), grade -> grade.calledBy(), grade -> grade.code())
                        .map(grade -> new NameSuggestion(key, grade.code(), grade.name()))
                        .toList();
            case SCHOOL ->
                near.find(key).stream()
                        .map(school -> new NameSuggestion(key, school.id(), labels.of(school)))
                        .toList();
            // whom a name may stand for was found when its row was resolved
            case TEACHER -> List.of();
        };
    }

    /** All things there are, those first of which one name is like the key's. */
    private static <T> Stream<T> inOrderOfLikeness(
            NameKey key, List<T> things, Function<T, Stream<String>> calledBy, Function<T, String> code) {
        record Called<T>(T thing, String name) {}
        var called = things.stream()
                .flatMap(thing -> calledBy.apply(thing).map(name -> new Called<>(thing, name)))
                .toList();
        var near = new NearestNames<>(called, Called::name).nearest(key.name(), LEAST_LIKENESS, called.size());
        var seen = new HashSet<String>();
        return Stream.concat(near.stream().map(Called::thing), things.stream())
                .filter(thing -> seen.add(code.apply(thing)));
    }

    /** The schools among which those are looked for that rows may mean: of the counties that rows tell, or of the province. */
    private final class NearSchools {
        private final Map<String, NearestNames<School>> byRegion = new HashMap<>();

        NearSchools(Collection<NameKey> unknown) {
            var wanted = unknown.stream()
                    .filter(key -> key.what() == MappedThing.SCHOOL)
                    .map(this::regionOf)
                    .collect(Collectors.toSet());
            var asked = wanted.contains(Regions.PROVINCE) ? Set.of(Regions.PROVINCE) : wanted;
            var found = schools.findByRegions(asked, Scope.EVERYWHERE);
            wanted.forEach(region -> byRegion.put(
                    region,
                    new NearestNames<>(
                            found.stream()
                                    .filter(school -> isIn(school, region))
                                    .toList(),
                            School::name)));
        }

        List<School> find(NameKey key) {
            var names = byRegion.get(regionOf(key));
            return names == null ? List.of() : names.nearest(key.name(), LEAST_LIKENESS, MOST_SCHOOLS);
        }

        private String regionOf(NameKey key) {
            return Optional.ofNullable(key.within())
                    .flatMap(NameSuggestions.this::findRegion)
                    .map(Region::code)
                    .orElse(Regions.PROVINCE);
        }

        private static boolean isIn(School school, String region) {
            return region.equals(Regions.PROVINCE) || school.countyCode().equals(region);
        }
    }

    private Optional<Region> findRegion(String codeOrName) {
        return regions.find(codeOrName)
                .or(() -> regions.all().stream()
                        .filter(region -> Names.normalize(region.name()).equals(Names.normalize(codeOrName)))
                        .findFirst());
    }
}
