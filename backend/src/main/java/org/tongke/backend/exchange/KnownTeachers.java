package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Teacher;

/** Teachers of the directory, as far as a batch may mean them. */
final class KnownTeachers {
    private final Map<String, Teacher> byNumber = new HashMap<>();
    private final Map<String, List<Teacher>> byName;

    KnownTeachers(Collection<Teacher> teachers) {
        for (var teacher : teachers) {
            if (teacher.number() != null) {
                byNumber.put(teacher.number(), teacher);
            }
        }
        byName = teachers.stream().collect(Collectors.groupingBy(teacher -> Names.normalize(teacher.name())));
    }

    /**
     * Who is meant: whoever has the number; else whoever bears the name at the school that is named, or at one of those that take part
     * if none is named. Whoever has another number than the one that is said is not meant.
     *
     * @param named schools that bear the name of the teacher's school
     * @param taking schools that take part; they tell schools of one name apart
     * @return nobody, one, or all who could be meant
     */
    List<Teacher> find(SaidRow.Teacher said, List<School> named, List<School> taking) {
        var number = said.number();
        var numbered = number == null ? null : byNumber.get(number);
        if (numbered != null) {
            return List.of(numbered);
        }
        var schools = schools(said, named, taking).stream().map(School::id).collect(Collectors.toSet());
        return byName.getOrDefault(Names.normalize(said.name()), List.of()).stream()
                .filter(teacher -> schools.contains(teacher.schoolId()))
                .filter(teacher -> number == null || teacher.number() == null)
                .toList();
    }

    private static List<School> schools(SaidRow.Teacher said, List<School> named, List<School> taking) {
        if (said.schoolName() == null) {
            return taking;
        }
        var both = named.stream().filter(taking::contains).toList();
        return both.isEmpty() ? named : both;
    }
}
