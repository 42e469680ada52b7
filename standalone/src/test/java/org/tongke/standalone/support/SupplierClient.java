package org.tongke.standalone.support;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's program, with the token that the documents print: it knows HTTP and the schema, nothing else. */
public final class SupplierClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SYNC = """
            mutation Sync($input: SyncActivitiesInput!) {
              syncActivities(input: $input) {
                outcomes { externalId result error { code message } }
                errors { code message }
              }
            }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    /** Reports to the running product. */
    public SupplierClient() {
        this(Product.get().address());
    }

    /** Reports to a backend at an address, without a slash at its end. */
    public SupplierClient(String address) {
        this(address, "demo-supplier");
    }

    private SupplierClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Another supplier, which reports to the running product: the sandbox. */
    public static SupplierClient sandbox() {
        return new SupplierClient(Product.get().address(), "demo-sandbox");
    }

    /** Reports one lesson of the demo's schools and says what became of the row, as in {@code APPLIED}. */
    public String report(
            String externalId, int revision, String title, OffsetDateTime startsAt, String from, String to) {
        return report(row(externalId, revision, title, startsAt, from, to));
    }

    /** The same for a class of the first school. */
    public String report(
            String externalId, String className, String title, OffsetDateTime startsAt, String from, String to) {
        var row = row(externalId, 1, title, startsAt, from, to);
        row.put("className", className);
        return report(row);
    }

    private static Map<String, Object> row(
            String externalId, int revision, String title, OffsetDateTime startsAt, String from, String to) {
        return new HashMap<>(Map.of(
                "externalId",
                externalId,
                "revision",
                revision,
                "state",
                "PLANNED",
                "kind",
                "SYNCED_LESSON",
                "title",
                title,
                "subject",
                "数学",
                "startsAt",
                ISO_OFFSET_DATE_TIME.format(startsAt),
                "endsAt",
                ISO_OFFSET_DATE_TIME.format(startsAt.plusMinutes(40)),
                "schools",
                List.of(Map.of("name", from, "room", "301"), Map.of("name", to)),
                "teachers",
                List.of(Map.of("name", "林晓岚", "role", "LEADS", "school", from))));
    }

    private String report(Map<String, Object> row) {
        var answer = post(Map.of(
                "query",
                SYNC,
                "variables",
                Map.of("input", Map.of("batchId", UUID.randomUUID().toString(), "activities", List.of(row)))));
        return answer.at("/data/syncActivities/outcomes/0/result").asString();
    }

    private JsonNode post(Map<String, Object> body) {
        var request = HttpRequest.newBuilder(URI.create(address + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
