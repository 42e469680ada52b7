package org.tongke.backend.timetable.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.AccountEdits;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.Material;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;
import org.tongke.backend.timetable.OwnColour;
import org.tongke.backend.timetable.OwnEntries;
import org.tongke.backend.timetable.OwnWords;
import org.tongke.backend.timetable.Selections;
import tools.jackson.databind.JsonNode;

/** Links by which people without an account see somebody's week. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeekLinksTest {
    private static final String COUNTY = "330727";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.now(ZONE).plusWeeks(1).with(DayOfWeek.WEDNESDAY);
    private static final String OTHER = "潘素云";
    private static final String OPEN = """
            mutation($input: OpenWeekLinkInput!) { openWeekLink(input: $input) {
              link { url lastDay } errors { code path message } } }
            """;
    private static final String CLOSE = "mutation { closeWeekLink { link { url lastDay } } }";
    private static final String FIND = "{ weekLink { url lastDay } }";

    private final ApplicationContext app;
    private final World world;
    private final Api api;
    private final TestClock clock;
    private final SentCommands commands;

    @Autowired
    WeekLinksTest(ApplicationContext app, TestClock clock, SentCommands commands, @LocalServerPort int port) {
        this.app = app;
        world = World.in(app);
        api = Api.at(port);
        this.clock = clock;
        this.commands = commands;
    }

    /** A school with a community of its own, and a teacher of it. */
    private record Place(Community community, School school, Person teacher, String teacherId) {}

    private Place place() {
        var core = world.school(COUNTY);
        var community = world.community(core, world.schools(COUNTY, 1));
        var teacher = world.teacher(core, "陈竹青");
        var id = UUID.randomUUID().toString();
        var grants = List.of(Grant.at(Role.TEACHER, core.key()));
        var account = app.getBean(Accounts.class).put(id, "陈竹青", id, null, grants, teacher.id());
        var token = app.getBean(Tokens.class).issue(id, TokenKind.DEVELOPER);
        return new Place(community, core, new Person(account.asViewer(), token), teacher.id());
    }

    @Test
    void showTheWeekAndNobodyElse() {
        var place = place();
        report(place, lesson("plain", "分数的意义", at(8)));
        report(place, lesson("named", OTHER + "老师公开课", at(9)));
        report(place, lesson("number", "会议号 138 0013 8000", at(10)));
        report(place, lesson("off", "圆的面积", at(11)));
        report(place, lesson("off", "圆的面积", at(11)).cancelled());
        report(place, lesson("moved", "统计", at(12)));
        report(place, lesson("moved", "统计", at(12)).again(at(14)));
        report(place, lesson("hidden", "不给人看的课", at(15)));
        var hidden = app.getBean(Activities.class)
                .find(keyOf(place, "hidden").id(), Scope.EVERYWHERE)
                .orElseThrow();
        app.getBean(Selections.class)
                .hide(place.teacher().viewer(), hidden.globalId().encode());
        enterOwn(place.teacher(), at(16));

        var answer = ask(keyOf(open(place.teacher(), 30)), DAY);
        var week = answer.at("/data/sharedWeek");
        assertThat(week.at("/name").asString()).isEqualTo("陈竹青");
        assertThat(week.at("/from").asString())
                .isEqualTo(DAY.with(DayOfWeek.MONDAY).toString());
        assertThat(week.at("/days").size()).isEqualTo(7);
        assertThat(week.at("/lastDay").asString()).isEqualTo(day(30));
        assertThat(week.at("/lessons")
                        .valueStream()
                        .map(one -> one.at("/title").asString() + " "
                                + one.at("/slot").asString()))
                .containsExactly(
                        "分数的意义 PLANNED",
                        "数学 PLANNED",
                        "数学 PLANNED",
                        "圆的面积 CANCELLED",
                        "统计 MOVED_AWAY",
                        "统计 MOVED_HERE");
        var lesson = week.at("/lessons/0");
        assertThat(lesson.at("/kind").asString()).isEqualTo("城乡同步课堂");
        assertThat(lesson.at("/subject").asString()).isEqualTo("数学");
        assertThat(lesson.at("/className").asString()).isEqualTo("五年级2班");
        assertThat(lesson.at("/own").asBoolean()).isTrue();
        assertThat(lesson.at("/role").asString()).isEqualTo("LEADS");
        assertThat(lesson.at("/room").asString()).isEqualTo("录播教室");
        assertThat(lesson.at("/schoolNames").size()).isEqualTo(2);
        assertThat(instant(lesson.at("/startsAt"))).isEqualTo(at(8));
        assertThat(instant(week.at("/lessons/4/movedTo"))).isEqualTo(at(14));
        assertThat(instant(week.at("/lessons/5/movedFrom"))).isEqualTo(at(12));
        assertThat(week.at("/occupied").size()).isOne();
        assertThat(instant(week.at("/occupied/0/startsAt"))).isEqualTo(at(16));
        assertThat(answer.body())
                .doesNotContain(
                        OTHER,
                        "http",
                        "课件",
                        "别校教室",
                        "会议号",
                        "1380013",
                        "138 0013",
                        "不给人看",
                        "看牙",
                        "县医院",
                        "带病历",
                        "\"id\"");
    }

    @Test
    void tellWhatIsOnlyFollowed() {
        var place = place();
        report(place, lesson("plain", "分数的意义", at(8)));
        var clerk = world.person(Role.CLERK, place.school().key());
        var lesson = ask(keyOf(open(clerk, 7)), DAY).at("/data/sharedWeek/lessons/0");
        assertThat(lesson.at("/own").asBoolean(true)).isFalse();
        assertThat(lesson.at("/role").isNull()).isTrue();
        assertThat(lesson.at("/room").asString()).isEqualTo("录播教室");
    }

    @Test
    void keepTheirAddressUntilTheyAreClosed() {
        var teacher = place().teacher();
        assertThat(find(teacher).at("/url").isNull()).isTrue();
        var first = open(teacher, 7);
        assertThat(open(teacher, 7).body()).isEqualTo(first.body());
        var later = open(teacher, 90);
        assertThat(keyOf(later)).isEqualTo(keyOf(first));
        assertThat(find(teacher).at("/lastDay").asString()).isEqualTo(day(90));
        assertThat(find(teacher).at("/url")).isEqualTo(first.at("/data/openWeekLink/link/url"));

        var closed = close(teacher);
        assertThat(close(teacher).body()).isEqualTo(closed.body());
        assertThat(find(teacher).at("/url").isNull()).isTrue();
        assertThat(find(teacher).at("/lastDay").isNull()).isTrue();
        assertShowsNothing(keyOf(first));
        var next = open(teacher, 7);
        assertThat(keyOf(next)).isNotEqualTo(keyOf(first));
        assertShowsNothing(keyOf(first));
        assertShows(keyOf(next));
    }

    @Test
    void endByThemselvesAndComeBackWithAnotherAddress() {
        var teacher = place().teacher();
        var key = keyOf(open(teacher, 0));
        assertShows(key);
        clock.set(LocalDate.now(ZONE).plusDays(1).atStartOfDay(ZONE).toInstant());
        try {
            assertShowsNothing(key);
            assertThat(find(teacher).at("/url").isNull()).isTrue();
            assertThat(close(teacher).codes()).isEmpty();
            assertThat(keyOf(open(teacher, 7))).isNotEqualTo(key);
            assertShowsNothing(key);
        } finally {
            clock.release();
        }
    }

    @Test
    void lastNinetyDaysAtMost() {
        var teacher = place().teacher();
        for (var days : List.of(-1, 91)) {
            var refused = open(teacher, days).at("/data/openWeekLink");
            assertThat(refused.at("/link").isNull()).isTrue();
            assertThat(refused.at("/errors/0/code").asString()).isEqualTo("OUT_OF_RANGE");
            assertThat(refused.at("/errors/0/path/0").asString()).isEqualTo("lastDay");
        }
        assertThat(find(teacher).at("/url").isNull()).isTrue();
    }

    @Test
    void tellNothingToWhoGuessesAndOfWhoIsGone() {
        var nowhere = ask("AAAAAAAAAAAAAAAAAAAAAA", null).body();
        assertThat(ask("", null).body()).isEqualTo(nowhere);
        var gone = place().teacher();
        var goneKey = keyOf(open(gone, 7));
        app.getBean(MongoDatabase.class).getCollection("accounts").deleteOne(Filters.eq("_id", gone.account()));
        assertThat(ask(goneKey, null).body()).isEqualTo(nowhere);

        var place = place();
        var closedKey = keyOf(open(place.teacher(), 7));
        assertShows(closedKey);
        var clerk = world.person(Role.CLERK, place.school().key()).viewer();
        app.getBean(AccountEdits.class).close(place.teacher().account(), 1, clerk, Scope.of(clerk.places()));
        assertThat(ask(closedKey, null).body()).isEqualTo(nowhere);

        var dismissed = place().teacher();
        var dismissedKey = keyOf(open(dismissed, 7));
        app.getBean(Accounts.class).put(dismissed.account(), "陈竹青", dismissed.account(), null, List.of());
        assertThat(ask(dismissedKey, null).body()).isEqualTo(nowhere);
    }

    @Test
    void showFourWeeksBackAndTwentySixAhead() {
        var key = keyOf(open(place().teacher(), 7));
        var monday = LocalDate.now(ZONE).with(DayOfWeek.MONDAY);
        var first = ask(key, LocalDate.parse("2001-01-01")).at("/data/sharedWeek");
        assertThat(first.at("/from").asString()).isEqualTo(monday.minusWeeks(4).toString());
        assertThat(first.at("/before").isNull()).isTrue();
        assertThat(first.at("/after").asString()).isEqualTo(monday.minusWeeks(3).toString());
        var last = ask(key, LocalDate.parse("9999-12-31")).at("/data/sharedWeek");
        assertThat(last.at("/from").asString()).isEqualTo(monday.plusWeeks(26).toString());
        assertThat(last.at("/before").asString()).isEqualTo(monday.plusWeeks(25).toString());
        assertThat(last.at("/after").isNull()).isTrue();
        assertThat(ask(key, null).at("/data/sharedWeek/from").asString()).isEqualTo(monday.toString());
    }

    @Test
    @Tag("slow")
    void askTheDatabaseEquallyOftenForOneAndForMany() {
        var asked = IntStream.of(1, 60)
                .mapToObj(count -> {
                    var place = place();
                    IntStream.range(0, count).forEach(number -> {
                        report(place, lesson("many" + number, "第" + number, at(8).plusSeconds(60L * number)));
                        enterOwn(place.teacher(), at(16).plusSeconds(60L * number));
                    });
                    var key = keyOf(open(place.teacher(), 7));
                    var week = ask(key, DAY).at("/data/sharedWeek");
                    assertThat(week.at("/lessons").size()).isEqualTo(count);
                    assertThat(week.at("/occupied").size()).isEqualTo(count);
                    return commands.ofRequests(() -> ask(key, DAY)).size();
                })
                .toList();
        assertThat(asked.getFirst()).isPositive().isEqualTo(asked.getLast());
    }

    private Answer open(Person by, int days) {
        return api.ask(by.token(), OPEN, Map.of("input", Map.of("lastDay", day(days))));
    }

    private Answer close(Person by) {
        return api.ask(by.token(), CLOSE, Map.of());
    }

    private JsonNode find(Person by) {
        return api.ask(by.token(), FIND, Map.of()).at("/data/weekLink");
    }

    private void assertShows(String key) {
        assertThat(ask(key, null).at("/data/sharedWeek/name").asString()).isEqualTo("陈竹青");
    }

    private void assertShowsNothing(String key) {
        assertThat(ask(key, null).body())
                .isEqualTo(ask("AAAAAAAAAAAAAAAAAAAAAA", null).body());
    }

    private Answer ask(String key, @Nullable LocalDate week) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("key", key);
        variables.put("week", week == null ? null : week.toString());
        return api.call(null, "SharedWeek", variables);
    }

    private static String keyOf(Answer opened) {
        var url = opened.at("/data/openWeekLink/link/url").asString();
        assertThat(url).as(opened.body()).contains("/public/weeks/");
        return url.replaceFirst(".*/public/weeks/", "");
    }

    private void enterOwn(Person teacher, Instant startsAt) {
        var words = new OwnWords(
                "看牙", "县医院", "带病历", OwnColour.TEAL, startsAt, startsAt.plus(Duration.ofMinutes(30)), false, null);
        app.getBean(OwnEntries.class).enter(teacher.viewer(), UUID.randomUUID(), words);
    }

    private record Told(String key, long version, String title, Instant at, ActivityState state) {
        Told again(Instant newTime) {
            return new Told(key, version + 1, title, newTime, state);
        }

        Told cancelled() {
            return new Told(key, version + 1, title, at, ActivityState.CANCELLED);
        }
    }

    private static Told lesson(String key, String title, Instant at) {
        return new Told(key, 1, title, at, ActivityState.PLANNED);
    }

    private ActivityKey keyOf(Place place, String key) {
        return new ActivityKey(world.supplierOfLessons().id(), place.community().id() + key);
    }

    private void report(Place place, Told told) {
        var community = place.community();
        var taking = world.schoolsOf(community);
        var report = new ActivityReport(
                keyOf(place, told.key()),
                new ReportedVersion(told.version(), told.toString()),
                "SYNCED_LESSON",
                told.title(),
                "MATHEMATICS",
                "五年级2班",
                told.at(),
                told.at().plus(Duration.ofMinutes(40)),
                told.state(),
                taking.stream()
                        .map(school -> new ActivitySchool(
                                school.id(),
                                school.name(),
                                school.id().equals(place.school().id()) ? "录播教室" : "别校教室"))
                        .toList(),
                List.of(
                        new ActivityTeacher("陈竹青", TeachingRole.LEADS, null, place.teacherId()),
                        new ActivityTeacher(OTHER, TeachingRole.ASSISTS, null)),
                community.id(),
                community.name(),
                world.supplierOfLessons().name(),
                "https://lessons.example/join",
                new ActivityDetails(
                        "G5",
                        null,
                        List.of(new Material("课件", "https://lessons.example/slides")),
                        "https://lessons.example/recording",
                        List.of()),
                community.countyCode(),
                community.places());
        app.getBean(Activities.class).apply(List.of(report), Origin.system("test"));
    }

    private static Instant at(int hour) {
        return DAY.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toInstant();
    }

    private static String day(int plus) {
        return LocalDate.now(ZONE).plusDays(plus).toString();
    }
}
