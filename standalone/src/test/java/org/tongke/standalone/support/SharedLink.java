package org.tongke.standalone.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A link that the demo's teacher shares with the community of the school. */
public final class SharedLink {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHERE = """
            { viewer { roles { place { ... on School { id } } } } communities(mine: true) { edges { node { id } } } }
            """;
    private static final String SHARE = """
            mutation($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } errors { message } } }
            """;

    private SharedLink() {}

    /** Shares one; says its id, as it stands in the address of its page. */
    public static String of(String title, String url) {
        var token = Product.get().bean(Tokens.class).issue("demo-teacher", TokenKind.DEVELOPER);
        var where = ask(token, WHERE, Map.of()).path("data");
        var input = Map.of(
                "id",
                UUID.randomUUID(),
                "schoolId",
                where.at("/viewer/roles/0/place/id").asString(),
                "facts",
                Map.of("title", title, "grades", List.of("G5"), "subject", "MATHEMATICS", "licence", "CC_BY"),
                "groups",
                Map.of(
                        "communityIds",
                        List.of(where.at("/communities/edges/0/node/id").asString())),
                "content",
                Map.of("link", Map.of("url", url)));
        return ask(token, SHARE, Map.of("input", input))
                .at("/data/shareResource/resource/id")
                .asString();
    }

    private static JsonNode ask(String token, String document, Map<String, ?> variables) {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        var request = HttpRequest.newBuilder(URI.create(Product.get().address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
