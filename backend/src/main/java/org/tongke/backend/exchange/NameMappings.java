package org.tongke.backend.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/**
 * What suppliers' names stand for. A supplier may say it of its own names, for it reaches no lesson with that which it could not
 * reach by sending the right name; administrators may of all. What stands in the timetable already stays as it was resolved.
 */
@Component
public class NameMappings {
    /** Name of the list for page requests. */
    public static final String LIST = NameMappingStore.LIST;

    /** How many values order it. */
    public static final int LIST_KEYS = 1;

    private static final int LONGEST_NAME = 200;

    /** Each failed attempt means that another write came through. */
    private static final int ATTEMPTS = 10;

    private final NameMappingStore store;
    private final Suppliers suppliers;
    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Teachers teachers;
    private final Clock clock;

    NameMappings(
            NameMappingStore store,
            Suppliers suppliers,
            Subjects subjects,
            Grades grades,
            Schools schools,
            Teachers teachers,
            Clock clock) {
        this.store = store;
        this.suppliers = suppliers;
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.teachers = teachers;
        this.clock = clock;
    }

    /**
     * Says what a supplier's name stands for, from now on and for the rows that wait. Repeating it changes nothing.
     *
     * @param to code or name of the subject or grade, or global id of the school or teacher
     * @param scope everywhere for those who may map names of all suppliers
     * @return the mapping as it stands
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED
     */
    public NameMapping map(NameKey key, String to, Viewer viewer, Scope scope) {
        var checked = check(key, viewer, scope);
        put(checked, target(checked, to), Origin.of(viewer));
        KillPoint.reached("map.written");
        return store.find(checked).orElseThrow(() -> new RequestException(ErrorCode.UNAVAILABLE));
    }

    /**
     * Takes back what a supplier's name stands for. Lessons that came by it stay. Repeating it changes nothing.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED
     */
    public void unmap(NameKey key, Viewer viewer, Scope scope) {
        put(check(key, viewer, scope), null, Origin.of(viewer));
    }

    /**
     * The mappings that a viewer may see, in the order of suppliers and names.
     *
     * @param supplierId raw id of the supplier of which it is asked; empty for all
     */
    public Connection<NameMapping> list(Optional<String> supplierId, PageRequest page, Viewer viewer, Scope scope) {
        var found = store.list(Suppliers.within(supplierId, viewer, scope), page);
        return Connection.of(found, page, NameMappingStore::cursorOf);
    }

    /** What names stand for. One round trip, none for no names. */
    MappedNames findTargets(Map<String, NameKey> keys) {
        return new MappedNames(keys, keys.isEmpty() ? Map.of() : store.findTargets(keys.keySet()));
    }

    private void put(NameKey key, @Nullable String to, Origin by) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (store.put(key, to, by, clock.instant())) {
                return;
            }
        }
        throw new RequestException(ErrorCode.UNAVAILABLE);
    }

    private NameKey check(NameKey key, Viewer viewer, Scope scope) {
        if (suppliers.find(key.supplier(), viewer, scope).isEmpty()) {
            throw new RefusedException(Refusal.notFound("supplierId"));
        }
        var within = Values.findText("within", key.within(), LONGEST_NAME);
        if (key.what() == MappedThing.TEACHER && within.isEmpty()) {
            throw Values.refused(ErrorCode.REQUIRED, "within", "REQUIRED");
        }
        return new NameKey(
                key.supplier(), key.what(), Values.text("name", key.name(), LONGEST_NAME), within.orElse(null));
    }

    private String target(NameKey key, String to) {
        var found = switch (key.what()) {
            case SUBJECT -> subjects.find(to).map(Subject::code);
            case GRADE -> grades.find(to).map(Grade::code);
            case SCHOOL ->
                GlobalId.rawOf("School", to)
                        .flatMap(id -> schools.find(id, Scope.EVERYWHERE))
                        .map(School::id);
            case TEACHER ->
                GlobalId.rawOf("Teacher", to)
                        .flatMap(id -> teachers.find(id, Scope.EVERYWHERE))
                        .filter(teacher -> teacher.schoolId().equals(key.within()))
                        .map(Teacher::id);
        };
        return found.orElseThrow(() -> new RefusedException(Refusal.notFound("to")));
    }
}
