package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.SandboxTokens.Issued;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** Somebody who has no account tries the API with a token of the sandbox. */
@BackendTest
class SandboxTokensTest {
    private final ApplicationContext app;
    private final TestClock clock;
    private final Api api;
    /** Each test has its own, so that none is full by another. */
    private final String account = "visitor-" + UUID.randomUUID();

    private final SandboxTokens sandbox;

    @Autowired
    SandboxTokensTest(ApplicationContext app, TestClock clock, @LocalServerPort int port) {
        this.app = app;
        this.clock = clock;
        api = Api.at(port);
        app.getBean(Accounts.class).put(account, "沙盒访客", account, null, List.of(Grant.everywhere(Role.DEVELOPER)));
        sandbox = sandboxOf(Optional.of(() -> account));
    }

    private SandboxTokens sandboxOf(Optional<SandboxAccount> of) {
        return new SandboxTokens(
                of, app.getBean(TokenStore.class), app.getBean(Tokens.class), app.getBean(Accounts.class), clock);
    }

    private Issued issue(String address) {
        return sandbox.issue(UUID.randomUUID(), address);
    }

    private String secret(String address) {
        return Objects.requireNonNull(issue(address).secret());
    }

    private List<String> codes(String token, String document) {
        return api.ask(token, document, Map.of()).codes();
    }

    private void refuses(ErrorCode code, SandboxTokens tokens, String address) {
        assertThatThrownBy(() -> tokens.issue(UUID.randomUUID(), address))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }

    @Test
    void readsWhatADeveloperMay() {
        var token = secret("192.0.2.1");
        assertThat(codes(token, "{ communities(first: 3) { edges { node { name } } } }"))
                .isEmpty();
        assertThat(codes(token, "{ accounts(first: 1) { edges { node { name } } } }"))
                .containsExactly("FORBIDDEN");
        assertThat(codes(token, "{ teachers(first: 1) { edges { node { name } } } }"))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void changesNothingAndMakesNoOtherTokens() {
        var token = secret("192.0.2.2");
        var wanted = "{id: \"%s\", name: \"x\", scope: READ, lastDay: \"2026-01-01\"}".formatted(UUID.randomUUID());
        for (var mutation : List.of(
                "issueToken(input: " + wanted + ") { secret }",
                "signOutEverywhere { signedOut }",
                "issueSandboxToken(input: {id: \"%s\"}) { secret }".formatted(UUID.randomUUID()))) {
            assertThat(codes(token, "mutation { " + mutation + " }")).containsExactly("FORBIDDEN");
        }
    }

    /** All who try share an account: what is its own is nobody's. */
    @Test
    void knowsNothingOfOthersWhoTry() {
        issue("192.0.2.3");
        var token = secret("192.0.2.4");
        var answer = api.ask(token, "{ accessTokens(first: 9) { edges { node { id } } } devices { id } }", Map.of());
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.at("/data").findValues("id")).isEmpty();
    }

    @Test
    void isToldOnce() {
        var id = UUID.randomUUID();
        var first = sandbox.issue(id, "192.0.2.5");
        var again = sandbox.issue(id, "192.0.2.5");
        assertThat(first.secret()).hasSize(43);
        assertThat(again.secret()).isNull();
        assertThat(again.expiresAt()).isEqualTo(first.expiresAt());
    }

    @Test
    void thereAreSoManyForAnAddressUntilTheyEnd() {
        IntStream.range(0, SandboxTokens.MOST_OF_ADDRESS).forEach(number -> issue("192.0.2.6"));
        refuses(ErrorCode.SANDBOX_FULL, sandbox, "192.0.2.6");
        var token = secret("192.0.2.7");
        clock.advance(Duration.ofDays(1));
        try {
            assertThat(api.ask(token, "{ viewer { name } }", Map.of()).status()).isEqualTo(401);
            assertThat(issue("192.0.2.6").secret()).isNotNull();
            assertThat(app.getBean(TokenStore.class).countSandbox(account, "").all())
                    .isEqualTo(1);
        } finally {
            clock.release();
        }
    }

    @Test
    void isClosedWhereThereIsNoDemoOrItsAccountIsClosed() {
        refuses(ErrorCode.SANDBOX_CLOSED, sandboxOf(Optional.empty()), "192.0.2.8");
        refuses(ErrorCode.SANDBOX_CLOSED, sandboxOf(Optional.of(() -> "nobody")), "192.0.2.8");
        var answer = api.call(null, "IssueSandboxToken", Map.of("input", Map.of("id", UUID.randomUUID())));
        assertThat(answer.at("/data/issueSandboxToken/secret").isNull()).isTrue();
        assertThat(answer.at("/data/issueSandboxToken/errors/0/code").asString())
                .isEqualTo("SANDBOX_CLOSED");
    }
}
