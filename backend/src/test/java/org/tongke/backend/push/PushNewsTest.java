package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.PushSample;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.timetable.notice.Notice;
import org.tongke.backend.timetable.notice.NoticeAbout;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.Notices;

/** What people of schools are told of resources, among the notices of their timetables. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushNewsTest {
    private static final String COUNTY = "330903";
    private static final Set<NoticeAbout> ALL = Set.of(NoticeAbout.LESSONS, NoticeAbout.RESOURCES);
    private static final String NOTICES = """
            query($first: Int! = 1, $about: [NoticeAbout!]! = [LESSONS]) { myNotices(first: $first, about: $about) { edges { node { id kind kindWords by unread activity { id }
                news { title words dueAt resource { id } } } } } }""";
    private static final String READ = """
            mutation($id: ID!) { readNotices(input: {noticeId: $id, about: [LESSONS, RESOURCES]}) { unread { count } errors { code } } }""";

    private final ApplicationContext app;
    private final Notices notices;
    private final Api api;
    private PushScene scene;
    private Person owner;

    @Autowired
    PushNewsTest(ApplicationContext app, Notices notices, @LocalServerPort int port) {
        this.app = app;
        this.notices = notices;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        scene = PushScene.in(app, COUNTY);
        // nobody is there who opens anything
        scene.world.school(COUNTY);
        owner = scene.world.person(Role.TEACHER, PlaceKey.school(scene.community.coreId()));
    }

    private List<Notice> all(Person person) {
        return pages(person, 100);
    }

    private List<Notice> pages(Person person, int first) {
        var all = new ArrayList<Notice>();
        var after = (String) null;
        do {
            var page =
                    notices.list(person.viewer(), ALL, PageRequest.of(Notices.LIST, Notices.LIST_KEYS, first, after));
            page.edges().stream().map(Edge::node).forEach(all::add);
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);
        return all;
    }

    /** What somebody is told of a resource, the newest first. */
    private List<NoticeKind> told(Person person, Resource resource) {
        return all(person).stream()
                .filter(notice ->
                        notice.news() != null && notice.news().resourceId().equals(resource.id()))
                .map(Notice::kind)
                .toList();
    }

    private int unread(Person person) {
        return notices.countUnread(person.viewer(), ALL).count();
    }

    @Test
    void tellSchoolsWhatIsPushedToThem() {
        var resource = scene.centre.share("分数的意义");
        var push = scene.centre.push(resource, PushSample.ALL);
        var notice = all(scene.member).getFirst();
        assertThat(notice.kind()).isEqualTo(NoticeKind.PUSHED);
        assertThat(notice.recordedAt()).isEqualTo(push.deliveredAt());
        assertThat(notice.unread()).isTrue();
        assertThat(Objects.requireNonNull(notice.news()).title()).isEqualTo("分数的意义");
        assertThat(notice.news().by()).isEqualTo(new Phrase("resource.centre", "普陀区"));
        assertThat(notice.news().said()).isEqualTo("请看");
        assertThat(told(scene.clerk, resource)).containsExactly(NoticeKind.PUSHED);
        assertThat(told(scene.away, resource)).isEmpty();
        var only = notices.list(
                scene.member.viewer(),
                Set.of(NoticeAbout.LESSONS),
                PageRequest.of(Notices.LIST, Notices.LIST_KEYS, 100, null));
        assertThat(only.edges())
                .as("who asks for lessons alone")
                .allMatch(edge -> edge.node().news() == null);
    }

    @Test
    void tellTeachersOfTheSubjectThatIsNamed() {
        var resource = scene.centre.share("函数图像");
        scene.centre.push(resource, PushScene.subjects("数学"));
        assertThat(told(scene.teacher, resource)).containsExactly(NoticeKind.PUSHED);
        assertThat(told(scene.clerk, resource)).containsExactly(NoticeKind.PUSHED);
        assertThat(told(owner, resource)).as("a colleague of another subject").isEmpty();
    }

    @Test
    void remindOnlyWhoHasNotOpened() {
        var resource = scene.centre.share("观察物体");
        var push = scene.centre.push(resource, PushSample.ALL);
        scene.open(scene.teacher, resource);
        scene.remind(push, UUID.randomUUID());
        assertThat(told(scene.member, resource)).containsExactly(NoticeKind.REMINDED, NoticeKind.PUSHED);
        assertThat(told(scene.teacher, resource)).containsExactly(NoticeKind.PUSHED);
        assertThat(told(scene.clerk, resource))
                .as("of a school where somebody has")
                .containsExactly(NoticeKind.PUSHED);
        scene.open(scene.member, resource);
        scene.remind(push, UUID.randomUUID());
        assertThat(told(scene.member, resource))
                .as("the first stays, the second is not for it")
                .containsExactly(NoticeKind.REMINDED, NoticeKind.PUSHED);
    }

    @Test
    void tellWhoOpenedItThatItWasTakenBack() {
        var resource = scene.centre.share("认识图形");
        var push = scene.centre.push(resource, PushSample.ALL);
        scene.open(scene.member, resource);
        scene.recall(push, push.revision());
        assertThat(told(scene.member, resource)).containsExactly(NoticeKind.PUSH_RECALLED);
        assertThat(told(scene.clerk, resource)).isEmpty();
        assertThat(Objects.requireNonNull(all(scene.member).getFirst().news()).said())
                .isEqualTo("内容有误");
    }

    @Test
    void tellWhoOpenedItThatTheResourceWasTakenBack() {
        var resource = scene.centre.share("认识方位");
        scene.centre.push(resource, PushSample.ALL);
        scene.open(scene.member, resource);
        scene.centre.withdraw(resource, "有错");
        assertThat(told(scene.member, resource)).containsExactly(NoticeKind.RESOURCE_WITHDRAWN);
        assertThat(told(scene.clerk, resource)).isEmpty();
        var news = Objects.requireNonNull(all(scene.member).getFirst().news());
        assertThat(news.said()).isEqualTo("有错");
        assertThat(news.by()).isEqualTo(new Phrase("resource.centre", "普陀区"));
    }

    @Test
    void tellWhoRecommendedWhatTheCentreSays() {
        var resource = scene.world.share(owner, scene.community, "好课件");
        var one = recommend(resource);
        decide(one, false);
        assertThat(told(owner, resource)).containsExactly(NoticeKind.RECOMMENDATION_DECLINED);
        assertThat(told(scene.clerk, resource)).containsExactly(NoticeKind.RECOMMENDATION_DECLINED);
        assertThat(told(scene.teacher, resource)).as("a colleague").isEmpty();
        assertThat(told(scene.member, resource)).isEmpty();
        var again = recommend(resource);
        assertThat(told(owner, resource)).containsExactly(NoticeKind.RECOMMENDATION_DECLINED);
        decide(again, true);
        assertThat(told(owner, resource)).containsExactly(NoticeKind.RECOMMENDATION_ACCEPTED);
    }

    private Recommendation recommend(Resource resource) {
        return app.getBean(Recommendations.class)
                .recommend(
                        UUID.randomUUID(),
                        resource.id(),
                        Optional.of(COUNTY),
                        Optional.empty(),
                        owner.viewer(),
                        scene.scope("Mutation.recommendResource", owner));
    }

    private void decide(Recommendation one, boolean accept) {
        app.getBean(Recommendations.class)
                .decide(
                        one.id(),
                        one.revision(),
                        accept,
                        "已有同类资源",
                        scene.staff.viewer(),
                        scene.scope("Mutation.decideRecommendation", scene.staff));
    }

    @Test
    void tellWhoSharesWhatIsWrongAndNotWhoSaysSo() {
        var resource = scene.world.share(owner, scene.community, "有错的课件");
        scene.world.report(owner, resource);
        assertThat(told(owner, resource)).as("what it says itself").isEmpty();
        var problem = scene.world.report(scene.member, resource);
        assertThat(told(owner, resource)).containsExactly(NoticeKind.PROBLEM_REPORTED);
        assertThat(told(scene.member, resource)).isEmpty();
        assertThat(told(scene.clerk, resource)).isEmpty();
        var answer = api.ask(owner.token(), NOTICES, Map.of("about", List.of("LESSONS", "RESOURCES")))
                .at("/data/myNotices/edges/0/node");
        assertThat(answer.path("kindWords").asString()).isEqualTo("有人反映问题");
        assertThat(answer.path("by").asString()).isEmpty();
        assertThat(answer.path("activity").isNull()).isTrue();
        assertThat(answer.at("/news/words").asString()).isEqualTo("内容有错：第 3 页有错");
        assertThat(answer.at("/news/dueAt").asString())
                .startsWith(problem.dueAt().plusSeconds(8 * 3600).toString().substring(0, 16));
        assertThat(answer.at("/news/resource/id").asString())
                .isEqualTo(resource.globalId().encode());
    }

    @Test
    void standAmongThoseOfLessonsByTimeAndAreReadWithThem() {
        var reader = scene.world.person(Role.CLERK, PlaceKey.school(scene.community.coreId()));
        assertThat(unread(reader)).as("of a new account").isZero();
        scene.world.notice(reader, scene.community);
        var older = scene.centre.push(scene.centre.share("旧的"), PushSample.ALL);
        scene.world.notice(reader, scene.community);
        scene.centre.push(scene.centre.share("新的"), PushSample.ALL);
        var all = all(reader);
        assertThat(all.subList(0, 4))
                .extracting(notice -> notice.news() == null)
                .containsExactly(false, true, false, true);
        assertThat(all).isSortedAccordingTo((one, other) -> other.place().compareTo(one.place()));
        assertThat(pages(reader, 1)).isEqualTo(all);
        assertThat(pages(reader, 3)).isEqualTo(all);
        assertThat(unread(reader)).isEqualTo(4);
        var newsId = api.ask(reader.token(), NOTICES, Map.of("about", List.of("RESOURCES")))
                .at("/data/myNotices/edges/0/node/id")
                .asString();
        assertThat(newsId).isEqualTo(all.getFirst().globalId().encode());
        var lessonsOnly = api.ask(reader.token(), NOTICES, Map.of()).at("/data/myNotices/edges/0/node");
        assertThat(lessonsOnly.at("/activity/id").asString()).isNotEmpty();
        var olderId = all.get(2).globalId().encode();
        assertThat(Objects.requireNonNull(all.get(2).news()).resourceId())
                .isEqualTo(older.said().resourceId());
        for (int time = 1; time <= 2; time++) {
            assertThat(api.ask(reader.token(), READ, Map.of("id", olderId)).body())
                    .contains("\"count\":2", "\"errors\":[]");
        }
        assertThat(all(reader).subList(0, 4)).extracting(Notice::unread).containsExactly(true, true, false, false);
        assertThat(api.ask(reader.token(), READ, Map.of("id", newsId)).body()).contains("\"count\":0");
        var invented = all.getFirst().globalId().raw().replaceFirst("^\\d+", "9999999999999");
        assertThat(api.ask(reader.token(), READ, Map.of("id", new GlobalId("Notice", invented).encode()))
                        .body())
                .contains("NOT_FOUND");
    }

    @Test
    void takeAsManyRoundTripsForOneAsForMany() {
        var reader = scene.teacher;
        scene.centre.push(scene.centre.share("一"), PushSample.ALL);
        recommend(scene.world.share(owner, scene.community, "一"));
        var listing = roundTrips(() -> all(reader));
        var counting = roundTrips(() -> unread(reader));
        var asking = byRequest(reader);
        for (int more = 0; more < 5; more++) {
            scene.centre.push(scene.centre.share("多"), PushSample.ALL);
            decide(recommend(scene.world.share(owner, scene.community, "多")), true);
            scene.world.notice(reader, scene.community);
        }
        assertThat(roundTrips(() -> all(reader)))
                .isLessThanOrEqualTo(listing + 1)
                .isLessThanOrEqualTo(15);
        assertThat(roundTrips(() -> unread(reader))).isLessThanOrEqualTo(counting + 1);
        assertThat(byRequest(reader)).isLessThanOrEqualTo(asking + 1);
    }

    @Test
    void areFoundByIndexes() {
        assumeThat(Stores.findReal()).as("a real mongod explains its plans").isPresent();
        scene.centre.push(scene.centre.share("索引"), PushSample.ALL);
        decide(recommend(scene.world.share(owner, scene.community, "索引")), true);
        for (var reader : List.of(scene.teacher, owner)) {
            assertThat(app.getBean(SentCommands.class).during(() -> all(reader)))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(command -> assertThat(SentCommands.stages(app.getBean(MongoDatabase.class), command))
                            .doesNotContain("COLLSCAN"));
        }
    }

    private int byRequest(Person reader) {
        var everything = Map.of("first", 100, "about", List.of("LESSONS", "RESOURCES"));
        return app.getBean(SentCommands.class)
                .ofRequests(() -> api.ask(reader.token(), NOTICES, everything))
                .size();
    }

    private int roundTrips(Runnable something) {
        return app.getBean(SentCommands.class).countDuring(something);
    }

    @Test
    void nudgeOpenPagesWhenSomethingIsGivenAndNotWhenItIsPlanned() {
        var touched = touchesOf(scene.member);
        var push = scene.centre.push(scene.centre.share("推送"), PushSample.ALL);
        assertThat(stored("pushes", push.id())).containsAnyElementsOf(touched);
        var planned = scene.centre.plan(
                UUID.randomUUID(),
                scene.centre.share("计划"),
                PushSample.ALL,
                Optional.of(Instant.parse("2090-01-01T00:00:00Z")));
        assertThat(stored("pushes", planned.id())).doesNotContainAnyElementsOf(touched);
        var shared = scene.world.share(owner, scene.community, "好课件");
        assertThat(stored("recommendations", recommend(shared).id())).containsAnyElementsOf(touchesOf(owner));
        var problem = scene.world.report(scene.member, shared);
        assertThat(stored("resourceProblems", problem.id()))
                .containsAnyElementsOf(touchesOf(owner))
                .doesNotContainAnyElementsOf(touched);
    }

    private Collection<String> touchesOf(Person person) {
        return app.getBeansOfType(LiveTopics.class).values().stream()
                .filter(room -> room.collections().contains("pushes"))
                .flatMap(room -> room.topicsOf(person.viewer()).getOrDefault("notices", List.of()).stream())
                .toList();
    }

    private List<String> stored(String collection, String id) {
        return Objects.requireNonNull(app.getBean(MongoDatabase.class)
                        .getCollection(collection, Document.class)
                        .find(Filters.eq("_id", id))
                        .first())
                .getList("touches", String.class);
    }
}
