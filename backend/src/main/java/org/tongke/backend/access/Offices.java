package org.tongke.backend.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.GrantPlaces.Known;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;

/**
 * Who manages whom: an office manages the roles right below it in its own place (province → city → county → clerks and teachers of its
 * schools; clerk → teachers of the own school; the province also the resource centres), administrators manage all. An account is managed by whoever manages each of its roles, so
 * that nobody gets hold of a role by way of a lower one of the same person.
 */
@Component
public class Offices {
    private final GrantPlaces grantPlaces;

    Offices(GrantPlaces grantPlaces) {
        this.grantPlaces = grantPlaces;
    }

    /** Roles that somebody with a role manages in its place. */
    static List<Role> below(Role role) {
        return switch (role) {
            case PROVINCE_OFFICER -> List.of(Role.CITY_OFFICER, Role.RESOURCE_CENTRE);
            case CITY_OFFICER -> List.of(Role.COUNTY_OFFICER);
            case COUNTY_OFFICER -> List.of(Role.CLERK, Role.TEACHER);
            case CLERK -> List.of(Role.TEACHER);
            case ADMINISTRATOR -> List.of(Role.values());
            case TEACHER, RESOURCE_CENTRE, SUPPLIER, DEVELOPER -> List.of();
        };
    }

    /** Whether a role holds everywhere, not at a place. */
    public static boolean holdsEverywhere(Role role) {
        return role == Role.SUPPLIER || role == Role.DEVELOPER || role == Role.ADMINISTRATOR;
    }

    /** Roles that a viewer can give, somewhere. */
    public static List<Role> grantable(Viewer viewer) {
        return Stream.of(Role.values())
                .filter(role -> viewer.grants().stream()
                        .anyMatch(own -> below(own.role()).contains(role)))
                .toList();
    }

    /** Whether a viewer manages a role at a place. */
    public static boolean isBelow(Viewer viewer, Role role, Collection<String> places) {
        return viewer.grants().stream()
                .filter(own -> below(own.role()).contains(role))
                .anyMatch(own ->
                        own.place() == null || places.contains(own.place().value()));
    }

    /** Raw ids of those accounts that a viewer manages. At most one round trip. */
    public Set<String> managed(Collection<Account> accounts, Viewer viewer) {
        var grants =
                accounts.stream().flatMap(account -> account.grants().stream()).collect(Collectors.toSet());
        var known = grantPlaces.of(grants);
        return accounts.stream()
                .filter(account -> manages(viewer, account, known))
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    static boolean manages(Viewer viewer, Account account, Known known) {
        if (account.id().equals(viewer.account())) {
            return false;
        }
        return account.grants().isEmpty()
                ? isAdministrator(viewer)
                : account.grants().stream().allMatch(grant -> manages(viewer, grant, known));
    }

    static boolean manages(Viewer viewer, Grant grant, Known known) {
        return viewer.grants().stream().anyMatch(own -> isAbove(own, grant, known));
    }

    private static boolean isAbove(Grant own, Grant grant, Known known) {
        if (own.role() == Role.ADMINISTRATOR) {
            return true;
        }
        var place = own.place();
        return place != null
                && below(own.role()).contains(grant.role())
                && known.find(grant)
                        .filter(one -> one.places().contains(place.value()))
                        .isPresent();
    }

    private static boolean isAdministrator(Viewer viewer) {
        return viewer.grants().stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
    }
}
