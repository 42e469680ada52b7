package org.tongke.frontend.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.frontend.contract.types.Role.CLERK;
import static org.tongke.frontend.contract.types.Role.COUNTY_OFFICER;
import static org.tongke.frontend.contract.types.Role.RESOURCE_CENTRE;
import static org.tongke.frontend.contract.types.Role.SUPPLIER;
import static org.tongke.frontend.contract.types.Role.TEACHER;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.RoleGrant;

class PlaceTest {
    @Test
    void followsFromTheRoles() {
        assertThat(places(TEACHER)).isEqualTo("/m/today /m/week /find /resources /me");
        assertThat(places(CLERK)).isEqualTo("/m/today /m/week /school /m/upload /me");
        assertThat(places(TEACHER, CLERK)).isEqualTo("/m/today /m/week /school /m/upload /me");
        assertThat(places(COUNTY_OFFICER)).isEqualTo("/progress /roster /review /me");
        assertThat(places(RESOURCE_CENTRE)).isEqualTo("/pushes /resources /recommendations /me");
        assertThat(places(TEACHER, RESOURCE_CENTRE)).isEqualTo("/m/today /m/week /find /resources /me");
        assertThat(places(SUPPLIER)).isEqualTo("/exchange /me");
    }

    private static String places(Role... roles) {
        var account = Account.newBuilder()
                .roles(Stream.of(roles)
                        .map(role -> RoleGrant.newBuilder().role(role).build())
                        .toList())
                .build();
        return Place.of(new SignedIn("token", account)).stream()
                .map(Place::path)
                .collect(Collectors.joining(" "));
    }
}
