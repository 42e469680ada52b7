package org.tongke.backend.base.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(60)
class LiveNudgeTest {
    private final LiveServer server = new LiveServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsAPageAtOnceWithTheHeadersOfAStream() {
        server.follows().put("li", Set.of("community:a"));
        var page = server.open("li");
        assertThat(page.lines()).startsWith("retry: 2000", "", "event: change", "data: {\"topics\":[\"timetable\"]}");
        assertThat(page.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(page.response().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void tellsNobodyWhoIsNotSignedIn() throws Exception {
        var answer = server.client().send(server.request("nobody"), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void tellsThoseWhoFollowWhatWasTouchedAndNoOthers() {
        server.follows().put("li", Set.of("community:a", "teacher:1"));
        server.follows().put("wang", Set.of("community:b"));
        var li = server.open("li");
        var wang = server.open("wang");
        server.written("activities", List.of("community:a"), List.of(), Instant.parse("2021-06-30T02:00:00.125Z"));
        li.awaitNudges(2);
        assertThat(li.lines()).contains("id: 2021-06-30T02:00:00.125Z");
        server.written("activities", "community:b");
        wang.awaitNudges(2);
        assertThat(li.nudges()).hasSize(2);
        assertThat(wang.nudges()).hasSize(2);
    }

    @Test
    void tellsBothSidesWhenALessonMoves() {
        server.follows().put("li", Set.of("community:a"));
        server.follows().put("wang", Set.of("community:b"));
        var li = server.open("li");
        var wang = server.open("wang");
        server.written("activities", "community:a", "community:b");
        li.awaitNudges(2);
        wang.awaitNudges(2);
    }

    @Test
    void tellsOfficersOfFactsAtTheirPlacesInTheRoomsOwnCollections() {
        var officer = server.open("officer-330382");
        assertThat(officer.nudges()).containsExactly("[\"progress\",\"timetable\"]");
        var places = List.of("region:330382", "region:330300", "region:330000");
        server.written("activities", List.of(), places, Instant.EPOCH);
        server.written("progress", List.of(), List.of("region:330381"), Instant.EPOCH);
        server.written("progress", List.of(), places, Instant.EPOCH);
        officer.awaitNudges(2);
        assertThat(officer.nudges()).containsExactly("[\"progress\",\"timetable\"]", "[\"progress\"]");
    }

    @Test
    void makesOneNudgeOfManyChangesAndLosesNone() throws InterruptedException {
        server.follows().put("li", Set.of("community:a"));
        var page = server.open("li");
        Thread.sleep(400);
        for (var number = 0; number < 500; number++) {
            server.written("activities", List.of("community:a"), List.of(), Instant.ofEpochSecond(number));
        }
        page.awaitLines(("id: " + Instant.ofEpochSecond(499))::equals, 1);
        assertThat(page.nudges()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void asksAnewWhatSomebodyFollowsWhenThatHasChanged() {
        server.follows().put("li", Set.of("community:a"));
        var page = server.open("li");
        server.follows().put("li", Set.of("community:b"));
        server.written("timetables", LiveTopics.own("li"));
        page.awaitNudges(2);
        server.written("activities", "community:b");
        page.awaitNudges(3);
        server.written("activities", "community:a");
        server.written("timetables", LiveTopics.own("li"));
        page.awaitNudges(4);
        assertThat(page.nudges()).hasSize(4);
    }

    @Test
    void closesTheOldestPageOfAnAccountThatHasTooMany() {
        var pages = IntStream.rangeClosed(0, LiveStreams.MAXIMUM_PER_ACCOUNT)
                .mapToObj(number -> server.open("li"))
                .toList();
        await().until(() -> pages.getFirst().hasEnded());
        assertThat(pages.subList(1, pages.size())).noneMatch(Page::hasEnded);
        assertThat(server.streams().count()).isEqualTo(LiveStreams.MAXIMUM_PER_ACCOUNT);
    }

    @Test
    void showsLifeNowAndThenAndEndsWhenTheTokenIsRevoked() {
        var page = server.open("li");
        page.awaitLines(":"::equals, 2);
        assertThat(page.hasEnded()).isFalse();
        server.revoked().add("li");
        await().atMost(Duration.ofSeconds(20)).until(page::hasEnded);
        await().until(() -> server.streams().count() == 0);
    }

    @Test
    void forgetsAPageThatHasGone() throws Exception {
        server.follows().put("li", Set.of("community:a"));
        var page = server.open("li");
        page.close();
        // only a write tells
        await().pollInterval(Duration.ofMillis(350))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    server.written("activities", "community:a");
                    return server.streams().count() == 0;
                });
        server.written("activities", "community:a");
    }

    @Test
    void reachesThreeHundredPagesWithinThreeSeconds() {
        var pages = IntStream.range(0, 300)
                .mapToObj(number -> {
                    server.follows().put("teacher-" + number, Set.of("community:" + number % 3));
                    return server.open("teacher-" + number);
                })
                .toList();
        var began = System.nanoTime();
        server.written("activities", "community:0", "community:1", "community:2");
        pages.forEach(page -> page.awaitNudges(2));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void doesNotHoldUpTheEndOfTheServer() {
        var page = server.open("li");
        var began = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        await().until(page::hasEnded);
    }
}
