package org.tongke.backend.directory;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;

/** The teachers: what others may ask and do. */
@Component
public class Teachers {
    /** Name of the list of teachers for page requests. */
    public static final String LIST = TeacherStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final TeacherStore store;
    private final Clock clock;

    Teachers(TeacherStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Enters a teacher, or what is new about him or her. Repeating it changes nothing.
     *
     * @throws RefusedException ID_REUSED where another teacher has the number
     */
    public Teacher put(String id, String name, School school, @Nullable String subjectCode, @Nullable String number) {
        var teacher = new Teacher(id, name, school.id(), subjectCode, number, school.places());
        while (true) {
            var before = store.find(id, Scope.EVERYWHERE).orElse(null);
            if (before != null && before.revision() > 0 && before.saysAs(teacher)) {
                return before;
            }
            var change = new TeacherChange(before, teacher);
            if (store.writeAll(List.of(change), Origin.system("directory"), clock.instant())) {
                return teacher.at(before == null ? 1 : before.revision() + 1);
            }
            checkNobodyHas(number, id);
        }
    }

    private void checkNobodyHas(@Nullable String number, String id) {
        var numbers = number == null ? List.<String>of() : List.of(number);
        if (findCalled(List.of(), numbers, List.of(), List.of(), Scope.EVERYWHERE).stream()
                .anyMatch(other -> !other.id().equals(id))) {
            throw new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of("number")));
        }
    }

    /**
     * Writes teachers, each to what stood when it was read. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some, or has a number, and they must be read again
     */
    public boolean write(Collection<TeacherChange> changes, Origin by) {
        return store.writeAll(changes, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Teachers with one of some numbers, wherever they are, and all of some schools. One round trip. */
    public List<Teacher> findNumberedOrOf(Collection<String> numbers, Collection<String> schoolIds) {
        return numbers.isEmpty() && schoolIds.isEmpty() ? List.of() : store.findNumberedOrOf(numbers, schoolIds);
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

    /** Teachers of some schools who have not left, in the order of their names. At most one round trip. */
    public List<Teacher> listOf(Collection<String> schoolIds, int limit) {
        return schoolIds.isEmpty() ? List.of() : store.listOf(schoolIds, limit);
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

    /**
     * How many teachers who have not left each school of some regions has, by raw id of the school; a school that has none is missing. One round
     * trip.
     *
     * @param regionCodes codes of the regions
     * @param subjectCodes only those of these subjects; none for all
     */
    public Map<String, Integer> countBySchool(Collection<String> regionCodes, Collection<String> subjectCodes) {
        var places =
                regionCodes.stream().map(code -> PlaceKey.region(code).value()).toList();
        return store.countBySchool(places, subjectCodes);
    }

    /** Teachers in the order of their names. */
    public Connection<Teacher> list(TeacherFilter filter, PageRequest page, Scope scope) {
        return Connection.of(store.list(filter, page, scope), page, TeacherStore::cursorOf);
    }

    /** How many teachers there are. One round trip. */
    public long count(TeacherFilter filter, Scope scope) {
        return store.count(filter, scope);
    }
}
