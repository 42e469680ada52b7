package org.tongke.backend.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.EntryForm;
import org.tongke.backend.activity.HandEntries;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.live.LiveTopics;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.World;
import org.tongke.backend.timetable.notice.Notice;
import org.tongke.backend.timetable.notice.NoticeAbout;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.Notices;

/** Somebody says that something is wrong with a lesson; those who are nearest to it see to it, and tell what they did. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {
    private static final String COUNTY = "330304";
    private static final String NOTICES = """
            { myNotices(about: [CORRECTIONS]) { edges { node { kind kindWords by words news { title }
                activity { title } fields { field } } } } unreadNoticeCount(about: [CORRECTIONS]) { count } }""";

    private final ApplicationContext app;
    private final Corrections corrections;
    private final Notices notices;
    private final SentCommands commands;
    private final MongoDatabase database;
    private final Api api;
    private World world;
    private Community here;
    private Person teacher;
    private Person clerk;
    private Person ofNext;
    private Person officer;
    private Person platform;

    @Autowired
    CorrectionsTest(
            ApplicationContext app,
            Corrections corrections,
            Notices notices,
            SentCommands commands,
            MongoDatabase database,
            @LocalServerPort int port) {
        this.app = app;
        this.corrections = corrections;
        this.notices = notices;
        this.commands = commands;
        this.database = database;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        world = World.in(app);
        here = world.community(world.school(COUNTY), world.schools(COUNTY, 1));
        var next = world.community(world.school(COUNTY), world.schools(COUNTY, 1));
        teacher = world.person(Role.TEACHER, PlaceKey.school(here.memberIds().getFirst()));
        clerk = world.person(Role.CLERK, PlaceKey.school(here.coreId()));
        ofNext = world.person(Role.CLERK, PlaceKey.school(next.coreId()));
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        platform = world.platformOf(world.supplierOfLessons());
    }

    private Scope scope(String field, Person person) {
        return app.getBean(WhoMay.class).permission(field, person.viewer()).scope();
    }

    private Correction ask(UUID id, Activity lesson, CorrectionKind kind, @Nullable String text) {
        return corrections.ask(id, lesson.id(), kind, text, teacher.viewer(), scope("Mutation.askCorrection", teacher));
    }

    private Correction settle(Person person, Correction correction, long revision) {
        return corrections.settle(
                correction.id(), revision, "已改到第 3 节", person.viewer(), scope("Mutation.settleCorrection", person));
    }

    private List<String> waiting(Person person) {
        return waiting(person.viewer(), scope("Query.corrections", person));
    }

    private List<String> waiting(Viewer viewer, Scope scope) {
        return corrections.list(true, new PageRequest(100, Optional.empty()), viewer, scope).edges().stream()
                .map(edge -> edge.node().id())
                .toList();
    }

    private static String refusal(Runnable command) {
        var refused = catchThrowableOfType(RefusedException.class, command::run);
        var first = refused.refusals().getFirst();
        return first.code() + " " + String.join(".", first.path());
    }

    private List<NoticeKind> told(Viewer viewer, Activity lesson) {
        return notices
                .list(viewer, EnumSet.of(NoticeAbout.CORRECTIONS), new PageRequest(100, Optional.empty()))
                .edges()
                .stream()
                .map(edge -> edge.node())
                .filter(notice -> Objects.requireNonNull(notice.activity()).id().equals(lesson.id()))
                .map(Notice::kind)
                .toList();
    }

    @Test
    void goesToWhoIsNearestAndToNobodyElse() {
        var id = UUID.randomUUID();
        var lesson = world.lesson(here, world.day(40));
        var correction = ask(id, lesson, CorrectionKind.TIME, "是第 3 节\n不是第 2 节");
        assertThat(correction.text()).isEqualTo("是第 3 节 不是第 2 节");
        assertThat(ask(id, lesson, CorrectionKind.TIME, "是第 3 节\n不是第 2 节")).isEqualTo(correction);
        assertThat(refusal(() -> ask(id, lesson, CorrectionKind.JOIN, null))).isEqualTo("ID_REUSED id");
        for (var person : List.of(teacher, clerk, officer, platform)) {
            assertThat(waiting(person)).contains(correction.id());
        }
        assertThat(waiting(ofNext)).doesNotContain(correction.id());
        assertThat(waiting(world.platformOf(world.supplier()))).doesNotContain(correction.id());
        var other = world.person(Role.TEACHER, PlaceKey.school(here.coreId()));
        assertThat(waiting(other)).as("neither said it nor leads").isEmpty();
    }

    @Test
    void isSaidInWordsWhereTheKindDoesNotSayIt() {
        var lesson = world.lesson(here, world.day(41));
        assertThat(refusal(() -> ask(UUID.randomUUID(), lesson, CorrectionKind.OTHER, " \n ")))
                .isEqualTo("REQUIRED text");
        assertThat(refusal(() -> ask(UUID.randomUUID(), lesson, CorrectionKind.OTHER, "长".repeat(501))))
                .isEqualTo("TOO_LONG text");
        assertThat(refusal(() -> corrections.ask(
                        UUID.randomUUID(),
                        "nobody:none",
                        CorrectionKind.TIME,
                        null,
                        teacher.viewer(),
                        Scope.EVERYWHERE)))
                .isEqualTo("NOT_FOUND activityId");
        assertThat(ask(UUID.randomUUID(), lesson, CorrectionKind.NOT_HELD, null).text())
                .isNull();
    }

    @Test
    void isSettledOnceByWhoIsNearest() {
        var first = ask(UUID.randomUUID(), world.lesson(here, world.day(42)), CorrectionKind.TIME, null);
        assertThat(refusal(() -> settle(teacher, first, 1))).isEqualTo("NOT_FOUND correctionId");
        assertThat(refusal(() -> settle(ofNext, first, 1))).isEqualTo("NOT_FOUND correctionId");
        assertThat(refusal(() -> settle(clerk, first, 2))).isEqualTo("REVISION_STALE expectedRevision");
        var done = settle(platform, first, 1);
        assertThat(done.isOpen()).isFalse();
        assertThat(settle(officer, first, 1)).as("seen to already").isEqualTo(done);
        assertThat(waiting(clerk)).doesNotContain(first.id());
    }

    @Test
    void isSettledByWhoLeadsTheLesson() {
        var core = world.schoolsOf(here).getFirst();
        var leads = world.teacher(core, "王老师");
        var person = world.person(Role.TEACHER, PlaceKey.school(core.id()));
        var viewer = new Viewer(person.account(), "王老师", person.viewer().grants(), leads.id());
        var lesson = entered(List.of(new EntryForm.Teacher(leads.id(), null, TeachingRole.LEADS, null)));
        var correction = ask(UUID.randomUUID(), lesson, CorrectionKind.PLACE, null);
        assertThat(correction.about().suppliers()).isEmpty();
        assertThat(waiting(viewer, Scope.NOWHERE)).contains(correction.id());
        assertThat(told(viewer, lesson)).containsExactly(NoticeKind.CORRECTION_ASKED);
        assertThat(corrections
                        .settle(correction.id(), 1, "在录播教室", viewer, Scope.NOWHERE)
                        .isOpen())
                .isFalse();
        assertThat(told(teacher.viewer(), lesson)).containsExactly(NoticeKind.CORRECTION_SETTLED);
    }

    private Activity entered(List<EntryForm.Teacher> teachers) {
        var schools = here.schoolIds().stream()
                .map(id -> new EntryForm.School(id, null, null))
                .toList();
        var form = new EntryForm(
                "OFFLINE_RESEARCH", "教研", null, null, null, schools, teachers, null, null, null, List.of(), List.of());
        var begin = world.day(43);
        return app.getBean(HandEntries.class)
                .enter(
                        UUID.randomUUID(),
                        here.id(),
                        form,
                        begin,
                        begin.plus(Duration.ofMinutes(40)),
                        clerk.viewer(),
                        scope("Mutation.enterActivity", clerk));
    }

    @Test
    void isToldToTheSchoolWithoutTheNameAndBackToWhoSaidIt() {
        var lesson = world.lesson(here, world.day(44));
        var correction = ask(UUID.randomUUID(), lesson, CorrectionKind.TIME, "是第 3 节");
        assertThat(told(clerk.viewer(), lesson)).containsExactly(NoticeKind.CORRECTION_ASKED);
        assertThat(told(teacher.viewer(), lesson)).as("what it says itself").isEmpty();
        assertThat(told(ofNext.viewer(), lesson)).isEmpty();
        var asked = api.ask(clerk.token(), NOTICES, Map.of());
        var newest = asked.at("/data/myNotices/edges/0/node");
        assertThat(newest.path("kindWords").asString()).isEqualTo("有人纠错");
        assertThat(newest.path("words").asString()).isEqualTo("时间不对：是第 3 节");
        assertThat(newest.path("by").asString()).isEmpty();
        assertThat(newest.path("news").isNull()).isTrue();
        assertThat(newest.at("/activity/title").asString()).isEqualTo(lesson.title());
        assertThat(asked.at("/data/unreadNoticeCount/count").asInt()).isPositive();
        settle(clerk, correction, 1);
        var settled = api.ask(teacher.token(), NOTICES, Map.of()).at("/data/myNotices/edges/0/node");
        assertThat(settled.path("kind").asString()).isEqualTo("CORRECTION_SETTLED");
        assertThat(settled.path("words").asString()).isEqualTo("时间不对：已改到第 3 节");
        assertThat(settled.path("by").asString()).isEqualTo("张老师");
    }

    @Test
    void nudgesOpenPagesOfWhoIsTold() {
        var correction = ask(UUID.randomUUID(), world.lesson(here, world.day(45)), CorrectionKind.TIME, null);
        var touches = Objects.requireNonNull(database.getCollection(CorrectionStore.COLLECTION, Document.class)
                        .find(Filters.eq("_id", correction.id()))
                        .first())
                .getList("touches", String.class);
        assertThat(touches).containsAnyElementsOf(touchesOf(clerk)).containsAnyElementsOf(touchesOf(teacher));
        assertThat(touches).doesNotContainAnyElementsOf(touchesOf(ofNext));
    }

    private Collection<String> touchesOf(Person person) {
        return app.getBeansOfType(LiveTopics.class).values().stream()
                .filter(room -> room.collections().contains(CorrectionStore.COLLECTION))
                .flatMap(room -> room.topicsOf(person.viewer()).getOrDefault("notices", List.of()).stream())
                .toList();
    }

    @Test
    void areFoundByIndexes() {
        Assumptions.assumeTrue(Stores.findReal().isPresent(), "the embedded store explains nothing");
        var page = new PageRequest(10, Optional.empty());
        var viewer = new Viewer(clerk.account(), "张老师", clerk.viewer().grants(), "teacher");
        for (var scope : List.of(Scope.NOWHERE, Scope.EVERYWHERE, scope("Query.corrections", clerk))) {
            var sent = commands.during(() -> corrections.list(true, page, viewer, scope));
            assertThat(SentCommands.stages(database, sent.getLast()))
                    .contains("IXSCAN")
                    .doesNotContain("COLLSCAN");
        }
        var about = EnumSet.of(NoticeAbout.CORRECTIONS);
        var sent = commands.during(() -> notices.list(viewer, about, page));
        assertThat(sent.stream()
                        .filter(command -> command.containsKey("find")
                                && command.getString("find").getValue().equals(CorrectionStore.COLLECTION))
                        .map(command -> SentCommands.stages(database, command)))
                .hasSize(1)
                .allSatisfy(stages -> assertThat(stages).contains("IXSCAN").doesNotContain("COLLSCAN"));
    }
}
