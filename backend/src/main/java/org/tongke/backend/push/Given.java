package org.tongke.backend.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.resource.GivenResources;

/**
 * What people of schools are given by pushes. Where a rule names subjects, that are the clerks and those teachers of whom the directory says that they
 * teach one; nothing is kept for each.
 */
@Component
class Given implements GivenResources {
    private final PushStore pushes;
    private final DeliveryStore deliveries;
    private final Teachers teachers;

    Given(PushStore pushes, DeliveryStore deliveries, Teachers teachers) {
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.teachers = teachers;
    }

    /** Two round trips, and one more to find the caller's subject where somebody asks who is a teacher of the directory. */
    @Override
    public Map<String, Set<String>> of(Optional<Viewer> viewer, Collection<String> schoolIds) {
        var found = new HashMap<String, Set<String>>();
        pushesFor(viewer, schoolIds, Instant.EPOCH)
                .forEach((school, all) -> all.stream()
                        .filter(Push::isDelivered)
                        .forEach(push -> found.computeIfAbsent(school, _ -> new HashSet<>())
                                .add(push.said().resourceId())));
        return found;
    }

    /**
     * The same as pushes, in whatever state.
     *
     * @param since only those to which something happened from then on
     */
    Map<String, List<Push>> pushesFor(Optional<Viewer> viewer, Collection<String> schoolIds, Instant since) {
        var ids = deliveries.pushesOf(schoolIds);
        var all =
                pushes
                        .findAll(
                                ids.values().stream()
                                        .flatMap(Collection::stream)
                                        .collect(Collectors.toSet()),
                                since)
                        .stream()
                        .collect(Collectors.toMap(Push::id, Function.identity()));
        var subject = subjectOf(viewer);
        var found = new HashMap<String, List<Push>>();
        ids.forEach((school, some) -> some.forEach(id -> Optional.ofNullable(all.get(id))
                .filter(push ->
                        viewer.filter(one -> !isFor(push, one, school, subject)).isEmpty())
                .ifPresent(push ->
                        found.computeIfAbsent(school, _ -> new ArrayList<>()).add(push))));
        return found;
    }

    private Optional<String> subjectOf(Optional<Viewer> viewer) {
        return viewer.flatMap(Viewer::findTeacher)
                .flatMap(id -> teachers.find(id, Scope.EVERYWHERE))
                .map(Teacher::subjectCode);
    }

    private static boolean isFor(Push push, Viewer viewer, String schoolId, Optional<String> subject) {
        var subjects = push.said().rule().subjectCodes();
        return subjects.isEmpty()
                || subject.filter(subjects::contains).isPresent()
                || viewer.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.CLERK
                                && PlaceKey.school(schoolId).equals(grant.place()));
    }
}
