package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/** Who may listen for changes: whoever is signed in, for as long as the token holds. */
@BackendTest
class ChangesTest {
    private final ApplicationContext app;
    private final Api api;
    private final URI address;

    @Autowired
    ChangesTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
        address = URI.create("http://localhost:" + port + "/changes");
    }

    private Person teacher() {
        var world = World.in(app);
        return world.person(Role.TEACHER, PlaceKey.school(world.school("330382").id()));
    }

    @Test
    void areNotToldToNobody() {
        assertThat(api.send(api.to("/changes")).status()).isEqualTo(401);
        assertThat(api.send(api.to("/changes").header("Cookie", "tongke-device=nobodys"))
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.to("/changes").header("Authorization", "Bearer nobodys"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void areNotToldToWhoeverHasSignedOut() {
        var token = teacher().token();
        app.getBean(Tokens.class).revoke(token);
        assertThat(api.send(api.to("/changes").header("Cookie", "tongke-device=" + token))
                        .status())
                .isEqualTo(401);
        assertThat(api.send(api.to("/changes").header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    @Timeout(20)
    void endWithTheTokenOfAnOpenPage() throws IOException, InterruptedException {
        var token = teacher().token();
        var response = listen("Cookie", "tongke-device=" + token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("retry:");
            app.getBean(Tokens.class).revoke(token);
            // the server ends the stream at the next sign of life
            while (lines.readLine() != null) {}
        }
    }

    private HttpResponse<java.io.InputStream> listen(String header, String value)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header(header, value)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
}
