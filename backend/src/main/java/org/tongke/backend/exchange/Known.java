package org.tongke.backend.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Teacher;

/** What is known of the names in a supplier's batch: its own mappings, schools by name, communities by school, teachers. */
final class Known {
    private final String supplier;
    private final MappedNames mapped;
    private final Map<String, List<School>> byName;
    private final Map<String, School> byId;
    private final Map<String, List<Community>> bySchool = new HashMap<>();
    private final KnownTeachers teachers;

    Known(
            String supplier,
            MappedNames mapped,
            Map<String, List<School>> byName,
            Map<String, School> byId,
            List<Community> communities,
            KnownTeachers teachers) {
        this.supplier = supplier;
        this.mapped = mapped;
        this.byName = byName;
        this.byId = byId;
        this.teachers = teachers;
        for (var community : communities) {
            for (var school : community.schoolIds()) {
                bySchool.computeIfAbsent(school, _ -> new ArrayList<>()).add(community);
            }
        }
    }

    String supplier() {
        return supplier;
    }

    Optional<String> findMapped(NameKey key) {
        return mapped.find(key);
    }

    /** What somebody said a name stands for goes before what bears it; a school that is gone does not. */
    Optional<School> findMappedSchool(SaidRow.School said) {
        return mapped.find(said.key(supplier)).flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    List<School> schools(String name) {
        return byName.getOrDefault(Names.normalize(name), List.of());
    }

    /** Whom a row means: nobody, one, or all who could be meant. */
    List<Teacher> teachers(SaidRow.Teacher said, List<School> taking) {
        return teachers.find(supplier, said, teacherSchools(said, taking));
    }

    /**
     * Where a teacher is looked for: at the schools that bear the name that is said, or at those that take part if none is said.
     * Those that take part tell schools of one name apart.
     */
    List<School> teacherSchools(SaidRow.Teacher said, List<School> taking) {
        if (said.schoolName() == null) {
            return taking;
        }
        var named = schools(said.schoolName());
        var both = named.stream().filter(taking::contains).toList();
        return both.isEmpty() ? named : both;
    }

    /** Communities that all schools belong to. */
    List<Community> communities(List<School> taking) {
        var ids = taking.stream().map(School::id).collect(Collectors.toSet());
        return bySchool.getOrDefault(taking.getFirst().id(), List.of()).stream()
                .filter(community -> new HashSet<>(community.schoolIds()).containsAll(ids))
                .toList();
    }
}
