import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Reports one lesson of tomorrow, as a supplier's platform does. Needs a JDK from 17 on, nothing else: {@code java FirstLesson.java}.
 * {@code TONGKE_URL} says where the product answers, {@code TONGKE_TOKEN} is the supplier's token.
 */
public class FirstLesson {
    private static final String URL = System.getenv().getOrDefault("TONGKE_URL", "http://localhost:8080");
    private static final String TOKEN = System.getenv().getOrDefault("TONGKE_TOKEN", "demo-sandbox");

    /** The batch as JSON. With a JSON library, write the document and its variables with that. */
    private static final String BATCH = """
            {
              "query": "mutation Sync($input: SyncActivitiesInput!) { syncActivities(input: $input) { outcomes { externalId result error { code path message } fix } errors { code message } } }",
              "variables": { "input": {
                "batchId": "%1$s",
                "activities": [ {
                  "externalId": "sample-java-%2$s",
                  "revision": %3$d,
                  "state": "PLANNED",
                  "kind": "SYNCED_LESSON",
                  "title": "My School Calendar",
                  "subject": "英语",
                  "className": "五年级3班",
                  "startsAt": "%2$sT08:30:00+08:00",
                  "endsAt": "%2$sT09:10:00+08:00",
                  "schools": [ { "name": "乐清市云溪实验小学" }, { "name": "乐清市竹坞村小学" } ],
                  "teachers": [ { "name": "黄佳宁", "role": "LEADS", "school": "乐清市云溪实验小学" } ],
                  "joinUrl": "https://lessons.example.org/join/sample-java"
                } ]
              } }
            }
            """;

    public static void main(String[] arguments) throws Exception {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        // the revision grows with each change: the time of the change in seconds does
        var revision = Instant.now().getEpochSecond();
        var request = HttpRequest.newBuilder(URI.create(URL + "/graphql"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(BodyPublishers.ofString(BATCH.formatted(UUID.randomUUID(), tomorrow, revision)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        System.out.println(answer.body());
        System.exit(answer.body().contains("\"result\":\"APPLIED\"") ? 0 : 1);
    }
}
