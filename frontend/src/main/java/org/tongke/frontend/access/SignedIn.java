package org.tongke.frontend.access;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.contract.types.School;

/**
 * The person at the browser, as the backend described him or her within the last five seconds.
 *
 * @param token device token of the browser
 * @param account the account
 */
public record SignedIn(String token, Account account) implements Principal {

    /** Whoever is signed in in this thread. */
    public static Optional<SignedIn> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** What the person may be, wherever. */
    public Set<Role> roles() {
        return account.getRoles().stream().map(RoleGrant::getRole).collect(Collectors.toSet());
    }

    /** Whether the person has one of these roles, wherever. */
    public boolean is(Role... wanted) {
        return roles().stream().anyMatch(List.of(wanted)::contains);
    }

    /** Whether the person has a timetable to follow channels with. */
    public boolean hasTimetable() {
        return is(Role.TEACHER, Role.CLERK);
    }

    /** Schools that the person teaches at or is a clerk of. */
    public List<School> schools() {
        var schools = new LinkedHashMap<String, School>();
        for (var grant : account.getRoles()) {
            if (List.of(Role.TEACHER, Role.CLERK).contains(grant.getRole())
                    && grant.getPlace() instanceof School school) {
                schools.putIfAbsent(school.getId(), school);
            }
        }
        return List.copyOf(schools.values());
    }

    /** Whether one of those schools takes part in a lesson. */
    public boolean takesPartIn(Activity lesson) {
        var ids = schools().stream().map(School::getId).toList();
        return lesson.getSchools().stream()
                .map(ActivitySchool::getSchool)
                .anyMatch(school -> school != null && ids.contains(school.getId()));
    }

    /** Regions of whose resource centre the person is. */
    public List<Region> centres() {
        return account.getRoles().stream()
                .filter(grant -> grant.getRole() == Role.RESOURCE_CENTRE)
                .flatMap(
                        grant -> grant.getPlace() instanceof Region region ? Stream.of(region) : Stream.<Region>empty())
                .toList();
    }

    /** Division code of the first region that the person is an officer of. */
    public Optional<String> office() {
        return account.getRoles().stream()
                .flatMap(grant -> grant.getPlace() instanceof Region region
                        ? Optional.of(region.getCode()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    /** Division code of the county of the first school that the person belongs to. */
    public Optional<String> homeCounty() {
        return account.getRoles().stream()
                .flatMap(grant -> grant.getPlace() instanceof School school
                        ? Optional.of(school.getCounty().getCode()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    /** Name of the office or school for which the person acts first, and the person's own. */
    public String unit() {
        var place = account.getRoles().stream()
                .flatMap(grant -> switch (grant.getPlace()) {
                    case Region region -> Stream.of(region.getName());
                    case School school -> Stream.of(school.getName());
                    case null, default -> Stream.<String>empty();
                })
                .findFirst();
        return place.map(name -> name + " " + account.getName()).orElseGet(account::getName);
    }

    @Override
    public String getName() {
        return account.getName();
    }

    @Override
    public String toString() {
        return "SignedIn[" + account.getId() + "]";
    }
}
