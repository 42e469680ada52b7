package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongke.backend.exchange.Row.lesson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.TestClock;

/** In a month of its own, so that no other test's lessons stand in the window. */
@Tag("slow")
@BackendTest
class GrandTimetableTest {
    private static final Instant FROM = Instant.parse("2034-05-01T00:00:00+08:00");
    private static final Instant UNTIL = Instant.parse("2034-05-31T00:00:00+08:00");

    private final GrandTimetable timetable;
    private final TestClock clock;
    private final SentCommands sent;
    private final Scene scene;
    private final Platform cloud;
    private final Platform river;

    GrandTimetableTest(ApplicationContext application) {
        sent = application.getBean(SentCommands.class);
        clock = application.getBean(TestClock.class);
        timetable = application.getBean(GrandTimetable.class);
        scene = Scene.in(application).community("河边", "河边小学", "柳树小学");
        cloud = scene.platform("云课");
        river = scene.platform("河课");
        cloud.sends(
                lesson("a")
                        .title("二次函数的图像")
                        .with("subject", "数学")
                        .with("className", "九年级1班")
                        .at("2034-05-08 08:00"),
                lesson("b")
                        .title("落花生")
                        .with("subject", "语文")
                        .with("className", "五年级2班")
                        .at("2034-05-08 09:00"),
                lesson("c")
                        .title("My School Calendar")
                        .with("subject", "英语")
                        .with("className", "五年级2班")
                        .at("2034-05-09 08:00"),
                lesson("before").at("2034-04-30 23:59"),
                lesson("after").at("2034-05-31 00:00"));
        river.sends(
                lesson("d")
                        .title("函数的单调性")
                        .with("subject", "数学")
                        .schools("河边小学", "柳树小学")
                        .at("2034-05-10 08:00"),
                lesson("e")
                        .title("光的反射")
                        .with("subject", "科学")
                        .schools("河边小学", "柳树小学")
                        .at("2034-05-11 08:00")
                        .cancelled());
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a b c d e",
        "函数, a d",
        "二次函数, a",
        "hanshu, a d",
        "echs, a",
        "数学, a d",
        "shuxue 单调, d",
        "calendar, c",
        "五年级 落花生, b",
        "河边小学, d e",
        "hbxx, d e",
        "山村 数学, a",
        "不存在的词, ''"
    })
    void isSearchedByWords(String text, String found) {
        assertThat(ids(filter -> with(filter, Set.of(), Set.of(), Set.of(), text)))
                .isEqualTo(found);
    }

    @Test
    void isFilteredBySchoolCommunitySubjectAndState() {
        var school = Set.of(scene.schoolNamed("河边小学").id());
        var community = Set.of(scene.communityNamed("城关").id());
        assertThat(ids(filter -> with(filter, school, Set.of(), Set.of(), ""))).isEqualTo("d e");
        assertThat(ids(filter -> with(filter, Set.of(), community, Set.of(), "")))
                .isEqualTo("a b c");
        assertThat(ids(filter -> with(filter, Set.of(), community, Set.of("ENGLISH", "CHINESE"), "")))
                .isEqualTo("b c");
        assertThat(ids(filter -> with(filter, Set.of("none"), Set.of(), Set.of(), "")))
                .isEmpty();
    }

    @Test
    void isTheSameInPagesOfAnySize() {
        var found = new ArrayList<String>();
        var after = Optional.<Cursor>empty();
        do {
            var page = timetable.list(ofTheScene(), new PageRequest(2, after), Scope.EVERYWHERE);
            page.edges().forEach(edge -> found.add(edge.node().key().externalId()));
            after = page.pageInfo().hasNextPage()
                    ? Optional.of(ActivityPlace.cursorOf(
                            GrandTimetable.LIST, page.edges().getLast().node()))
                    : Optional.empty();
        } while (after.isPresent());
        assertThat(String.join(" ", found)).isEqualTo("a b c d e");
    }

    @Test
    void countsEachValueAsIfItAloneWereChosenOfItsFacet() {
        var counts =
                timetable.count(with(ofTheScene(), Set.of(), Set.of(), Set.of("MATHEMATICS"), ""), Scope.EVERYWHERE);
        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.of(ActivityFacet.SUBJECT))
                .isEqualTo(Map.of("MATHEMATICS", 2L, "CHINESE", 1L, "ENGLISH", 1L, "SCIENCE", 1L));
        assertThat(counts.of(ActivityFacet.STATE)).isEqualTo(Map.of("PLANNED", 2L));
        assertThat(counts.of(ActivityFacet.COUNTY)).isEqualTo(Map.of(Scene.COUNTY, 2L));
        assertThat(counts.of(ActivityFacet.SUPPLIER).values()).containsExactlyInAnyOrder(1L, 1L);
    }

    @Test
    void followsALessonThatIsMovedAndRenamed() {
        cloud.sends(lesson("a").revision(2).title("一次方程").with("subject", "数学").at("2034-05-20 08:00"));
        assertThat(ids(filter -> with(filter, Set.of(), Set.of(), Set.of(), "二次函数")))
                .isEmpty();
        assertThat(ids(filter -> with(filter, Set.of(), Set.of(), Set.of(), "方程")))
                .isEqualTo("a");
        assertThat(ids(UnaryOperator.identity())).isEqualTo("b c d e a");
    }

    @Test
    void showsOnlyWhatTheScopeCovers() {
        var elsewhere = Scope.of(List.of(PlaceKey.region("330302")));
        assertThat(timetable
                        .list(ofTheScene(), new PageRequest(10, Optional.empty()), elsewhere)
                        .edges())
                .isEmpty();
        assertThat(timetable.count(ofTheScene(), elsewhere).total()).isZero();
    }

    @Test
    void asksForNoMoreThanAWindowOnlyForSomebodyWhoMayLookEverywhere() {
        var window = window(FROM, UNTIL);
        var none = Set.<String>of();
        assertThat(GrandTimetable.isWindow(window, Scope.EVERYWHERE)).isTrue();
        assertThat(GrandTimetable.isWindow(with(window, none, none, Set.of("MATHEMATICS"), ""), Scope.EVERYWHERE))
                .isTrue();
        assertThat(GrandTimetable.isWindow(window, Scope.of(List.of(PlaceKey.region("3303")))))
                .isFalse();
        assertThat(GrandTimetable.isWindow(with(window, none, none, none, "数学"), Scope.EVERYWHERE))
                .isFalse();
        assertThat(GrandTimetable.isWindow(with(window, Set.of("school"), none, none, ""), Scope.EVERYWHERE))
                .isFalse();
        assertThat(GrandTimetable.isWindow(with(window, none, Set.of("community"), none, ""), Scope.EVERYWHERE))
                .isFalse();
    }

    @Test
    void countsAnewTheDaysThatAMovedLessonLeavesAndComesTo() {
        sendsMany("left", "2034-06-12");
        sendsMany("come", "2034-06-14");
        for (var day : List.of("2034-06-12", "2034-06-14")) {
            assertThat(countOf(day)).isEqualTo(CountedDays.MANY);
            await().until(() -> sent.countDuring(() -> countOf(day)) == 0);
            assertThat(countOf(day)).isEqualTo(CountedDays.MANY);
        }
        cloud.sends(lesson("left-0").revision(2).at("2034-06-14 09:00"));
        clock.advance(Duration.ofSeconds(CountedDays.SECONDS));
        await().untilAsserted(() -> assertThat(List.of(countOf("2034-06-12"), countOf("2034-06-14")))
                .containsExactly(CountedDays.MANY - 1L, CountedDays.MANY + 1L));
    }

    private void sendsMany(String name, String day) {
        var rows = IntStream.range(0, CountedDays.MANY)
                .mapToObj(number -> lesson(name + "-" + number).at(day + " 08:00"))
                .toList();
        cloud.sends(rows.subList(0, CountedDays.MANY / 2));
        cloud.sends(rows.subList(CountedDays.MANY / 2, CountedDays.MANY));
    }

    private long countOf(String day) {
        var from = Instant.parse(day + "T00:00:00+08:00");
        return timetable
                .count(window(from, from.plus(Duration.ofDays(1))), Scope.EVERYWHERE)
                .total();
    }

    private String ids(UnaryOperator<ActivityFilter> choose) {
        var page = timetable.list(choose.apply(ofTheScene()), new PageRequest(100, Optional.empty()), Scope.EVERYWHERE);
        return String.join(
                " ",
                page.edges().stream()
                        .map(edge -> edge.node().key().externalId())
                        .toList());
    }

    /** Every test founds schools of its own: only theirs are looked at. */
    private ActivityFilter ofTheScene() {
        var communities = List.of("城关", "河边").stream()
                .map(scene::communityNamed)
                .map(Community::id)
                .toList();
        return with(window(FROM, UNTIL), Set.of(), Set.copyOf(communities), Set.of(), "");
    }

    static ActivityFilter window(Instant from, Instant until) {
        return new ActivityFilter(
                from, until, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");
    }

    private static ActivityFilter with(
            ActivityFilter filter, Set<String> schools, Set<String> communities, Set<String> subjects, String text) {
        return new ActivityFilter(
                filter.from(),
                filter.until(),
                Set.of(),
                schools,
                communities.isEmpty() ? filter.communityIds() : communities,
                subjects,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                text);
    }
}
