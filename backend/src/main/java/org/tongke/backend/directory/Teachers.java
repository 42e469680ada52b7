package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;

/** The teachers: what others may ask and do. */
@Component
public class Teachers {
    private final TeacherStore store;

    Teachers(TeacherStore store) {
        this.store = store;
    }

    /**
     * Enters a teacher, or what is new about him or her. Repeating it changes nothing.
     *
     * @throws RefusedException ID_REUSED where another teacher has the number
     */
    public Teacher put(String id, String name, School school, @Nullable String subjectCode, @Nullable String number) {
        var teacher = new Teacher(id, name, school.id(), subjectCode, number, school.places());
        store.put(teacher);
        return teacher;
    }

    /** The teacher with a raw id. */
    public Optional<Teacher> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Teachers by raw id; those that are not there are missing. At most one round trip. */
    public Map<String, Teacher> findAll(Collection<String> ids, Scope scope) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids, scope).stream().collect(Collectors.toMap(Teacher::id, Function.identity()));
    }

    /** Teachers of some schools, in the order of their names. At most one round trip. */
    public List<Teacher> listOf(Collection<String> schoolIds, int limit) {
        return schoolIds.isEmpty() ? List.of() : store.list(schoolIds, limit);
    }

    /**
     * Teachers with one of some raw ids or numbers, wherever they are, and those of some schools who bear one of some names, however
     * it is written ({@link Names#normalize}). At most one round trip.
     */
    public List<Teacher> findCalled(
            Collection<String> ids,
            Collection<String> numbers,
            Collection<String> schoolIds,
            Collection<String> names,
            Scope scope) {
        if (ids.isEmpty() && numbers.isEmpty() && (schoolIds.isEmpty() || names.isEmpty())) {
            return List.of();
        }
        var normalized = names.stream().map(Names::normalize).collect(Collectors.toSet());
        return store.findCalled(ids, numbers, schoolIds, normalized, scope);
    }
}
