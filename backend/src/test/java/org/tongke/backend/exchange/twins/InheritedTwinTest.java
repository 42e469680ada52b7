package org.tongke.backend.exchange.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.twins.Lessons.lesson;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityFacet;
import org.tongke.backend.activity.ActivityFilter;
import org.tongke.backend.activity.GrandTimetable;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.timetable.Selections;

/** Who wants a report that is not shown sees the lesson by the one that is. */
@Tag("slow")
@BackendTest
class InheritedTwinTest {
    private static final String WEEK = "query { myWeek(day: \"2021-03-10\") { entries { reason slot activity {"
            + " sources { externalId } } } } }";

    private final ApplicationContext application;
    private final Scene scene;
    private final Lessons lessons;
    private final Platform a;
    private final Platform b;
    private final Viewer guest;

    InheritedTwinTest(ApplicationContext application) {
        this.application = application;
        scene = Scene.in(application).community("河边", "河边小学", "柳树小学");
        lessons = new Lessons(application, scene);
        a = scene.platform("A");
        b = scene.platform("B");
        guest = scene.as(scene.teacher("王海", "河边小学", null));
    }

    private void report() {
        a.sends(lesson("L1"));
        b.sends(lesson("M1").teacher("王海", "LEADS", "河边小学").series("S", "分数"));
        lessons.await("03-10 10:20 A:L1 = A:L1 B:M1");
    }

    @Test
    void whoTeachesByOneReportSeesTheLesson() {
        report();
        assertThat(week(guest)).containsExactly("TEACHING PLANNED L1 M1");
        b.sends(lesson("M1").revision(2).teacher("王海", "LEADS", "河边小学").at("2021-03-11 08:00"));
        lessons.await("03-10 10:20 A:L1", "03-11 08:00 B:M1");
        assertThat(week(guest)).containsExactly("TEACHING MOVED_AWAY M1", "TEACHING MOVED_HERE M1");
    }

    @Test
    void whoAddedOrHidOneReportAddedOrHidTheLesson() {
        var other = scene.as(scene.teacher("李山", "柳树小学", null));
        b.sends(lesson("M1"));
        act(other, "addActivity", b, "M1");
        act(guest, "addActivity", b, "M1");
        act(guest, "hideActivity", b, "M1");
        a.sends(lesson("L1"));
        lessons.await("03-10 10:20 A:L1 = A:L1 B:M1");
        assertThat(week(other)).containsExactly("ADDED PLANNED L1 M1");
        assertThat(week(guest)).isEmpty();
        act(guest, "showActivity", a, "L1");
        assertThat(week(guest)).containsExactly("ADDED PLANNED L1 M1");
        act(guest, "removeActivity", a, "L1");
        assertThat(week(guest)).isEmpty();
        act(other, "hideActivity", a, "L1");
        assertThat(week(other)).isEmpty();
    }

    @Test
    void whoHidTheSeriesOfOneReportHidTheLesson() {
        b.sends(lesson("M1").teacher("王海", "LEADS", "河边小学").series("S", "分数"));
        application
                .getBean(Selections.class)
                .hideSeries(
                        guest,
                        Objects.requireNonNull(b.get("M1").series()).globalId().encode());
        assertThat(week(guest)).isEmpty();
        a.sends(lesson("L1"));
        lessons.await("03-10 10:20 A:L1 = A:L1 B:M1");
        assertThat(week(guest)).isEmpty();
        a.sends(lesson("L1").revision(2).title("新"));
        b.sends(lesson("M1")
                .teacher("王海", "LEADS", "河边小学")
                .series("S", "分数")
                .revision(2)
                .title("新"));
        assertThat(notices(guest)).isEmpty();
    }

    @Test
    void whoHidOrAddedOneReportIsToldOfNoneOrOfAll() {
        report();
        var other = scene.as(scene.teacher("李山", "柳树小学", null));
        act(guest, "hideActivity", a, "L1");
        act(other, "addActivity", a, "L1");
        b.sends(lesson("M1")
                .teacher("王海", "LEADS", "河边小学")
                .series("S", "分数")
                .revision(2)
                .title("新"));
        assertThat(notices(guest)).isEmpty();
        assertThat(notices(other)).containsExactly("TITLE");
    }

    @Test
    void aSeriesKeepsItsName() {
        report();
        var series = Objects.requireNonNull(b.get("M1").series());
        assertThat(application.getBean(Activities.class).findSeries(Set.of(series.id())))
                .containsKey(series.id());
    }

    @Test
    void theGrandTimetableShowsAndCountsOne() {
        report();
        var timetable = application.getBean(GrandTimetable.class);
        var filter = new ActivityFilter(
                Instant.parse("2021-03-01T00:00:00Z"),
                Instant.parse("2021-03-31T00:00:00Z"),
                Set.of(),
                Set.of(),
                Set.of(scene.communityNamed("城关").id()),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "");
        var page = PageRequest.of(GrandTimetable.LIST, GrandTimetable.LIST_KEYS, 10, null);
        assertThat(timetable.list(filter, page, Scope.EVERYWHERE).edges()).hasSize(1);
        var counts = timetable.count(filter, Scope.EVERYWHERE);
        assertThat(counts.total()).isEqualTo(1);
        assertThat(counts.of(ActivityFacet.SUPPLIER)).isEqualTo(Map.of(a.id(), 1L));
    }

    private void act(Viewer viewer, String mutation, Platform platform, String externalId) {
        var name = mutation.startsWith("add") || mutation.startsWith("remove") ? "AddActivity" : "HideActivity";
        var document = "mutation($it: " + name + "Input!) { " + mutation + "(input: $it) { errors { code } } }";
        var answer = scene.ask(
                viewer,
                "zh-CN",
                document,
                Map.of(
                        "it",
                        Map.of("activityId", platform.get(externalId).globalId().encode())));
        assertThat(answer.at("/data/" + mutation + "/errors"))
                .as(answer.toString())
                .isEmpty();
    }

    private List<String> notices(Viewer viewer) {
        var notices = scene.ask(viewer, "zh-CN", "{ myNotices { edges { node { kind } } } }", Map.of())
                .at("/data/myNotices/edges");
        return notices.valueStream()
                .map(edge -> edge.at("/node/kind").asString())
                .toList();
    }

    private List<String> week(Viewer viewer) {
        var entries = scene.ask(viewer, "zh-CN", WEEK, Map.of()).at("/data/myWeek/entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.at("/reason").asString() + " "
                        + entry.at("/slot").asString()
                        + String.join(
                                "",
                                StreamSupport.stream(
                                                entry.at("/activity/sources").spliterator(), false)
                                        .map(source ->
                                                " " + source.at("/externalId").asString())
                                        .toList()))
                .toList();
    }
}
