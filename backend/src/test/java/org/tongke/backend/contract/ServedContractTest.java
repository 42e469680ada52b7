package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.tongke.backend.support.BackendTest;

/** The contract can be read where it is served, by anybody; what else the framework offers cannot. */
@BackendTest
class ServedContractTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void isTheFileWordForWordAndNotSentTwice() throws IOException, InterruptedException {
        var first = get("/schema.graphqls");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .isEqualTo(new ClassPathResource("graphql/schema.graphqls").getContentAsString(StandardCharsets.UTF_8));
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/schema.graphqls", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void closedPlacesLookAsIfTheyWereNotThere() throws IOException, InterruptedException {
        assertThat(get("/graphql/schema", "Accept", "text/html").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/env", "Accept", "text/html").statusCode()).isEqualTo(404);
    }
}
