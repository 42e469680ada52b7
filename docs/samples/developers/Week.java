import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Prints the lessons of the province in the week from a day on, page by page to the end. Needs a JDK from 17 on, nothing else:
 * {@code java Week.java}. {@code TONGKE_URL} says where the product answers, {@code TONGKE_TOKEN} is a developer's token, {@code TONGKE_DAY}
 * the first day, as in 2021-03-10.
 */
public class Week {
    private static final String URL = System.getenv().getOrDefault("TONGKE_URL", "http://localhost:8080");
    private static final String TOKEN = System.getenv().getOrDefault("TONGKE_TOKEN", "demo-developer");
    private static final LocalDate FROM = LocalDate.parse(System.getenv()
            .getOrDefault("TONGKE_DAY", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));

    private static final String REQUEST = """
            {
              "query": "query($filter: ActivityFilter!, $after: String) { activities(filter: $filter, first: 20, after: $after) { edges { node { startsAt id title } } pageInfo { hasNextPage endCursor } } }",
              "variables": { "filter": { "from": "%s", "to": "%s" }, "after": %s }
            }
            """;
    /** Fields come in the order in which they were asked for. With a JSON library, read the answer with that. */
    private static final Pattern LESSON =
            Pattern.compile("\"startsAt\":\"([^\"]*)\",\"id\":\"([^\"]*)\",\"title\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern NEXT = Pattern.compile("\"hasNextPage\":true,\"endCursor\":(\"[^\"]*\")");

    public static void main(String[] arguments) throws Exception {
        var http = HttpClient.newHttpClient();
        for (var after = "null"; after != null; ) {
            var request = HttpRequest.newBuilder(URI.create(URL + "/graphql"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(REQUEST.formatted(FROM, FROM.plusDays(6), after)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString()).body();
            if (!answer.contains("\"pageInfo\"")) {
                throw new IllegalStateException(answer);
            }
            LESSON.matcher(answer).results().forEach(lesson -> System.out.println(
                    lesson.group(1) + " " + lesson.group(2) + " " + lesson.group(3)));
            var next = NEXT.matcher(answer);
            after = next.find() ? next.group(1) : null;
        }
    }
}
