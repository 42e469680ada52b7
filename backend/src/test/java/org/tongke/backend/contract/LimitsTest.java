package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** What one request can ask of the server. */
@BackendTest
class LimitsTest {
    private static final int LARGEST_BODY = 8 << 20;
    private static final String TOO_LARGE = "413 application/graphql-response+json BAD_REQUEST";

    private final String token;
    private final Api api;

    @Autowired
    LimitsTest(ApplicationContext app, @LocalServerPort int port) {
        token = World.in(app).person(Role.ADMINISTRATOR).token();
        api = Api.at(port);
    }

    private Answer ask(String document) {
        return api.ask(token, document, Map.of());
    }

    @Test
    void aDocumentNestsFifteenDeep() {
        assertThat(ask(nested(15)).codes()).isEmpty();
        assertThat(ask(nested(16)).line()).endsWith(" TOO_DEEP");
        assertThat(ask(nested(2_000)).codes()).containsAnyOf("TOO_DEEP", "BAD_REQUEST");
    }

    /** A document so deep, counted in fields. */
    private static String nested(int depth) {
        return "{ region(code: \"33\") { " + "parent { ".repeat(depth - 2) + "name" + " }".repeat(depth);
    }

    @Test
    void fragmentsDoNotHideDepth() {
        var document = nested(10).replace("name", "...More") + " fragment More on Region { " + "parent { ".repeat(10)
                + "name" + " }".repeat(11);
        assertThat(ask(document).codes()).containsExactly("TOO_DEEP");
        var circle = "{ region(code: \"33\") { ...One } } fragment One on Region { parent { ...One } }";
        assertThat(ask(circle).codes()).containsOnly("BAD_REQUEST");
    }

    @Test
    void aDocumentDoesNotCostTooMuch() {
        var costly =
                "{ communities(first: 100) { edges { node { members { county { children { children { name } } } } } } } }";
        assertThat(ask(costly).line()).endsWith(" TOO_COSTLY");
        assertThat(ask(costly.replace("100", "1")).codes()).isEmpty();
    }

    @Test
    void aliasesCostAsMuchAsTheyBring() {
        var one = "{ children { children { children { name code kind } } } }";
        var document = new StringBuilder("{ ");
        for (int alias = 0; alias < 20; alias++) {
            document.append("a")
                    .append(alias)
                    .append(": region(code: \"33\") ")
                    .append(one)
                    .append(' ');
        }
        assertThat(ask(document.append('}').toString()).line()).endsWith(" TOO_COSTLY");
    }

    @Test
    void aListOfAliasesDoesNotTakeForEver() {
        var document = "{ " + "viewer { id } ".repeat(20_000) + "}";
        var answer = ask(document);
        assertThat(answer.codes()).isSubsetOf("BAD_REQUEST", "TOO_COSTLY");
    }

    @Test
    void theSchemaIsNotShownUnlessTheServerIsToBeExplored() {
        assertThat(ask("{ __schema { types { name } } }").codes()).containsExactly("BAD_REQUEST");
        assertThat(ask("{ __type(name: \"Query\") { name } }").codes()).containsExactly("BAD_REQUEST");
        assertThat(ask("{ __typename viewer { __typename } }").codes()).isEmpty();
    }

    @Tag("slow")
    @Test
    void aBodyHasEightMegabytes() {
        var body = body(LARGEST_BODY);
        assertThat(api.send(api.byToken(token, body)).status()).isEqualTo(200);
        assertThat(api.send(api.byToken(token, body + " ")).line()).isEqualTo(TOO_LARGE);
        assertThat(api.send(api.byPage(token, body + " ")).line()).isEqualTo(TOO_LARGE);
    }

    /** A sender need not say how long a body is. */
    @Tag("slow")
    @Test
    void aBodyOfUntoldLengthHasNoMore() {
        assertThat(sendInParts(body(LARGEST_BODY)).status()).isEqualTo(200);
        assertThat(sendInParts(body(LARGEST_BODY + 1)).line()).isEqualTo(TOO_LARGE);
        assertThat(sendInParts(body(3 * LARGEST_BODY)).line()).isEqualTo(TOO_LARGE);
    }

    private Answer sendInParts(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return api.send(api.to("/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    private static String body(int length) {
        var body = "{\"query\":\"{ viewer { id } }\",\"more\":\"\"}";
        return body.replace("\"\"", "\"" + "x".repeat(length - body.length()) + "\"");
    }
}
