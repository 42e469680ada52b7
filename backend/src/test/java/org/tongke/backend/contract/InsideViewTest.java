package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;

/** What operators see of a backend: the health, the metrics, the name of a request. */
@BackendTest
class InsideViewTest {
    private final Api api;

    InsideViewTest(@LocalServerPort int port) {
        api = Api.at(port);
    }

    private Answer get(String path, String... headers) {
        var request = api.to(path).GET();
        return api.send(headers.length == 0 ? request : request.headers(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void tellsItsHealthAndNothingElse(String path) {
        assertThat(get(path).status()).isEqualTo(200);
        assertThat(get(path).body()).contains("UP").doesNotContain("mongodb", "version");
    }

    @Test
    void tellsItsMetricsToWhoeverHasTheirTokenAlone() {
        assertThat(get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(get("/actuator/prometheus", "Authorization", "Bearer wrong").status())
                .isEqualTo(404);
        assertThat(get("/actuator/env", "Authorization", "Bearer metrics-of-the-tests")
                        .status())
                .isEqualTo(404);
        var metrics = get("/actuator/prometheus", "Authorization", "Bearer metrics-of-the-tests");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("tongke_feed_lag", "tongke_live_streams", "tongke_progress_mended", "http_server_requests");
    }

    @Test
    void namesEachRequest() {
        var given = "trace-" + UUID.randomUUID();
        assertThat(idOf(get("/actuator/health", "X-Request-Id", given))).isEqualTo(given);
        assertThat(idOf(get("/actuator/health"))).hasSize(36);
        assertThat(idOf(get("/actuator/health", "X-Request-Id", "short")))
                .as("too short to be told apart")
                .hasSize(36);
        assertThat(idOf(get("/actuator/health", "X-Request-Id", "two words \"quoted\"")))
                .hasSize(36);
        assertThat(idOf(api.ask("demo", "{ viewer { id } }", Map.of()))).hasSize(36);
    }

    private static String idOf(Answer answer) {
        return answer.header("X-Request-Id");
    }
}
