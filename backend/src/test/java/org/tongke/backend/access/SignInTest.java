package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** A browser signs in and out. */
@BackendTest
class SignInTest {
    private static final String PASSWORD = "同课 2021";

    private final ApplicationContext app;
    private final Account account;
    private final Api api;

    @Autowired
    SignInTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        account = World.in(app).account(PASSWORD);
        api = Api.at(port);
    }

    private Answer signIn(@Nullable String cookie, String name, String password) {
        return api.call(cookie, "SignIn", Map.of("input", Map.of("signInName", name, "password", password)));
    }

    private static String tokenOf(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst("tongke-device=([^;]*);.*", "$1");
    }

    private boolean isSignedIn(String cookie) {
        return api.call(cookie, "Viewer", Map.of()).at("/data/viewer").isObject();
    }

    @Test
    void setsACookieThatScriptsCannotReadForSixtyDays() {
        var answer = signIn(null, account.signInName(), PASSWORD);
        assertThat(answer.at("/data/signIn/errors").isEmpty()).isTrue();
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie.replaceFirst("=[\\w-]{43};", "=TOKEN;").replaceFirst("Expires=[^;]*;", ""))
                .isEqualTo("tongke-device=TOKEN;Path=/;Max-Age=5184000;HttpOnly;SameSite=Lax");
        assertThat(api.call(tokenOf(answer), "Viewer", Map.of()).body()).contains("张老师");
        assertThat(answer.body()).doesNotContain(tokenOf(answer));
    }

    @Test
    void keepsTheCookieToHttpsWhereThePagesAre() {
        assertThat(new DeviceCookie("https://tongke.example").set("token")).contains("; Secure;");
        assertThat(new DeviceCookie("https://tongke.example").clear()).contains("; Secure;");
        assertThat(new DeviceCookie("http://localhost:8080").set("token")).doesNotContain("Secure");
    }

    @Test
    void doesNotMindCaseAndBlanksInTheName() {
        var answer = signIn(null, " " + account.signInName().toUpperCase(Locale.ROOT) + " ", PASSWORD);
        assertThat(answer.at("/data/signIn/account/name").asString()).isEqualTo("张老师");
    }

    /** The account of these tests has no role: it can still see that, and leave. */
    @Test
    void isPossibleWithoutARole() {
        var cookie = tokenOf(signIn(null, account.signInName(), PASSWORD));
        assertThat(api.call(cookie, "Viewer", Map.of()).at("/data/viewer/roles").isEmpty())
                .isTrue();
        assertThat(api.call(cookie, "MyWeek", Map.of()).codes()).containsExactly("FORBIDDEN");
    }

    /** Nobody learns which names there are. */
    @Test
    void saysTheSameOfAWrongNameAndAWrongPassword() {
        var wrongPassword = signIn(null, account.signInName(), "falsch");
        assertThat(wrongPassword.at("/data/signIn/errors/0/code").asString()).isEqualTo("SIGN_IN_FAILED");
        assertThat(wrongPassword.header("Set-Cookie")).isEmpty();
        assertThat(signIn(null, "nobody-of-that-name", PASSWORD).body()).isEqualTo(wrongPassword.body());
        var withoutPassword = World.in(app).person(Role.DEVELOPER);
        assertThat(signIn(null, withoutPassword.account(), "nobody").body()).isEqualTo(wrongPassword.body());
        assertThat(signIn(null, withoutPassword.account(), "").body()).isEqualTo(wrongPassword.body());
    }

    /** BCrypt looks at the first 72 bytes and refuses more. */
    @Test
    void answersAPasswordOfAnyLength() {
        var answer = signIn(null, account.signInName(), "课".repeat(10_000));
        assertThat(answer.at("/data/signIn/errors/0/code").asString()).isEqualTo("SIGN_IN_FAILED");
    }

    @Test
    void makesADeviceOfItsOwnEachTime() {
        var phone = tokenOf(signIn(null, account.signInName(), PASSWORD));
        var desk = tokenOf(signIn(null, account.signInName(), PASSWORD));
        api.call(phone, "SignOut", Map.of());
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(isSignedIn(desk)).isTrue();
    }

    @Test
    void endsTheDeviceBeforeItOnTheSameBrowser() {
        var before = tokenOf(signIn(null, account.signInName(), PASSWORD));
        var after = tokenOf(signIn(before, account.signInName(), PASSWORD));
        assertThat(isSignedIn(before)).isFalse();
        assertThat(isSignedIn(after)).isTrue();
    }

    @Test
    void signingOutEndsTheTokenAtOnceAndTakesTheCookieBack() {
        var cookie = tokenOf(signIn(null, account.signInName(), PASSWORD));
        assertThat(isSignedIn(cookie)).isTrue();
        var answer = api.call(cookie, "SignOut", Map.of());
        assertThat(answer.header("Set-Cookie").replaceFirst("Expires=[^;]*;", ""))
                .isEqualTo("tongke-device=;Path=/;Max-Age=0;HttpOnly;SameSite=Lax");
        assertThat(isSignedIn(cookie)).isFalse();
        assertThat(api.ask(cookie, "{ viewer { id } }", Map.of()).status()).isEqualTo(401);
        assertThat(api.call(cookie, "SignOut", Map.of())
                        .at("/data/signOut/signedOut")
                        .booleanValue())
                .isTrue();
    }

    /** The pages' server passes the browser's token on so. */
    @Test
    void signingOutEndsADeviceTokenThatCameAsBearerToken() {
        var token = tokenOf(signIn(null, account.signInName(), PASSWORD));
        signOutAs(token);
        assertThat(isSignedIn(token)).isFalse();
        assertThat(api.ask(token, "{ viewer { id } }", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void signingOutLeavesAProgramItsToken() {
        var program = World.in(app).person(Role.DEVELOPER).token();
        signOutAs(program);
        assertThat(api.ask(program, "{ viewer { id } }", Map.of()).status()).isEqualTo(200);
    }

    private void signOutAs(String token) {
        var answer = api.ask(token, "mutation { signOut { signedOut } }", Map.of());
        assertThat(answer.at("/data/signOut/signedOut").booleanValue()).isTrue();
    }
}
