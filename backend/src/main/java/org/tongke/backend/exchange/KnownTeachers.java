package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Teacher;

/** Teachers of the directory, as far as a supplier's batch may mean them. */
final class KnownTeachers {
    private final MappedNames mapped;
    private final Map<String, Teacher> byNumber = new HashMap<>();
    private final Map<String, Teacher> byId = new HashMap<>();
    private final Map<String, List<Teacher>> byName;

    /** @param mapped what names stand for, each within a school */
    KnownTeachers(Collection<Teacher> teachers, MappedNames mapped) {
        this.mapped = mapped;
        for (var teacher : teachers) {
            byId.put(teacher.id(), teacher);
            if (teacher.number() != null) {
                byNumber.put(teacher.number(), teacher);
            }
        }
        byName = teachers.stream().collect(Collectors.groupingBy(teacher -> Names.normalize(teacher.name())));
    }

    /**
     * Who is meant: whoever has the number; else whom the name stands for at one of the schools, as somebody said; else whoever bears
     * it there. Whoever has another number than the one that is said is not meant.
     *
     * @param supplier raw id of whoever says it
     * @param schools where he or she is looked for
     * @return nobody, one, or all who could be meant
     */
    List<Teacher> find(String supplier, SaidRow.Teacher said, Collection<School> schools) {
        var number = said.number();
        var numbered = number == null ? null : byNumber.get(number);
        if (numbered != null) {
            return List.of(numbered);
        }
        var mappedTo = schools.stream()
                .flatMap(school -> findMapped(NameKey.ofTeacher(supplier, said.name(), school.id()), school).stream())
                .filter(teacher -> mayBe(teacher, said))
                .distinct()
                .toList();
        if (!mappedTo.isEmpty()) {
            return mappedTo;
        }
        var ids = schools.stream().map(School::id).collect(Collectors.toSet());
        return byName.getOrDefault(Names.normalize(said.name()), List.of()).stream()
                .filter(teacher -> ids.contains(teacher.schoolId()))
                .filter(teacher -> mayBe(teacher, said))
                .toList();
    }

    /** Whom a name stands for at a school; nobody who is gone from there. */
    private Optional<Teacher> findMapped(NameKey name, School school) {
        return mapped.find(name)
                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                .filter(teacher -> teacher.schoolId().equals(school.id()));
    }

    private static boolean mayBe(Teacher teacher, SaidRow.Teacher said) {
        return said.number() == null || teacher.number() == null;
    }
}
