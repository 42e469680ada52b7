package org.tongke.backend.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** A lesson on its way from a supplier to the timetables of those who follow it, in the week of 8 March 2021. */
@Tag("slow")
@BackendTest
class LessonByApiTest {
    private static final String COUNTY = "330382";
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final String RECORD = """
            mutation($id: ID!) { recordAttendance(input: {activityId: $id, expectedRevision: 1, attended: 40}) {
              errors { code } } }""";
    private static final String JOIN =
            "query($id: ID!) { node(id: $id) { ... on Activity { title joinUrl history { by } } } }";

    private final World world;
    private final Api api;
    private final TestClock clock;
    private final Community community;
    private final Community other;
    private final Caller supplier;
    private final Caller clerk;
    private final Caller teacher;

    @Autowired
    LessonByApiTest(ApplicationContext app, @LocalServerPort int port, TestClock clock) {
        world = World.in(app);
        api = Api.at(port);
        this.clock = clock;
        community = community();
        other = community();
        supplier = caller(world.platformOf(world.supplierOfLessons()));
        clerk = caller(world.person(Role.CLERK, PlaceKey.school(community.coreId())));
        teacher = caller(
                world.person(Role.TEACHER, PlaceKey.school(world.school(COUNTY).id())));
    }

    private Community community() {
        return world.community(world.school(COUNTY), List.of(world.school(COUNTY)));
    }

    private Caller caller(Person person) {
        return Caller.of(api, person);
    }

    private Row row(String id, Community of) {
        var names = world.schoolsOf(of).stream().map(School::name).toArray(String[]::new);
        return lesson(id).title(id).schools(names);
    }

    private Row row(String id) {
        return row(id, community);
    }

    @BeforeEach
    void onMonday() {
        clock.set("2021-03-08T07:00:00+08:00");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void isFollowedAndMoves() throws Exception {
        assertThat(supplier.reports(row("L1"))).isEqualTo("L1 APPLIED");
        assertThat(teacher.preview(community)).isEqualTo("每周约 1 节 (1): L1");
        assertThat(teacher.week("2021-03-08")).isEmpty();
        teacher.follow(community);
        assertThat(teacher.week("2021-03-08")).isEqualTo("03-10 10:20 L1 PLANNED");
        try (var changes = Changes.of(teacher)) {
            supplier.reports(row("L1").revision(2).at("2021-03-12 08:00"));
            assertThat(changes.next(AT_ONCE)).isEqualTo("{\"topics\":[\"timetable\"]}");
            assertThat(teacher.week("2021-03-08")).isEqualTo("""
                    03-10 10:20 L1 MOVED_AWAY to 03-12 08:00
                    03-12 08:00 L1 MOVED_HERE from 03-10 10:20""");
        }
        assertThat(clerk.activities(community))
                .isEqualTo("03-12 08:00 L1 r2; 时间 3月10日 周三 10:20–11:00 → 3月12日 周五 08:00–08:40");
    }

    @Test
    void goesToAnotherCommunity() throws Exception {
        supplier.reports(row("L1"));
        teacher.follow(community);
        try (var changes = Changes.of(teacher)) {
            supplier.reports(row("L1", other).revision(2).at("2021-03-11 14:00"));
            assertThat(changes.next(AT_ONCE)).isEqualTo("{\"topics\":[\"timetable\"]}");
        }
        assertThat(teacher.week("2021-03-08")).isEqualTo("03-10 10:20 L1 MOVED_AWAY to 03-11 14:00");
        assertThat(teacher.preview(other)).isEqualTo("每周约 1 节 (1): L1");
        assertThat(teacher.preview(community)).isEqualTo("近7天没有安排 (0): ");
    }

    @Test
    void comesInWithWhatIsWrong() {
        var unknown = row("L3").schools("无名小学", "无姓小学");
        assertThat(supplier.reports(row("L1").revision(2), row("L2").title(7), unknown, row("L4")))
                .isEqualTo("L1 APPLIED, L2 REFUSED MALFORMED, L3 QUARANTINED SCHOOL_UNKNOWN, L4 APPLIED");
        assertThat(supplier.reports(row("L1").title("旧"))).isEqualTo("L1 OLDER");
        assertThat(supplier.reports(row("L1").revision(2).title("另"))).isEqualTo("L1 REFUSED REVISION_REUSED");
        assertThat(clerk.activities(community)).isEqualTo("03-10 10:20 L1 r1\n03-10 10:20 L4 r1");
    }

    @Test
    void isTakenWithFiveHundredOthersAndNotWithMore() {
        var rows = IntStream.range(0, 501).mapToObj(number -> row("L" + number)).toArray(Row[]::new);
        assertThat(supplier.reports(rows)).isEqualTo("BATCH_TOO_LARGE");
        assertThat(clerk.activities(community)).isEmpty();
    }

    @Test
    void isNotTouchedByOthers() {
        supplier.reports(row("L1"));
        var another = caller(world.platformOf(world.supplier()));
        assertThat(another.reports(row("L1").revision(9).cancelled())).isEqualTo("L1 APPLIED");
        assertThat(clerk.activities(community)).isEqualTo("03-10 10:20 L1 r1\n03-10 10:20 L1 r1");
        assertThat(clerk.reports(row("L1").revision(9).cancelled())).isEqualTo("FORBIDDEN");
        assertThat(new Caller(api, "nobodys").reports(row("L1"))).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void isHalfSeenAndNotWrittenFromAnotherCounty() {
        supplier.reports(row("L1"));
        var id = Map.of("id", clerk.activityId(community, "L1"));
        var stranger = caller(
                world.person(Role.CLERK, PlaceKey.school(world.school("330212").id())));
        assertThat(stranger.ask(JOIN, id).at("/data/node").toString())
                .isEqualTo("{\"title\":\"L1\",\"joinUrl\":null,\"history\":null}");
        assertThat(stranger.ask(RECORD, id).at("/data/recordAttendance/errors").toString())
                .isEqualTo("[{\"code\":\"NOT_FOUND\"}]");
    }
}
