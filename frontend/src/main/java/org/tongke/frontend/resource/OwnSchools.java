package org.tongke.frontend.resource;

import java.util.LinkedHashMap;
import java.util.List;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.School;

/** Schools that the person at the browser teaches at or is a clerk of. */
final class OwnSchools {
    private OwnSchools() {}

    static List<School> list() {
        var schools = new LinkedHashMap<String, School>();
        SignedIn.current().stream()
                .flatMap(person -> person.account().getRoles().stream())
                .filter(grant -> grant.getRole() == Role.TEACHER || grant.getRole() == Role.CLERK)
                .forEach(grant -> {
                    if (grant.getPlace() instanceof School school) {
                        schools.putIfAbsent(school.getId(), school);
                    }
                });
        return List.copyOf(schools.values());
    }

    /** Whether one of them takes part in a lesson. */
    static boolean takePartIn(Activity lesson) {
        var ids = list().stream().map(School::getId).toList();
        return lesson.getSchools().stream()
                .anyMatch(part ->
                        part.getSchool() != null && ids.contains(part.getSchool().getId()));
    }
}
