package org.tongke.backend.access.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.Account;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** Roles of accounts with the places where they hold. */
@Controller
class RoleGrantController {
    private final Regions regions;
    private final Schools schools;
    private final Texts texts;

    RoleGrantController(Regions regions, Schools schools, Texts texts) {
        this.regions = regions;
        this.schools = schools;
        this.texts = texts;
    }

    @BatchMapping
    Map<Account, List<RoleGrant>> roles(List<Account> accounts, @ContextValue Locale locale) {
        var schoolIds = accounts.stream()
                .flatMap(account -> account.asViewer().places().stream())
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .collect(Collectors.toSet());
        var found = schoolIds.isEmpty() ? Map.<String, School>of() : schools.findAll(schoolIds, Scope.EVERYWHERE);
        return accounts.stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> account.grants().stream()
                                .map(grant -> roleGrant(grant, found, locale))
                                .toList()));
    }

    private RoleGrant roleGrant(Grant grant, Map<String, School> found, Locale locale) {
        var role = texts.get("access.role." + grant.role(), locale);
        var place = Optional.ofNullable(grant.place())
                .flatMap(key -> key.isRegion()
                        ? regions.find(key.raw()).map(Object.class::cast)
                        : Optional.<Object>ofNullable(found.get(key.raw())));
        var label = place.map(where -> role + " · " + nameOf(where)).orElse(role);
        return new RoleGrant(grant.role(), place.orElse(null), label);
    }

    private static String nameOf(Object place) {
        return place instanceof School school ? school.name() : ((Region) place).name();
    }

    /** A role and the region or school where it holds. */
    record RoleGrant(Role role, @Nullable Object place, String label) {}
}
