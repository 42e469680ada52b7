package org.tongke.backend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The year of one county, day by day: every verdict is that of a script which knows nothing but what happened. */
@BackendTest
@Tag("slow")
class YearTest {
    private static final int SEED = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENING = "T23:00:00+08:00";

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext app;

    @Autowired
    TestClock clock;

    private final List<JsonNode> events = new ArrayList<>();

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void everyVerdictIsThatOfTheScript() {
        events.addAll(Scripts.make(folder, SEED));
        var days = Scripts.judge(folder, events);
        clock.set(at(events.getFirst()));
        var county = new County(app);
        var next = 0;
        for (var day : days.entrySet()) {
            for (; next < events.size() && at(events.get(next)).startsWith(day.getKey()); next++) {
                clock.set(at(events.get(next)));
                county.apply(events.get(next));
            }
            clock.set(day.getKey() + EVENING);
            if (isLastOfMonth(day.getKey())) {
                awaitVerdicts(county, day.getKey(), day.getValue());
            } else {
                assertThat(county.look()).as(day.getKey()).isEqualTo(day.getValue());
            }
        }
        assertThat(next).isEqualTo(events.size());
        oneLessonLetsOneCriterionFall(county);
        aLessonThatMovesChangesBoth(county);
    }

    /** On these days progress must have followed by itself; that it does so every day would take too long to wait for. */
    private static boolean isLastOfMonth(String day) {
        var date = LocalDate.parse(day);
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    /** With twenty lessons left the community still meets 2.1; with nineteen it does not, and nothing else changes. */
    private void oneLessonLetsOneCriterionFall(County county) {
        var lessons = county.countedLessons("merged-early", "2.1");
        lessons.subList(20, lessons.size()).forEach(id -> happens(county, "cancel", id, Map.of()));
        var before = settled(county);
        assertThat(before.get("merged-early").byCriterion().get("2.1").met()).isTrue();
        happens(county, "cancel", lessons.getFirst(), Map.of());
        var after = settled(county);
        assertThat(differing(before, after)).containsExactly("merged-early 2.1");
        assertThat(after.get("merged-early").byCriterion().get("2.1").met()).isFalse();
    }

    private void aLessonThatMovesChangesBoth(County county) {
        var before = settled(county);
        var schools = List.of("merged-troubled/core", "merged-troubled/member0");
        var moved = county.countedLessons("merged-early", "2.1").getFirst();
        happens(county, "rehome", moved, Map.of("community", "merged-troubled", "schools", schools));
        assertThat(differing(before, settled(county)))
                .containsExactlyInAnyOrder("merged-early 2.1", "merged-troubled 2.1");
    }

    /** Lets something happen after all that has happened. */
    private void happens(County county, String what, String id, Map<String, ?> facts) {
        var at = OffsetDateTime.parse(at(events.getLast())).plusMinutes(1);
        var event = new HashMap<String, Object>(facts);
        event.putAll(Map.of("at", at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), "what", what, "id", id));
        events.add(JSON.valueToTree(event));
        clock.set(at.toInstant());
        county.apply(events.getLast());
    }

    /** How all stand this evening, as the script says, too. */
    private Map<String, Verdicts> settled(County county) {
        var days = Scripts.judge(folder, events);
        var today = days.keySet().stream().reduce((_, later) -> later).orElseThrow();
        clock.set(today + EVENING);
        awaitVerdicts(county, today, days.get(today));
        return county.verdicts();
    }

    private static List<String> differing(Map<String, Verdicts> before, Map<String, Verdicts> after) {
        return before.keySet().stream()
                .sorted()
                .flatMap(name ->
                        before.get(name).differing(after.get(name)).stream().map(code -> name + " " + code))
                .toList();
    }

    /** Progress follows the facts; what it says when it has followed is compared. */
    private static void awaitVerdicts(County county, String day, Map<String, Verdicts> expected) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!county.verdicts().equals(expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertThat(county.verdicts()).as(day).isEqualTo(expected);
    }

    private static String at(JsonNode event) {
        return event.get("at").asString();
    }
}
