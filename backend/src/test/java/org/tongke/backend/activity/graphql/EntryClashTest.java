package org.tongke.backend.activity.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** What clashes is told before it is entered: the same class, room or teacher at the same time, and nothing else. */
@BackendTest
class EntryClashTest {
    private static final String CLASHES =
            "query C($plan: EntryPlanInput!) { entryClashes(plan: $plan) { words activity { title } } }";

    private final Scene scene;
    private final Viewer clerk;
    private String standing = "";

    EntryClashTest(ApplicationContext application) {
        scene = Scene.in(application);
        clerk = scene.at("山村小学", Role.CLERK);
    }

    @BeforeEach
    void oneStands() {
        var platform = scene.platform("云课");
        // 10:20 to 11:00
        platform.sends(lesson("L1").with("className", "五年级2班").teacher("王海", "LEADS", null));
        var activity = platform.get("L1");
        standing = new GlobalId("Activity", activity.id()).encode();
        assertThat(activity.startsAt()).hasToString("2021-03-10T02:20:00Z");
    }

    @Test
    void byTheClassAtTheSameTime() {
        var plan = plan("10:50", "11:30");
        plan.put("className", "五年级 2班");
        assertThat(words(plan))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("10:20–11:00「")
                .endsWith("：五年级2班");
        plan.put("startsAt", "2021-03-10T11:00:00+08:00");
        assertThat(words(plan)).as("right afterwards").isEmpty();
    }

    @Test
    void byTheTeacher() {
        var plan = plan("10:00", "12:00");
        plan.put("className", "六年级1班");
        assertThat(words(plan)).isEmpty();
        plan.put("teachers", List.of(Map.of("name", "王海")));
        assertThat(words(plan)).hasSize(1).first().asString().endsWith("：王海");
    }

    @Test
    void notWithItselfNorBackwards() {
        var plan = plan("10:20", "11:00");
        plan.put("className", "五年级2班");
        plan.put("activityId", standing);
        assertThat(words(plan)).isEmpty();
        plan.remove("activityId");
        assertThat(words(plan)).hasSize(1);
        plan.put("endsAt", "2021-03-10T10:00:00+08:00");
        assertThat(words(plan)).isEmpty();
    }

    private Map<String, Object> plan(String from, String to) {
        var schools = List.of("城关一小", "山村小学").stream()
                .map(name ->
                        Map.of("schoolId", scene.schoolNamed(name).globalId().encode()))
                .toList();
        return new HashMap<>(Map.of(
                "startsAt", "2021-03-10T" + from + ":00+08:00",
                "endsAt", "2021-03-10T" + to + ":00+08:00",
                "schools", schools));
    }

    private List<String> words(Map<String, Object> plan) {
        return scene.ask(clerk, "zh-CN", CLASHES, Map.of("plan", plan))
                .at("/data/entryClashes")
                .valueStream()
                .map(clash -> scene.unmarked(clash.at("/words").stringValue()))
                .toList();
    }
}
