package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;

/** What a server says of itself to whoever writes a program, without signing in. */
@BackendTest
class ApiGuideTest {
    private final Api api;

    @Autowired
    ApiGuideTest(@LocalServerPort int port) {
        api = Api.at(port);
    }

    @Test
    void hasEveryCodeInWords() {
        var codes = api.call(null, "ApiGuide", Map.of()).at("/data/apiGuide/errorCodes");
        assertThat(codes.valueStream().map(one -> one.at("/code").asString()))
                .containsExactlyElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::name).toList());
        assertThat(codes.valueStream().map(one -> one.at("/message").asString()))
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{"));
    }

    @Test
    void hasTheLimitsThatHold() {
        var guide = api.call(null, "ApiGuide", Map.of()).at("/data/apiGuide");
        assertThat(guide.at("/limits").toString())
                .isEqualTo(
                        "{\"depth\":15,\"cost\":50000,\"pageSize\":100,\"bodyBytes\":8388608,\"subscriptions\":20,"
                                + "\"positionDays\":3,\"tokens\":20,\"sandboxTokens\":10,\"sandboxHours\":24,\"batchRows\":500}");
        // the tests' server has no demo
        assertThat(guide.at("/sandbox").booleanValue()).isFalse();
        assertThat(guide.at("/explorable").booleanValue()).isFalse();
    }
}
