package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** An office enters accounts below it, gives and takes roles, closes and opens them; and whoever it is signs in with the code. */
@BackendTest
class AccountEditsTest {
    private static final String COUNTY = "330382";
    private static final String PASSWORD = "秋水共长天一色 2021";
    private static final String ACCOUNT = "account { id revision name signInState roles { role label } } ";
    private static final String ERRORS = "errors { code path }";

    private final World world;
    private final Accounts accounts;
    private final TestClock clock;
    private final Api api;
    private final School school;
    private final School neighbour;
    private final Person county;

    @Autowired
    AccountEditsTest(ApplicationContext app, TestClock clock, @LocalServerPort int port) {
        world = World.in(app);
        accounts = app.getBean(Accounts.class);
        this.clock = clock;
        api = Api.at(port);
        school = world.school(COUNTY);
        neighbour = world.school(COUNTY);
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
    }

    private Answer send(Person caller, String mutation, String type, Map<String, ?> input) {
        var code = type.startsWith("Create") || type.startsWith("Reset") ? "startCode " : "";
        return api.ask(
                caller.token(),
                "mutation($input: %s!) { it: %s(input: $input) { %s%s%s } }"
                        .formatted(type, mutation, ACCOUNT, code, ERRORS),
                Map.of("input", input));
    }

    private static String said(Answer answer) {
        var codes = answer.json().findValuesAsString("code");
        return codes.isEmpty()
                ? answer.at("/data/it/account/signInState").asString() + " "
                        + answer.at("/data/it/account/roles").findValuesAsString("role")
                : String.join(",", codes);
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }

