package org.tongke.backend.timetable.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/** A single lesson for a calendar: with what its reader may see of it. */
@BackendTest
class LessonFileTest {
    private static final Row LESSON = lesson("L1")
            .title("二次函数的图像")
            .schools("河边小学", "柳树小学")
            .with("joinUrl", "https://class.example/42")
            .at("2026-12-08 09:50");

    private final World world;
    private final Scene scene;
    private final Platform platform;
    private final Api api;
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    LessonFileTest(ApplicationContext app, @LocalServerPort int port) {
        world = World.in(app);
        scene = Scene.in(app).community("河边", "河边小学", "柳树小学");
        platform = scene.platform("云课");
        platform.sends(LESSON);
        api = Api.at(port);
    }

    @Test
    void hasItsTimeAndTheWayIn() throws Exception {
        var answer = fetch(id(), teacherOf("河边小学"));
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".ics");
        var event = event(answer);
        assertThat(event.getUid().getValue()).isEqualTo(id() + "@tongke");
        assertThat(event.getSummary().getValue()).contains("二次函数的图像");
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2026-12-08T01:50:00Z")));
        assertThat(event.getUrl().getValue()).isEqualTo("https://class.example/42");
    }

    @Test
    void isCancelledAsTheLessonIs() throws Exception {
        platform.sends(LESSON.revision(2).cancelled());
        var event = event(fetch(id(), teacherOf("河边小学")));
        assertThat(event.getStatus().getValue()).isEqualTo(Status.cancelled().getValue());
        assertThat(event.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void hasNoWayInForOthers() throws Exception {
        var event = event(fetch(id(), teacherOf("山村小学")));
        assertThat(event.getSummary().getValue()).contains("二次函数的图像");
        assertThat(event.getUrl()).isNull();
    }

    @Test
    void isNotThereForStrangersAndForLessonsThatAreNot() throws Exception {
        assertThat(fetch(id(), null).statusCode()).isEqualTo(404);
        var teacher = teacherOf("河边小学");
        assertThat(fetch(new GlobalId("Activity", UUID.randomUUID().toString()).encode(), teacher)
                        .statusCode())
                .isEqualTo(404);
        assertThat(fetch("nonsense", teacher).statusCode()).isEqualTo(404);
    }

    private String id() {
        return platform.get("L1").globalId().encode();
    }

    private Person teacherOf(String school) {
        return world.person(
                Role.TEACHER, PlaceKey.school(scene.schoolNamed(school).id()));
    }

    private static VEvent event(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Biweekly.parse(answer.body()).first().getEvents().getFirst();
    }

    private HttpResponse<String> fetch(String id, @Nullable Person caller) throws IOException, InterruptedException {
        var request = api.to("/exports/activities/" + id + ".ics");
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        return http.send(request.GET().build(), BodyHandlers.ofString());
    }
}
