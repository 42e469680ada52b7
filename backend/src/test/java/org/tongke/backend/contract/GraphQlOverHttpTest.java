package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** What the specification "GraphQL over HTTP" says that a server must and should do. */
@BackendTest
class GraphQlOverHttpTest {
    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String GOOD = "{\"query\":\"{ viewer { id } }\"}";
    private static final String REGION =
            "{\"query\":\"query R($code: String!) { region(code: $code) { name } }\",\"variables\":%s}";

    private final String token;
    private final Api api;

    @Autowired
    GraphQlOverHttpTest(ApplicationContext app, @LocalServerPort int port) {
        token = World.in(app).person(Role.DEVELOPER).token();
        api = Api.at(port);
    }

    private Answer accepting(String mediaType, String body) {
        return api.send(api.byToken(token, body).header("Accept", mediaType));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, GRAPHQL})
    void answersInTheTypeThatIsAccepted(String mediaType) {
        var answer = accepting(mediaType, GOOD);
        assertThat(answer.line()).isEqualTo("200 " + mediaType);
        assertThat(answer.at("/data/viewer/id").asString()).isNotEmpty();
    }

    @Test
    void prefersItsOwnTypeAmongSeveral() {
        assertThat(accepting(GRAPHQL + ", " + JSON + ";q=0.9", GOOD).line()).isEqualTo("200 " + GRAPHQL);
    }

    @Test
    void answersWhoeverAcceptsAnything() {
        assertThat(accepting("*/*", GOOD).status()).isEqualTo(200);
        assertThat(api.send(api.byToken(token, GOOD)).line()).startsWith("200 application/");
    }

    @Test
    void refusesATypeThatItCannotWrite() {
        // 406 would say it better; the framework says 415
        assertThat(accepting("text/html", GOOD).status()).isIn(406, 415);
    }

    @Test
    void readsAndWritesUtf8WhateverIsSaid() {
        var body =
                "{\"query\":\"{ schools(name: \\\"乐清\\\", first: 1) { edges { node { name } } } region(code: \\\"330382\\\") { name } }\"}";
        for (var type : new String[] {JSON, JSON + "; charset=utf-8", JSON + ";charset=UTF-8"}) {
            var answer = api.send(api.to("/graphql")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
            assertThat(answer.at("/data/region/name").asString()).isEqualTo("乐清市");
            assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT)).doesNotContain("charset=iso");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"{ viewer { id } }\",\"variables\":null,\"operationName\":null,\"extensions\":null}",
                "{\"query\":\"query A { viewer { id } } query B { viewer { name } }\",\"operationName\":\"A\"}",
                "{\"query\":\"{ viewer { id } }\",\"variables\":{},\"extensions\":{\"some\":1},\"more\":true}"
            })
    void takesWhatARequestMayHave(String body) {
        assertThat(accepting(GRAPHQL, body).line()).isEqualTo("200 " + GRAPHQL);
        assertThat(accepting(JSON, body).line()).isEqualTo("200 " + JSON);
    }

    /** Not well-formed as requests: 400, whatever is accepted, and in the form of a GraphQL answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"{ viewer { id } }\"",
                "{}",
                "{\"query\":null}",
                "{\"query\":[]}",
                "{\"query\":{}}",
                "{\"query\":\"{ viewer { id } }\",\"operationName\":[]}",
                "{\"query\":\"{ viewer { id } }\",\"variables\":1}",
                "{\"query\":\"{ viewer { id } }\",\"variables\":\"{}\"}",
                "{\"query\":\"{ viewer { id } }\",\"variables\":[]}",
                "{\"query\":\"{ viewer { id } }\",\"extensions\":1}",
                "{\"query\":\"{ viewer { id } }\",\"extensions\":[]}"
            })
    void refusesWhatIsNoRequest(String body) {
        assertThat(accepting(GRAPHQL, body).line()).isEqualTo("400 " + GRAPHQL + " BAD_REQUEST");
        assertThat(accepting(JSON, body).line()).isEqualTo("400 " + JSON + " BAD_REQUEST");
    }

    /** Requests that cannot be executed: 400 in the own type, where the answer has no data; 200 in plain JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":1}",
                "{\"query\":\"\"}",
                "{\"query\":\"{ viewer { id } }\",\"operationName\":1}",
                "{\"query\":\"{ viewer { id }\"}",
                "{\"query\":\"{ viewer { nothing } }\"}",
                "{\"query\":\"query A { viewer { id } }\",\"operationName\":\"B\"}",
                "{\"query\":\"query A { viewer { id } } query B { viewer { id } }\"}",
                "{\"query\":\"query R($code: String!) { region(code: $code) { name } }\"}",
                "{\"query\":\"query R($code: String!) { region(code: $code) { name } }\",\"variables\":{\"code\":null}}",
                "{\"query\":\"query R($code: String!) { region(code: $code) { name } }\",\"variables\":{\"code\":[1]}}",
                "{\"query\":\"query W($day: Date) { myWeek(day: $day) { startsOn } }\",\"variables\":{\"day\":\"tomorrow\"}}",
                "{\"query\":\"mutation M { viewer { id } }\"}"
            })
    void refusesWhatCannotBeExecuted(String body) {
        var own = accepting(GRAPHQL, body);
        assertThat(own.line()).isEqualTo("400 " + GRAPHQL + " BAD_REQUEST");
        assertThat(own.json().has("data")).isFalse();
        assertThat(accepting(JSON, body).line()).isEqualTo("200 " + JSON + " BAD_REQUEST");
    }

    @Test
    void givesAPartOfTheAnswerWithTheErrorOfTheOther() {
        var answer = accepting(GRAPHQL, "{\"query\":\"{ viewer { id } schools(first: 0) { edges { cursor } } }\"}");
        // the list can never be missing, so all is missing; that it was executed is still said by `data`
        assertThat(answer.line()).isEqualTo("200 " + GRAPHQL + " PAGE_SIZE_OUT_OF_RANGE");
        assertThat(answer.at("/data").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
    void takesOnlyPost(String method) {
        var path = "/graphql?query=%7Bviewer%7Bid%7D%7D";
        var byToken = api.send(api.to(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept", JSON)
                .method(method, BodyPublishers.noBody()));
        assertThat(byToken.status()).isEqualTo(405);
        assertThat(byToken.header("Allow")).contains("POST");
        var byPage = api.send(api.to(path).header("X-Tongke", "1").method(method, BodyPublishers.noBody()));
        assertThat(byPage.status()).isEqualTo(405);
        assertThat(byPage.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"})
    void takesOnlyJson(String type) {
        var answer = api.send(api.to("/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(GOOD)));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"330382\"}", "{\"code\":\"乐清\"}"})
    void fillsInVariables(String variables) {
        assertThat(accepting(GRAPHQL, REGION.formatted(variables)).line()).isEqualTo("200 " + GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, GRAPHQL, "*/*"})
    void doesNotKnowAnUnknownToken(String mediaType) {
        var answer = api.send(api.byToken("nobodys", GOOD).header("Accept", mediaType));
        assertThat(answer.line()).isEqualTo("401 " + (mediaType.equals(JSON) ? JSON : GRAPHQL) + " UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
