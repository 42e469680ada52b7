package org.tongke.backend.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Subscriber;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/** Subscriptions over server-sent events, in the whole backend. */
@Tag("slow")
@BackendTest
class SubscriptionTest {
    private static final String ACTIVITIES = """
            subscription($community: ID!, $after: String) {
              activitiesChanged(filter: { communityIds: [$community] }, after: $after) {
                position it: activities { id title revision community { name } }
              }
            }""";
    private static final String TIMETABLE =
            "subscription { myTimetableChanged { position it: activities { id revision } } }";
    private static final String PROGRESS =
            "subscription { progressChanged { position it: communities { metCount community { id } } } }";

    private final ApplicationContext app;
    private final Api api;
    private final World world;
    private final Community community;
    private final Person developer;

    @Autowired
    SubscriptionTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
        world = World.in(app);
        community = world.community(world.school("330382"), world.schools("330382", 1));
        developer = world.person(Role.DEVELOPER);
    }

    @Test
    void tellsOfLessonsOfTheCommunityWithinThreeSeconds() {
        try (var stream = activities(Map.of())) {
            stream.awaitOpen();
            assertThat(stream.things()).isEmpty();
            var other = world.community(world.school("330382"), world.schools("330382", 1));
            var began = System.nanoTime();
            world.lesson(other, world.day(3));
            var lesson = world.lesson(community, world.day(3));
            stream.awaitThings(1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            world.move(lesson, community, world.day(4));
            stream.awaitThings(2);
            assertThat(stream.things())
                    .extracting(it -> it.at("/revision").asInt())
                    .containsExactly(1, 2);
            assertThat(stream.things())
                    .allMatch(it -> it.at("/community/name").asString().equals(community.name()));
        }
    }

    @Test
    void goesOnWhereItWasCutOff() {
        String position;
        try (var stream = activities(Map.of())) {
            stream.awaitOpen();
            world.lesson(community, world.day(3));
            stream.awaitThings(1);
            position = stream.position();
        }
        world.lessons(
                community,
                IntStream.range(0, 25)
                        .mapToObj(hours -> world.day(5).plus(Duration.ofHours(hours)))
                        .toList());
        try (var stream = activities(Map.of("after", position))) {
            stream.awaitThings(25);
            assertThat(stream.things())
                    .hasSize(25)
                    .extracting(it -> it.at("/id").asString())
                    .doesNotHaveDuplicates();
            position = stream.position();
        }
        try (var stream = activities(Map.of("after", position))) {
            stream.awaitOpen();
            assertThat(stream.things()).isEmpty();
        }
    }

    @Test
    void tellsATeacherOfTheOwnTimetableAndAnOfficerOfProgress() {
        var school = world.schoolsOf(community).getFirst();
        var clerk = world.person(Role.CLERK, school.key());
        var officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330382"));
        try (var own = Subscriber.ask(api, clerk.token(), TIMETABLE, Map.of()).awaitOpen();
                var progress =
                        Subscriber.ask(api, officer.token(), PROGRESS, Map.of()).awaitOpen()) {
            var other = world.community(world.school("330382"), world.schools("330382", 1));
            world.lesson(other, world.day(3));
            var lesson = world.lesson(community, world.day(3));
            world.upload(clerk, community, Upload.photo(lesson.id()));
            own.awaitThings(1);
            assertThat(own.things())
                    .extracting(it -> it.at("/id").asString())
                    .containsOnly(lesson.globalId().encode());
            progress.await(open -> open.things().stream()
                    .anyMatch(it -> it.at("/community/id")
                            .asString()
                            .equals(community.globalId().encode())));
        }
    }

    @Test
    void refusesWithACode() {
        assertThat(refusal(developer.token(), ACTIVITIES, Map.of("after", "nonsense")))
                .containsExactly("CURSOR_INVALID");
        var old = Cursor.of("activitiesChanged", "0", "").encode();
        assertThat(refusal(developer.token(), ACTIVITIES, Map.of("after", old))).containsExactly("POSITION_TOO_OLD");
        assertThat(refusal(developer.token(), TIMETABLE, Map.of())).containsExactly("FORBIDDEN");
        assertThat(refusal(developer.token(), "subscription { nothing }", Map.of()))
                .containsExactly("BAD_REQUEST");
    }

    private List<String> refusal(String token, String document, Map<String, String> variables) {
        try (var stream = Subscriber.ask(api, token, document, with(variables))) {
            stream.awaitEnd();
            assertThat(stream.isCompleted()).isTrue();
            assertThat(stream.items()).hasSize(1);
            return stream.codes();
        }
    }

    @Test
    void takesQueriesAsEventsButNoSubscriptionAsPlainJson() {
        try (var stream = Subscriber.ask(api, developer.token(), "{ viewer { name } }", Map.of())) {
            stream.awaitEnd();
            assertThat(stream.items().getFirst().at("/data/viewer/name").isString())
                    .isTrue();
        }
        assertThat(api.ask(developer.token(), TIMETABLE.replace("myTimetable", "activities"), Map.of())
                        .codes())
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void endsWhenTheTokenIsRevoked() {
        try (var stream = activities(Map.of())) {
            stream.awaitOpen();
            app.getBean(Tokens.class).revoke(developer.token());
            stream.awaitEnd();
            assertThat(stream.codes()).containsExactly("UNAUTHENTICATED");
            assertThat(stream.isCompleted()).isTrue();
        }
    }

    /** Who a token stands for is remembered for five seconds. */
    @Test
    void endsWhenTheRolesChange() {
        var school = world.schoolsOf(community).getFirst();
        var leaver = world.person(Role.TEACHER, school.key());
        var climber = world.person(Role.TEACHER, school.key());
        try (var left = Subscriber.ask(api, leaver.token(), TIMETABLE, Map.of()).awaitOpen();
                var changed = Subscriber.ask(api, climber.token(), TIMETABLE, Map.of())
                        .awaitOpen()) {
            grant(leaver, List.of());
            grant(climber, List.of(Grant.at(Role.TEACHER, school.key()), Grant.at(Role.CLERK, school.key())));
            left.awaitEnd();
            changed.awaitEnd();
            assertThat(left.codes()).containsExactly("FORBIDDEN");
            assertThat(changed.codes()).containsExactly("STREAM_ENDED");
        }
    }

    private void grant(Person person, List<Grant> grants) {
        app.getBean(Accounts.class).put(person.account(), person.viewer().name(), person.account(), null, grants);
    }

    private Subscriber activities(Map<String, String> variables) {
        return Subscriber.ask(api, developer.token(), ACTIVITIES, with(variables));
    }

    private Map<String, String> with(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.put("community", community.globalId().encode());
        return all;
    }
}
