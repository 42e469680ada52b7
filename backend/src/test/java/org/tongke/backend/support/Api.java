package org.tongke.backend.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API over HTTP: with a token as a program does, or by the name of an operation as a page does. */
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    private Api(URI server) {
        this.server = server;
    }

    /** The API of the application on a port of this machine. */
    public static Api at(int port) {
        return new Api(URI.create("http://localhost:" + port));
    }

    /** Sends a document with a token. */
    public Answer ask(String token, String document, Map<String, ?> variables) {
        return send(byToken(token, json(Map.of("query", document, "variables", variables))));
    }

    /** Names a known operation. */
    public Answer call(@Nullable String cookie, String operation, Map<String, ?> variables) {
        return send(byPage(cookie, json(Map.of("operationName", operation, "variables", variables))));
    }

    /** A request with a token and a JSON body. */
    public HttpRequest.Builder byToken(String token, String body) {
        return post(body).header("Authorization", "Bearer " + token);
    }

    /** A request as pages send it: with the header of our own, and with the device's cookie if there is one. */
    public HttpRequest.Builder byPage(@Nullable String cookie, String body) {
        var request = post(body).header("X-Tongke", "1");
        return cookie == null ? request : request.header("Cookie", "tongke-device=" + cookie);
    }

    /** A POST of JSON to the API. */
    public HttpRequest.Builder post(String body) {
        return to("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    /** A request to a path. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    /** Sends a request and reads the answer. */
    public Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends a request whose answer is read as it comes. */
    public HttpResponse<InputStream> open(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
    }

    /** A value as JSON. */
    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
