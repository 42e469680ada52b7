package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.Sharing;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.PushSample;

/** A resource goes to the schools that meet a rule, where it is seen, used and counted, and from where it can be taken back. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushedResourcesTest {
    private static final String COUNTY = "331127";
    private static final String MINE = """
            query { unreadPushCount myPushes(first: 100) { edges { node { title note openedAt remindedAt deliveredAt
                centre { code } recall { reason } resource { title version { url } } } } } }""";
    private static final String OF_CENTRE = """
            query($push: ID!) { node(id: $push) { ... on Push { state title rule { areas regions { code } subjects { code } }
                counts { schools notOpened opened used people } viewerCanEdit viewerCanRecall viewerCanRemind
                reminders { schools by } } }
                pushReceipts(pushId: $push, filter: OPENED) { edges { node { schoolName openedBy lessonCount school { name } } } } }""";

    private final ApplicationContext app;
    private final Api api;
    private PushScene scene;

    @Autowired
    PushedResourcesTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        scene = PushScene.in(app, COUNTY);
    }

    @Test
    void areSeenOnlyByTheSchoolsThatMeetTheRule() {
        var resource = scene.centre.share("乡村小规模学校复式教学");
        assertThat(List.of(scene.staff, scene.staffAway, scene.member, scene.clerk))
                .as("before it is pushed")
                .extracting(person -> scene.sees(person, resource))
                .containsExactly(true, false, false, false);
        var push = scene.centre.push(resource, PushScene.areas(SchoolArea.RURAL));
        assertThat(scene.sees(scene.member, resource)).isTrue();
        assertThat(scene.received(scene.member, resource))
                .hasValueSatisfying(one -> assertThat(one.isUnread()).isTrue());
        assertThat(List.of(scene.teacher, scene.clerk, scene.away))
                .extracting(person -> scene.sees(person, resource))
                .containsOnly(false);
        assertThat(scene.schools(push, null))
                .contains(scene.community.memberIds().getFirst());
        assertThat(scene.schools(push, null)).doesNotContain(scene.community.coreId());
    }

    @Test
    void areSeenByTeachersOfTheSubjectAndByClerks() {
        var resource = scene.centre.share("函数图像");
        var push = scene.centre.push(resource, PushScene.subjects("数学"));
        assertThat(scene.schools(push, null)).contains(scene.community.coreId());
        assertThat(scene.schools(push, null))
                .as("without a mathematician")
                .doesNotContain(scene.community.memberIds().getFirst());
        assertThat(scene.sees(scene.teacher, resource)).isTrue();
        assertThat(scene.sees(scene.clerk, resource)).isTrue();
        var musician = scene.centre.share("合唱");
        scene.world.teacher(scene.world.schoolsOf(scene.community).getFirst(), "音乐老师");
        app.getBean(Teachers.class)
                .put(
                        "push-" + UUID.randomUUID(),
                        "音乐老师",
                        scene.world.schoolsOf(scene.community).getFirst(),
                        "MUSIC",
                        null);
        scene.centre.push(musician, PushScene.subjects("MUSIC"));
        assertThat(scene.sees(scene.teacher, musician)).isFalse();
        assertThat(scene.sees(scene.clerk, musician)).isTrue();
    }

    @Test
    void areReceiptedBySchoolAndRemindedOfWhereNobodyOpenedThem() {
        var resource = scene.centre.share("分数的意义");
        var push = scene.centre.push(resource, PushSample.ALL);
        var unread = scene.unread(scene.member);
        var core = scene.community.coreId();
        var country = scene.community.memberIds().getFirst();
        scene.open(scene.teacher, resource);
        scene.open(scene.clerk, resource);
        scene.open(scene.clerk, resource);
        var lesson = scene.world.lesson(scene.community, scene.world.day(10));
        scene.world.tie(scene.teacher, resource, lesson);
        assertThat(scene.schools(push, ReceiptFilter.OPENED)).containsExactly(core);
        assertThat(scene.receipts(push, ReceiptFilter.OPENED).getFirst().openedBy())
                .isEqualTo(2);
        assertThat(scene.schools(push, ReceiptFilter.USED)).containsExactlyInAnyOrder(core, country);
        assertThat(scene.schools(push, ReceiptFilter.NOT_OPENED))
                .contains(country)
                .doesNotContain(core);
        var counts = scene.counts(push);
        assertThat(counts.opened()).isEqualTo(1);
        assertThat(counts.people()).isEqualTo(2);
        assertThat(counts.used()).isEqualTo(2);
        var id = UUID.randomUUID();
        var reminded = scene.remind(push, id);
        assertThat(reminded.reminders().getFirst().schools()).isEqualTo(counts.notOpened());
        assertThat(scene.remind(push, id)).isEqualTo(reminded);
        assertThat(scene.received(scene.member, resource).orElseThrow().remindedAt())
                .isNotNull();
        assertThat(scene.received(scene.clerk, resource).orElseThrow().remindedAt())
                .as("has opened it")
                .isNull();
        assertThat(scene.unread(scene.member)).isEqualTo(unread);
        scene.open(scene.member, resource);
        assertThat(scene.unread(scene.member)).isEqualTo(unread - 1);
    }

    @Test
    void areToldToCentreAndSchools() {
        var resource = scene.centre.share("小数");
        var push = scene.centre.push(resource, PushScene.areas(SchoolArea.RURAL));
        scene.open(scene.member, resource);
        var seen = api.ask(
                        scene.staff.token(),
                        OF_CENTRE,
                        Map.of("push", push.globalId().encode()))
                .body();
        assertThat(seen)
                .contains(
                        "\"state\":\"DELIVERED\"",
                        "\"areas\":[\"RURAL\"]",
                        "\"opened\":1",
                        "\"viewerCanEdit\":false",
                        "\"viewerCanRecall\":true",
                        "\"viewerCanRemind\":true",
                        "\"openedBy\":1",
                        "\"lessonCount\":0");
        for (var other : List.of(scene.staffAway, scene.member, scene.clerk)) {
            assertThat(api.ask(
                                    other.token(),
                                    OF_CENTRE,
                                    Map.of("push", push.globalId().encode()))
                            .body())
                    .doesNotContain("小数", "openedBy");
        }
        assertThat(api.ask(scene.member.token(), MINE, Map.of()).body())
                .contains("\"title\":\"小数\"", "\"note\":\"请看\"", "\"code\":\"" + COUNTY + "\"", "https://example.com/");
    }

    @Test
    void leaveTheListsWhenTheyAreRecalledAfterOpening() {
        var resource = scene.centre.share("旧教材");
        var push = scene.centre.push(resource, PushScene.areas(SchoolArea.RURAL, SchoolArea.TOWN));
        scene.open(scene.member, resource);
        assertThat(scene.refusal(() -> scene.recall(push, 1))).isEqualTo("REVISION_STALE expectedRevision");
        var recalled = scene.recall(push, push.revision());
        assertThat(scene.recall(push, 1)).as("again").isEqualTo(recalled);
        assertThat(scene.sees(scene.member, resource)).isFalse();
        assertThat(scene.sees(scene.clerk, resource)).isFalse();
        assertThat(scene.refusal(() -> scene.open(scene.member, resource))).isEqualTo("NOT_FOUND resourceId");
        assertThat(scene.received(scene.member, resource))
                .hasValueSatisfying(
                        one -> assertThat(one.recall().orElseThrow().reason()).isEqualTo("内容有误"));
        assertThat(scene.received(scene.clerk, resource))
                .as("has not opened it")
                .isEmpty();
        assertThat(scene.counts(recalled).opened()).as("receipts stay").isEqualTo(1);
        assertThat(scene.refusal(() -> scene.remind(recalled, UUID.randomUUID())))
                .isEqualTo("PUSH_NOT_DELIVERED pushId");
        assertThat(api.ask(scene.member.token(), MINE, Map.of()).body())
                .contains("{\"reason\":\"内容有误\"},\"resource\":null");
    }

    @Test
    void goOutWhenTheirTimeHasComeAndNotWhenTheyAreRecalledBefore() {
        var resource = scene.centre.share("开学第一课");
        var later = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        var id = UUID.randomUUID();
        var rule = PushScene.areas(SchoolArea.RURAL);
        var planned = scene.centre.plan(id, resource, rule, Optional.of(later));
        assertThat(scene.centre.plan(id, resource, rule, Optional.of(later))).isEqualTo(planned);
        assertThat(scene.refusal(
                        () -> scene.centre.plan(id, resource, PushScene.areas(SchoolArea.TOWN), Optional.of(later))))
                .isEqualTo("ID_REUSED id");
        var store = app.getBean(PushStore.class);
        assertThat(store.findDue(later.minusMillis(1), 1000)).doesNotContain(planned);
        assertThat(store.findDue(later, 1000)).contains(planned);
        assertThat(scene.sees(scene.member, resource)).isFalse();
        var other = scene.centre.plan(UUID.randomUUID(), resource, rule, Optional.of(later));
        scene.recall(other, 1);
        assertThat(store.findDue(later, 1000)).extracting(Push::id).doesNotContain(other.id());
        var atOnce = new PushSaid(resource.id(), rule, Optional.of("改了"), Optional.empty(), false);
        assertThat(scene.refusal(() -> edit(planned, 2, atOnce))).isEqualTo("REVISION_STALE expectedRevision");
        edit(planned, 1, atOnce);
        var delivered = scene.centre.await(planned, PushState.DELIVERED);
        assertThat(scene.sees(scene.member, resource)).isTrue();
        assertThat(delivered.said().note()).isEqualTo("改了");
        assertThat(edit(planned, 1, atOnce)).as("said again").isEqualTo(delivered);
        var otherwise = new PushSaid(resource.id(), rule, Optional.of("又改了"), Optional.empty(), false);
        assertThat(scene.refusal(() -> edit(delivered, delivered.revision(), otherwise)))
                .isEqualTo("PUSH_NOT_PLANNED pushId");
    }

    private Push edit(Push push, long revision, PushSaid said) {
        return scene.pushing()
                .edit(push.id(), revision, said, scene.staff.viewer(), scene.scope("Mutation.editPush", scene.staff));
    }

    @Test
    void areNotDeliveredWhenTheResourceIsTakenBackBefore() {
        var resource = scene.centre.share("作废");
        var planned = scene.centre.plan(
                UUID.randomUUID(),
                resource,
                PushSample.ALL,
                Optional.of(Instant.now().plus(Duration.ofDays(1))));
        app.getBean(Sharing.class)
                .withdraw(
                        resource.id(),
                        1,
                        "有错",
                        scene.staff.viewer(),
                        scene.scope("Mutation.withdrawResource", scene.staff));
        app.getBean(Deliverer.class).deliver(planned);
        var after = scene.centre.await(planned, PushState.RECALLED);
        assertThat(after.recall()).isNotNull().extracting(Push.Recall::reason).isEqualTo("有错");
        assertThat(scene.schools(after, null)).isEmpty();
    }

    @Test
    void getVersionsFromTheirOwnerOnly() {
        var resource = scene.centre.share("别人的");
        scene.centre.push(resource, PushScene.areas(SchoolArea.RURAL));
        var link = new ContentSaid(
                Optional.empty(), Optional.of(new ResourceContent.Link("https://example.com/other", false)));
        assertThat(scene.refusal(() -> app.getBean(Sharing.class)
                        .addVersion(
                                UUID.randomUUID(), resource.id(), 1, link, Optional.empty(), scene.member.viewer())))
                .isEqualTo("NOT_FOUND resourceId");
    }
}