    private Map<String, Object> clerk(String signInName) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "name",
                "钱文书",
                "signInName",
                signInName,
                "role",
                "CLERK",
                "placeId",
                id(school)));
    }

    private static String newName() {
        return "n-" + UUID.randomUUID();
    }

    private static Map<String, Object> of(Answer answer) {
        return new HashMap<>(Map.of(
                "accountId",
                answer.at("/data/it/account/id").asString(),
                "expectedRevision",
                answer.at("/data/it/account/revision").asLong()));
    }

    private Answer signIn(String name, String password, String newPassword) {
        var input = new HashMap<String, Object>(Map.of("signInName", name, "password", password));
        if (!newPassword.isEmpty()) {
            input.put("newPassword", newPassword);
        }
        return api.call(null, "SignIn", Map.of("input", input));
    }

    private static String codeOf(Answer signIn) {
        return signIn.at("/data/signIn/errors/0/code").asString("");
    }

    @Test
    void theCodeIsToldOnceAndBecomesAPassword() {
        var name = newName();
        var wanted = clerk(name);
        var first = send(county, "createAccount", "CreateAccountInput", wanted);
        assertThat(said(first)).isEqualTo("START_CODE [CLERK]");
        var code = first.at("/data/it/startCode").asString();
        assertThat(code).matches("[2-9A-Z]{4}(-[2-9A-Z]{4}){2}");
        var again = send(county, "createAccount", "CreateAccountInput", wanted);
        assertThat(said(again)).isEqualTo("START_CODE [CLERK]");
        assertThat(again.at("/data/it/startCode").isNull()).isTrue();

        assertThat(codeOf(signIn(name, "WRNG-WRNG-WRNG", PASSWORD))).isEqualTo("SIGN_IN_FAILED");
        assertThat(codeOf(signIn(name, code, ""))).isEqualTo("PASSWORD_NEEDED");
        assertThat(codeOf(signIn(name, code, "1234567"))).isEqualTo("PASSWORD_WEAK");
        assertThat(codeOf(signIn(name, code, "aaaaaaaaaaaa"))).isEqualTo("PASSWORD_WEAK");
        assertThat(codeOf(signIn(name, code, name + "1"))).isEqualTo("PASSWORD_WEAK");
        assertThat(codeOf(signIn(name, code, "课".repeat(9) + "abcdef".repeat(10))))
                .isEqualTo("TOO_LONG");
        var typed = code.toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(signIn(name, typed, PASSWORD).header("Set-Cookie")).startsWith("tongke-device=");
        // the answer was lost
        assertThat(signIn(name, code, PASSWORD).header("Set-Cookie")).startsWith("tongke-device=");
        assertThat(codeOf(signIn(name, code, "another password"))).isEqualTo("SIGN_IN_FAILED");
        assertThat(signIn(name, PASSWORD, "").header("Set-Cookie")).startsWith("tongke-device=");
    }

    @Test
    void anAccountBeginsWithTheFirstSignInAndNotWithLaterCodes() {
        var name = newName();
        var created = send(county, "createAccount", "CreateAccountInput", clerk(name));
        var id = GlobalId.rawOf("Account", created.at("/data/it/account/id").asString())
                .orElseThrow();
        assertThat(accounts.begunAt(id)).as("before").isEmpty();
        var entered = clock.instant();
        clock.advance(Duration.ofDays(2));
        try {
            signIn(name, created.at("/data/it/startCode").asString(), PASSWORD);
            var begun = accounts.begunAt(id).orElseThrow();
            assertThat(begun).isAfter(entered.plus(Duration.ofDays(1)));
            var reset = of(created);
            reset.put("id", UUID.randomUUID());
            reset.put("expectedRevision", 2);
            var code = send(county, "resetPassword", "ResetPasswordInput", reset)
                    .at("/data/it/startCode")
                    .asString();
            clock.advance(Duration.ofDays(2));
            assertThat(signIn(name, code, PASSWORD).header("Set-Cookie")).startsWith("tongke-device=");
            assertThat(accounts.begunAt(id)).contains(begun);
        } finally {
            clock.release();
        }
    }

    @Test
    void aCodeEndsAfterFourteenDays() {
        var name = newName();
        var code = send(county, "createAccount", "CreateAccountInput", clerk(name))
                .at("/data/it/startCode")
                .asString();
        clock.advance(Duration.ofDays(14).plusSeconds(1));
        try {
            assertThat(codeOf(signIn(name, code, PASSWORD))).isEqualTo("START_CODE_EXPIRED");
        } finally {
            clock.release();
        }
    }

    @Test
    void aNameIsTakenOnceAndAnIdToo() {
        var wanted = clerk(newName());
        send(county, "createAccount", "CreateAccountInput", wanted);
        var other = new HashMap<>(wanted);
        other.put("id", UUID.randomUUID());
        assertThat(said(send(county, "createAccount", "CreateAccountInput", other)))
                .isEqualTo("NAME_TAKEN");
        other = new HashMap<>(wanted);
        other.put("signInName", newName());
        assertThat(said(send(county, "createAccount", "CreateAccountInput", other)))
                .isEqualTo("ID_REUSED");
        other.put("signInName", "a b");
        assertThat(said(send(county, "createAccount", "CreateAccountInput", other)))
                .isEqualTo("MALFORMED");
    }

    @Test
    void allThatIsWrongWithAFormIsSaidAtOnce() {
        var wanted = clerk("-");
        wanted.put("name", " ");
        wanted.put("placeId", new GlobalId("Region", COUNTY).encode());
        var refused = send(county, "createAccount", "CreateAccountInput", wanted);
        assertThat(said(refused)).isEqualTo("REQUIRED,MALFORMED,PLACE_UNFIT");
        var empty = clerk(" ");
        empty.put("name", "");
        empty.remove("placeId");
        assertThat(said(send(county, "createAccount", "CreateAccountInput", empty)))
                .isEqualTo("REQUIRED,REQUIRED,REQUIRED");
        assertThat(refused.at("/data/it/errors").findValues("path").toString())
                .contains("\"name\"", "\"signInName\"", "\"placeId\"");
    }

    @Test
    void aRoleHoldsWhereItFits() {
        var wanted = clerk(newName());
        wanted.put("placeId", new GlobalId("Region", COUNTY).encode());
        assertThat(said(send(county, "createAccount", "CreateAccountInput", wanted)))
                .isEqualTo("PLACE_UNFIT");
        wanted.remove("placeId");
        assertThat(said(send(county, "createAccount", "CreateAccountInput", wanted)))
                .isEqualTo("REQUIRED");
    }

    @Test
    void severalRolesAreGivenAndTakenButTheLast() {
        var account = send(county, "createAccount", "CreateAccountInput", clerk(newName()));
        var input = of(account);
        input.put("role", "TEACHER");
        input.put("placeId", id(neighbour));
        var granted = send(county, "grantRole", "RoleInput", input);
        assertThat(said(granted)).isEqualTo("START_CODE [CLERK, TEACHER]");
        // again, with the revision of before: nothing to do
        assertThat(said(send(county, "grantRole", "RoleInput", input))).isEqualTo("START_CODE [CLERK, TEACHER]");
        assertThat(said(send(county, "revokeRole", "RoleInput", input))).isEqualTo("REVISION_STALE");
        input.putAll(of(granted));
        var revoked = send(county, "revokeRole", "RoleInput", input);
        assertThat(said(revoked)).isEqualTo("START_CODE [CLERK]");
        input.putAll(of(revoked));
        input.put("role", "CLERK");
        input.put("placeId", id(school));
        assertThat(said(send(county, "revokeRole", "RoleInput", input))).isEqualTo("LAST_ROLE");
    }

    /** Or a county would get hold of an officer by way of the class that he teaches. */
    @Test
    void whoeverIsSomethingHigherAsWellIsManagedByThoseAboveThat() {
        var administrator = world.person(Role.ADMINISTRATOR);
        var account = send(county, "createAccount", "CreateAccountInput", clerk(newName()));
        var input = of(account);
        input.put("role", "COUNTY_OFFICER");
        input.put("placeId", new GlobalId("Region", "330381").encode());
        assertThat(said(send(county, "grantRole", "RoleInput", input))).isEqualTo("NOT_YOUR_OFFICE");
        var both = send(administrator, "grantRole", "RoleInput", input);
        assertThat(said(both)).isEqualTo("START_CODE [CLERK, COUNTY_OFFICER]");
        var reset = of(both);
        reset.put("id", UUID.randomUUID());
        assertThat(said(send(county, "resetPassword", "ResetPasswordInput", reset)))
                .isEqualTo("NOT_YOUR_OFFICE");
        assertThat(said(send(county, "closeAccount", "AccountInput", of(both)))).isEqualTo("NOT_YOUR_OFFICE");
    }

    @Test
    void nobodyManagesTheOwnAccount() {
        var administrator = world.person(Role.ADMINISTRATOR);
        var own = Map.of("accountId", new GlobalId("Account", administrator.account()).encode(), "expectedRevision", 1);
        assertThat(said(send(administrator, "closeAccount", "AccountInput", own)))
                .isEqualTo("NOT_YOUR_OFFICE");
    }

    @Test
    void closingEndsDevicesAndSignInUntilItIsOpenedAgain() {
        var name = newName();
        var created = send(county, "createAccount", "CreateAccountInput", clerk(name));
        var cookie = cookieOf(signIn(name, created.at("/data/it/startCode").asString(), PASSWORD));
        assertThat(isSignedIn(cookie)).isTrue();
        var input = of(created);
        input.put("expectedRevision", 2);
        var closed = send(county, "closeAccount", "AccountInput", input);
        assertThat(said(closed)).isEqualTo("CLOSED [CLERK]");
        assertThat(said(send(county, "closeAccount", "AccountInput", input))).isEqualTo("CLOSED [CLERK]");
        assertThat(isSignedIn(cookie)).isFalse();
        assertThat(codeOf(signIn(name, PASSWORD, ""))).isEqualTo("SIGN_IN_FAILED");
        var reset = of(closed);
        reset.put("id", UUID.randomUUID());
        assertThat(said(send(county, "resetPassword", "ResetPasswordInput", reset)))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(said(send(county, "reopenAccount", "AccountInput", of(closed))))
                .isEqualTo("PASSWORD [CLERK]");
        assertThat(signIn(name, PASSWORD, "").header("Set-Cookie")).startsWith("tongke-device=");
        assertThat(isSignedIn(cookie)).isFalse();
    }

    @Test
    void aResetTakesThePasswordAndTheDevices() {
        var name = newName();
        var created = send(county, "createAccount", "CreateAccountInput", clerk(name));
        var cookie = cookieOf(signIn(name, created.at("/data/it/startCode").asString(), PASSWORD));
        assertThat(isSignedIn(cookie)).isTrue();
        var input = of(created);
        input.put("expectedRevision", 2);
        input.put("id", UUID.randomUUID());
        var reset = send(county, "resetPassword", "ResetPasswordInput", input);
        var again = send(county, "resetPassword", "ResetPasswordInput", input);
        assertThat(said(reset)).isEqualTo("START_CODE [CLERK]");
        assertThat(again.at("/data/it/account/revision")).isEqualTo(reset.at("/data/it/account/revision"));
        assertThat(again.at("/data/it/startCode").isNull()).isTrue();
        assertThat(isSignedIn(cookie)).isFalse();
        assertThat(codeOf(signIn(name, PASSWORD, ""))).isEqualTo("SIGN_IN_FAILED");
        assertThat(codeOf(signIn(name, reset.at("/data/it/startCode").asString(), "")))
                .isEqualTo("PASSWORD_NEEDED");
    }

    @Test
    void listsWhatIsBelowByNamePinyinAndRole() {
        var name = newName();
        send(county, "createAccount", "CreateAccountInput", clerk(name));
        var clerkNextDoor = world.person(Role.CLERK, neighbour.key());
        assertThat(found(county, "qianwenshu", null)).containsOnlyOnce("钱文书");
        assertThat(found(county, "qws", "CLERK")).contains("钱文书");
        assertThat(found(county, "qws", "TEACHER")).doesNotContain("钱文书");
        assertThat(found(county, name, null)).contains("钱文书");
        assertThat(found(clerkNextDoor, "qws", null)).doesNotContain("钱文书");
    }

    private String found(Person caller, String name, @Nullable String role) {
        var values = new HashMap<String, Object>(Map.of("name", name, "place", id(school)));
        if (role != null) {
            values.put("role", role);
        }
        return api.ask(
                        caller.token(),
                        "query($place: ID, $name: String, $role: Role) { accounts(placeId: $place, name: $name, role: $role)"
                                + " { edges { node { name viewerCanManage } } } }",
                        values)
                .body();
    }

    private static String cookieOf(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst("tongke-device=([^;]*);.*", "$1");
    }

    private boolean isSignedIn(String cookie) {
        return api.call(cookie, "Viewer", Map.of()).at("/data/viewer").isObject();
    }
}
