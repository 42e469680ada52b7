package org.tongke.backend.exchange.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.twins.Lessons.lesson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Somebody says that what two suppliers report are two lessons, and takes it back. */
@BackendTest
class SeparatedTwinsTest {
    private static final String ONE = "03-10 10:20 A:L1 = A:L1 B:M1";
    private static final String[] TWO = {"03-10 10:20 A:L1", "03-10 10:20 B:M1"};
    private static final String ASK = "query($id: ID!) { node(id: $id) { ... on Activity { isApart viewerCanSeparate"
            + " viewerCanRejoin isShown sources { supplierName externalId state } history { by fields { field"
            + " before after } } } } }";
    private static final String SEPARATE = "mutation($it: SeparateTwinsInput!) { separateTwins(input: $it) {"
            + " activity { isApart sources { externalId } } errors { code } } }";

    private final Scene scene;
    private final Lessons lessons;
    private final Platform a;
    private final Platform b;
    private final Viewer clerk;

    SeparatedTwinsTest(ApplicationContext application) {
        scene = Scene.in(application);
        lessons = new Lessons(application, scene);
        a = scene.platform("A");
        b = scene.platform("B");
        clerk = scene.at("山村小学", Role.CLERK);
        a.sends(lesson("L1"));
        b.sends(lesson("M1"));
        lessons.await(ONE);
    }

    @Test
    void areTwoAtOnceAndOneAgain() {
        for (int time = 1; time <= 2; time++) {
            assertThat(lessons.separates(clerk, a, "L1")).isEqualTo("03-10 10:20 A:L1");
            assertThat(lessons.prints()).containsExactly(TWO);
        }
        assertThat(lessons.count()).isEqualTo(2);
        for (int time = 1; time <= 2; time++) {
            assertThat(lessons.rejoins(clerk, a, "L1")).isEqualTo(ONE);
            assertThat(lessons.prints()).containsExactly(ONE);
        }
        assertThat(lessons.separates(clerk, b, "M1")).as("the other one").isEqualTo("03-10 10:20 B:M1");
        assertThat(lessons.prints()).containsExactly(TWO);
    }

    @Test
    void stayTwoWhateverIsReported() {
        lessons.separates(clerk, b, "M1");
        a.sends(lesson("L1").revision(2).title("新"));
        b.sends(lesson("M1").revision(2).title("新"));
        a.sends(lesson("L1").revision(3).at("2021-03-11 08:00"));
        b.sends(lesson("M1").revision(3).at("2021-03-11 08:00"));
        var c = scene.platform("C");
        c.sends(lesson("N1").at("2021-03-11 08:00"));
        lessons.await("03-11 08:00 A:L1 = A:L1 C:N1", "03-11 08:00 B:M1");
        assertThat(b.get("M1").reporting().isApart()).isTrue();
    }

    @Test
    void isRefusedToOthers() {
        var away = new Viewer("away", "外县", List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region("330106"))));
        assertThat(lessons.separates(away, a, "L1")).isEqualTo("NOT_FOUND");
        assertThat(lessons.separates(clerk, a, "L1", 1)).isEqualTo("REVISION_STALE");
        a.sends(lesson("L2").at("2021-03-11 08:00"));
        assertThat(lessons.separates(clerk, a, "L2")).isEqualTo("NO_TWINS");
        var teacher = scene.at("城关一小", Role.TEACHER);
        var answer = scene.ask(teacher, "zh-CN", SEPARATE, Map.of("it", input("L1")));
        assertThat(answer.toString()).contains("FORBIDDEN");
        assertThat(lessons.prints()).startsWith(ONE);
    }

    @Test
    void isToldByTheApi() {
        assertThat(scene.unmarked(ask(clerk, b, "M1"))).isEqualTo("""
                {"isApart":false,"viewerCanSeparate":true,"viewerCanRejoin":false,"isShown":false,\
                "sources":[{"supplierName":"A","externalId":"L1","state":"PLANNED"},\
                {"supplierName":"B","externalId":"M1","state":"PLANNED"}],\
                "history":[{"by":"同课","fields":[{"field":"来源","before":null,"after":"A、B"}]},{"by":"B","fields":[]}]}""");
        var said =
                scene.ask(clerk, "zh-CN", SEPARATE, Map.of("it", input("L1"))).at("/data/separateTwins");
        assertThat(said.toString()).isEqualTo("""
                {"activity":{"isApart":true,"sources":[{"externalId":"L1"}]},"errors":[]}""");
        assertThat(scene.unmarked(ask(clerk, a, "L1"))).startsWith("""
                        {"isApart":true,"viewerCanSeparate":false,"viewerCanRejoin":true,"isShown":true,\
                        "sources":[{"supplierName":"A","externalId":"L1","state":"PLANNED"}],\
                        "history":[{"by":"山村小学","fields":[{"field":"来源","before":"A、B","after":null},\
                        {"field":"单独的一节课","before":null,"after":"是"}]}""");
        var officer = new Viewer("o", "县", List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region("330382"))));
        assertThat(ask(officer, a, "L1")).contains("\"viewerCanRejoin\":true");
        var colleague = scene.at("城关一小", Role.TEACHER);
        assertThat(ask(colleague, a, "L1")).contains("\"viewerCanRejoin\":false");
    }

    private Map<String, Object> input(String externalId) {
        var activity = a.get(externalId);
        return Map.of("activityId", activity.globalId().encode(), "expectedRevision", activity.revision());
    }

    private String ask(Viewer viewer, Platform platform, String externalId) {
        return scene.ask(
                        viewer,
                        "zh-CN",
                        ASK,
                        Map.of("id", platform.get(externalId).globalId().encode()))
                .at("/data/node")
                .toString();
    }
}
