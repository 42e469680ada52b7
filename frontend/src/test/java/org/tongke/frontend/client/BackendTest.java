package org.tongke.frontend.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.frontend.contract.client.FollowPreviewGraphQLQuery;
import org.tongke.frontend.contract.client.FollowPreviewProjectionRoot;
import org.tongke.frontend.contract.client.ViewerGraphQLQuery;
import org.tongke.frontend.contract.client.ViewerProjectionRoot;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.ApiGuide;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.contract.types.FollowPreview;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.UserError;

class BackendTest {
    private final FakeBackend server = new FakeBackend();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheCallersTokenAndLanguage() {
        server.says("{\"data\":{\"viewer\":null}}");

        assertThat(viewer()).isEmpty();

        var asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("Bearer secret");
        assertThat(asked.language()).isEqualTo("zh-CN");
        assertThat(asked.body()).contains("viewer").contains("startPath");
    }

    @Test
    void sendsNoTokenForNobody() {
        server.says("{\"data\":{\"viewer\":null}}");

        server.as("secret").ask(new Caller(null, "en"), viewerQuestion());

        assertThat(server.asked().getFirst().authorization()).isEqualTo("null");
        assertThat(server.asked().getFirst().language()).isEqualTo("en");
    }

    @Test
    void namesAKnownOperationAsNobody() {
        server.says("{\"data\":{\"apiGuide\":{\"explorable\":true,\"sandbox\":false,\"errorCodes\":[]}}}");

        var guide = server.as("secret").known("ApiGuide", ApiGuide.class);

        assertThat(guide.getExplorable()).isTrue();
        var asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("null");
        assertThat(asked.body()).isEqualTo("{\"operationName\":\"ApiGuide\"}");
    }

    @Test
    void saysWhatAKnownOperationIsNotAnsweredWith() {
        server.says("{\"data\":null,\"errors\":[{\"message\":\"m\"}]}");
        assertThatExceptionOfType(BackendFaultException.class)
                .isThrownBy(() -> server.as("secret").known("ApiGuide", ApiGuide.class));
    }

    @Test
    void saysThatABackendIsAwayThatAKnownOperationIsAskedOf() {
        server.says(502, "text/html", "<h1>nginx</h1>");
        assertThatExceptionOfType(BackendAwayException.class)
                .isThrownBy(() -> server.as("secret").known("ApiGuide", ApiGuide.class));
    }

    @Test
    void tellsPlacesApart() {
        server.says("""
                {"data":{"viewer":{"id":"a","name":"王丽","startPath":"/school","roles":[
                  {"label":"x","role":"CLERK","place":{"__typename":"School","id":"s","name":"山村小学"}},
                  {"label":"y","role":"CITY_OFFICER","place":{"__typename":"Region","id":"r","code":"3303"}}]}}}
                """);

        var roles = viewer().orElseThrow().getRoles();

        assertThat(roles.getFirst().getPlace()).isInstanceOf(School.class);
        assertThat(roles.getLast().getPlace()).isInstanceOf(Region.class);
    }

    @Test
    void keepsTheOffsetOfAnInstant() {
        server.says("""
                {"data":{"followPreview":{"next":[{"startsAt":"2026-11-25T10:20:00.000+08:00"}],"fromTheFuture":1}}}
                """);

        var preview = server.as("secret")
                .get(
                        FollowPreviewGraphQLQuery.newRequest().channelId("c").build(),
                        new FollowPreviewProjectionRoot<>().next().startsAt().getRoot(),
                        FollowPreview.class);

        assertThat(preview.getNext().getFirst().getStartsAt())
                .hasToString(OffsetDateTime.parse("2026-11-25T10:20+08:00").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, SessionOverException",
        "FORBIDDEN, ForbiddenException",
        "UNAVAILABLE, BackendAwayException",
        "TOO_COSTLY, BackendFaultException",
        "INTERNAL, BackendFaultException"
    })
    void makesAnExceptionOfEachCode(String code, String exception) {
        var body = "{\"errors\":[{\"message\":\"m\",\"extensions\":{\"code\":\"" + code + "\"}}],\"data\":null}";
        server.says(body);
        assertThat(catchThrowable(this::viewer).getClass().getSimpleName()).isEqualTo(exception);

        server.says(code.equals("UNAUTHENTICATED") ? 401 : 400, "application/graphql-response+json", body);
        assertThat(catchThrowable(this::viewer).getClass().getSimpleName()).isEqualTo(exception);
    }

    @ParameterizedTest
    @CsvSource({"401, SessionOverException", "503, BackendAwayException", "502, BackendAwayException"})
    void understandsAnswersThatAreNotOfTheContract(int status, String exception) {
        server.says(status, "text/html", "<h1>nginx</h1>");

        assertThat(catchThrowable(this::viewer).getClass().getSimpleName()).isEqualTo(exception);
    }

    @Test
    void saysWhenNobodyListens() {
        server.close();

        assertThatExceptionOfType(BackendAwayException.class).isThrownBy(this::viewer);
    }

    @Test
    void throwsWhatAPersonCanMend() {
        RefusedException.throwIfAny(List.of());
        var error = UserError.newBuilder()
                .code(ErrorCode.FOLLOW_LIMIT)
                .path(List.of("channelId"))
                .message("课表最多关注 200 个")
                .build();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> RefusedException.throwIfAny(List.of(error)))
                .satisfies(refused -> assertThat(refused.words()).isEqualTo("课表最多关注 200 个"))
                .satisfies(refused ->
                        assertThat(refused.isFor(ErrorCode.FOLLOW_LIMIT)).isTrue());
    }

    private Optional<Account> viewer() {
        var question = viewerQuestion();
        return server.as("secret").ask(question).find(question.name(), Account.class);
    }

    private static Question viewerQuestion() {
        var wanted = new ViewerProjectionRoot<>();
        wanted.id().startPath();
        return Question.of(ViewerGraphQLQuery.newRequest().build(), wanted);
    }
}
