package org.tongke.backend.timetable.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import tools.jackson.databind.JsonNode;

/** What a phone is told of a lesson that was moved. */
@BackendTest
class NoticesByApiTest {
    private static final String NOTICES = """
            { myNotices(first: 5) { edges { node { kind kindWords by recordedAt unread fields { field before after } } } }
              unreadNoticeCount { count more words } }""";
    private static final String READ = """
            mutation M($input: ReadNoticesInput!) { readNotices(input: $input) { unread { words } errors { code path } } }""";

    private final TestClock clock;
    private final Scene scene;
    private final Platform platform;
    private final Viewer teacher;

    NoticesByApiTest(ApplicationContext application) {
        clock = application.getBean(TestClock.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        teacher = scene.at("山村小学", Role.TEACHER);
    }

    @BeforeEach
    void move() {
        clock.set("2021-03-08T08:00:00+08:00");
        platform.sends(lesson("L1"));
        platform.sends(lesson("L1").revision(2).at("2021-03-11 14:00"));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void isInWordsOfItsLanguage() {
        assertThat(ask("zh-CN", NOTICES, Map.of()).toString())
                .isEqualTo(
                        "{\"myNotices\":{\"edges\":[{\"node\":{\"kind\":\"MOVED\",\"kindWords\":\"已调课\",\"by\":\"云课\","
                                + "\"recordedAt\":\"2021-03-08T08:00:00+08:00\",\"unread\":true,\"fields\":[{\"field\":\"时间\","
                                + "\"before\":\"3月10日 周三 10:20–11:00\",\"after\":\"3月11日 周四 14:00–14:40\"}]}}]},"
                                + "\"unreadNoticeCount\":{\"count\":1,\"more\":false,\"words\":\"1\"}}");
        assertThat(ask("en", NOTICES, Map.of())
                        .at("/myNotices/edges/0/node/kindWords")
                        .asString())
                .isEqualTo("Moved");
    }

    @Test
    void isReadByItsId() {
        var id = ask("zh-CN", "{ myNotices(first: 1) { edges { node { id } } } }", Map.of())
                .at("/myNotices/edges/0/node/id")
                .asString();
        for (int time = 1; time <= 2; time++) {
            assertThat(read(id)).isEqualTo("{\"readNotices\":{\"unread\":{\"words\":\"0\"},\"errors\":[]}}");
        }
        assertThat(read("x"))
                .isEqualTo(
                        "{\"readNotices\":{\"unread\":null,\"errors\":[{\"code\":\"NOT_FOUND\",\"path\":[\"noticeId\"]}]}}");
    }

    private String read(String id) {
        return ask("zh-CN", READ, Map.of("input", Map.of("noticeId", id))).toString();
    }

    private JsonNode ask(String language, String document, Map<String, ?> variables) {
        return scene.ask(teacher, language, document, variables).at("/data");
    }
}
