package org.tongke.backend.verification.graphql;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.UnseenFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city with two counties, whose facts come in by the ways on which they come in life, and people who ask. */
@TestComponent
class ThreeCounties {
    static final String CITY = "3303";
    static final String COUNTY = "330328";
    static final String OTHER_COUNTY = "330329";
    static final String COUNTY_OF_MOVES = "330327";

    private static final Origin BY = new Origin("test", "supplier", "test");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Schools schools;
    private final Communities communities;
    private final Activities activities;
    private final List<Claimant> claimants;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Environment environment;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();

    ThreeCounties(
            Schools schools,
            Communities communities,
            Activities activities,
            List<Claimant> claimants,
            Accounts accounts,
            Tokens tokens,
            Environment environment) {
        this.schools = schools;
        this.communities = communities;
        this.activities = activities;
        this.claimants = claimants;
        this.accounts = accounts;
        this.tokens = tokens;
        this.environment = environment;
    }

    Community community(String id, Mode mode, String county) {
        var core = schools.put(id + "-core", id + "核心小学", SchoolArea.URBAN, county);
        var member = schools.put(id + "-member", id + "成员小学", SchoolArea.RURAL, county);
        return communities.put(id, id + "教共体", mode, core, List.of(member), Set.of("2021"), BY);
    }

    void lesson(String id, Community community, String subject, String title, String startsAt) {
        report(id, 1, community, subject, title, startsAt, ActivityState.PLANNED);
        confirm(id);
    }

    /** A school says that it took place: it is reported long after its end. */
    void confirm(String id) {
        activities.recordAttendances(Map.of(new ActivityKey("test", id).id(), 40), BY);
    }

    void report(
            String id,
            long revision,
            Community community,
            String subject,
            String title,
            String startsAt,
            ActivityState state) {
        var start = at(startsAt);
        activities.apply(
                List.of(new ActivityReport(
                        new ActivityKey("test", id),
                        new ReportedVersion(revision, "content " + revision),
                        "SYNCED_LESSON",
                        title,
                        subject,
                        null,
                        start,
                        start.plus(Duration.ofMinutes(40)),
                        state,
                        community.schoolIds().stream()
                                .map(school -> new ActivitySchool(school, school, null))
                                .toList(),
                        List.of(),
                        community.id(),
                        community.name(),
                        "supplier",
                        null,
                        ActivityDetails.NONE,
                        community.countyCode(),
                        community.places())),
                BY);
    }

    void file(String id, Community community, String criterion, MediaType type, String fileName) {
        new UnseenFile("test:" + id, criterion, type, fileName).claim(claimants, BY, community);
    }

    /** The token of somebody with a role at a place. */
    String tokenOf(Role role, PlaceKey place) {
        var id = "test-" + role + "-" + place.raw();
        accounts.put(id, id, id, null, List.of(Grant.at(role, place)));
        return tokens.issue(id, TokenKind.DEVELOPER);
    }

    JsonNode ask(String token, String query, Map<String, Object> variables) {
        return ask(token, "zh-CN", query, variables);
    }

    JsonNode ask(String token, String language, String query, Map<String, Object> variables) {
        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port") + "/graphql";
        var body = json.writeValueAsString(Map.of("query", query, "variables", variables));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (answer.has("errors")) {
                throw new AssertionError(answer.toPrettyString());
            }
            return answer.path("data");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is answered once it is as expected; what was answered last, if it never is. */
    JsonNode askUntil(Predicate<JsonNode> expected, String token, String query, Map<String, Object> variables) {
        var end = Instant.now().plus(PATIENCE);
        var answers = Stream.generate(() -> {
            pause();
            return ask(token, query, variables);
        });
        return answers.filter(answer -> expected.test(answer) || Instant.now().isAfter(end))
                .findFirst()
                .orElseThrow();
    }

    /** Fetches a file by its address. */
    HttpResponse<byte[]> fetch(@Nullable String token, String path) {
        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
        var request = HttpRequest.newBuilder(URI.create(address));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
