package org.tongke.backend.timetable.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Somebody at 山村小学, whose timetable nobody edited, is told of what happens to the lessons of the school and its community. */
@Tag("slow")
@BackendTest
class NoticesTest {
    private static final String MOVED =
            "*MOVED 云课 time: 2021-03-10T02:20:00Z\t2021-03-10T03:00:00Z → 2021-03-11T06:00:00Z\t2021-03-11T06:40:00Z";
    private static final String CANCELLED = "*CANCELLED 云课 state: PLANNED → CANCELLED";

    private final ApplicationContext application;
    private final Scene scene;
    private final Platform platform;
    private final Reader reader;

    NoticesTest(ApplicationContext application) {
        this.application = application;
        scene = Scene.in(application);
        platform = scene.platform("云课");
        reader = new Reader(scene, scene.at("山村小学", Role.TEACHER), application);
        platform.sends(lesson("L1"));
    }

    @Test
    void areNoneOfANewLesson() {
        assertThat(reader.sees()).isEmpty();
        assertThat(reader.unread()).isZero();
    }

    @Test
    void tellOldAndNewOnce() {
        var moved = lesson("L1").revision(2).at("2021-03-11 14:00");
        platform.sends(moved);
        assertThat(platform.sends(moved)).isEqualTo("0 L1 UNCHANGED");
        assertThat(platform.sends(lesson("L1"))).isEqualTo("0 L1 OLDER");
        assertThat(reader.sees()).containsExactly(MOVED);
        assertThat(reader.unread()).isOne();
    }

    @Test
    void tellWhatKindOfChangeItIs() {
        platform.sends(lesson("L1").revision(2).cancelled());
        platform.sends(lesson("L1").revision(3));
        var schools = lesson("L1").schools("城关一小");
        platform.sends(schools.school("山村小学", null, "录播室").revision(4));
        platform.sends(schools.school("山村小学", null, "多功能厅").revision(5));
        var here = schools.school("山村小学", null, "多功能厅");
        platform.sends(here.teacher("王老师", null, null).revision(6));
        platform.sends(here.teacher("王老师", null, null).title("小数").revision(7));
        platform.sends(here.teacher("王老师", null, null)
                .title("小数")
                .with("className", "五年级2班")
                .revision(8));
        assertThat(reader.sees())
                .containsExactly(
                        "*DETAILS 云课 className: null → 五年级2班; grade: null → G5",
                        "*TITLE 云课 title: 分数的意义 → 小数",
                        "*TEACHERS 云课 teachers: null → LEADS\t王老师",
                        "*PLACE 云课 room: 山村小学\t录播室 → 山村小学\t多功能厅",
                        "*PLACE 云课 room: null → 山村小学\t录播室",
                        "*RESTORED 云课 state: CANCELLED → PLANNED",
                        CANCELLED);
    }

    @Test
    void areOneOfAChangeAndTwoOfTwo() {
        platform.sends(lesson("L1").revision(2).at("2021-03-11 14:00").title("小数"));
        assertThat(reader.notices()).hasSize(1);
        assertThat(reader.notices().getFirst().kind()).isEqualTo(NoticeKind.MOVED);
        assertThat(reader.notices().getFirst().fields()).hasSize(2);
        platform.sends(lesson("L1").revision(3).at("2021-03-12 14:00").title("小数"));
        assertThat(reader.notices()).hasSize(2);
        assertThat(reader.unread()).isEqualTo(2);
    }

    @Test
    void tellOnlyOfWhatIsShown() {
        platform.sends(lesson("L2").series("S", "分数"));
        platform.sends(lesson("L1").revision(2).cancelled());
        platform.sends(lesson("L2").series("S", "分数").revision(2).cancelled());
        var one = id(platform.get("L1").globalId());
        var other = id(platform.get("L2").globalId());
        var series =
                Objects.requireNonNull(platform.get("L2").series()).globalId().encode();
        assertThat(reader.unread()).isEqualTo(2);
        reader.selections().hide(reader.viewer(), one);
        assertThat(activities()).containsExactly("L2");
        assertThat(reader.unread()).isOne();
        reader.selections().hideSeries(reader.viewer(), series);
        assertThat(reader.sees()).isEmpty();
        assertThat(reader.unread()).isZero();
        reader.selections().add(reader.viewer(), other);
        assertThat(activities()).as("added by itself").containsExactly("L2");
        reader.selections().show(reader.viewer(), one);
        assertThat(activities()).containsExactly("L2", "L1");
    }

    @Test
    void endWithFollowing() {
        platform.sends(lesson("L1").revision(2).cancelled());
        reader.unfollows(scene.communityNamed("城关"));
        assertThat(reader.unread()).isOne();
        reader.unfollows(scene.schoolNamed("山村小学"));
        assertThat(reader.sees()).isEmpty();
        assertThat(reader.unread()).isZero();
        reader.follows(scene.communityNamed("城关"));
        assertThat(reader.sees()).containsExactly(CANCELLED);
    }

    @Test
    void tellOfWhatLeavesAndOfNothingAfterwards() {
        scene.community("柳市", "柳市一小", "柳市二小");
        var away = lesson("L1").schools("柳市一小", "柳市二小");
        platform.sends(away.revision(2));
        platform.sends(away.revision(3).cancelled());
        assertThat(reader.sees())
                .hasSize(1)
                .allSatisfy(notice -> assertThat(notice).contains("schools: 城关一小\n山村小学 → 柳市一小\n柳市二小"));
        var other = new Reader(scene, scene.at("柳市一小", Role.CLERK), application);
        assertThat(other.notices()).extracting(Notice::kind).containsExactly(NoticeKind.CANCELLED, NoticeKind.PLACE);
    }

    @Test
    void areFoundHoweverOftenALessonMovedSince() {
        scene.community("柳市", "柳市一小", "柳市二小");
        for (int revision = 2; revision <= 16; revision++) {
            platform.sends(lesson("L1")
                    .schools("柳市一小", "柳市二小")
                    .revision(revision)
                    .at("2021-04-%02d 08:00".formatted(revision)));
        }
        assertThat(reader.notices()).extracting(Notice::kind).containsExactly(NoticeKind.MOVED);
    }

    @Test
    void areNoneForOthers() {
        scene.community("柳市", "柳市一小", "柳市二小");
        platform.sends(lesson("L1").revision(2).cancelled());
        var other = new Reader(scene, scene.at("柳市一小", Role.TEACHER), application);
        assertThat(other.sees()).isEmpty();
        assertThat(other.unread()).isZero();
        other.selections().add(other.viewer(), id(platform.get("L1").globalId()));
        assertThat(other.sees()).as("added by itself").containsExactly(CANCELLED);
    }

    @Test
    void tellOfLinksOnlyWhoTakesPart() {
        var teaching = new Reader(scene, scene.as(scene.teacher("李芳", "山村小学", null)), application);
        var colleague = new Reader(scene, scene.as(scene.teacher("王芳", "山村小学", null)), application);
        var taught = lesson("L1").teacher("李芳", "LEADS", "山村小学");
        platform.sends(taught.revision(2));
        platform.sends(taught.with("joinUrl", "https://lessons.example/1").revision(3));
        platform.sends(
                taught.with("joinUrl", "https://lessons.example/2").title("小数").revision(4));
        assertThat(teaching.sees())
                .startsWith(
                        "*TITLE 云课 title: 分数的意义 → 小数; joinUrl: https://lessons.example/1 → https://lessons.example/2",
                        "*LINKS 云课 joinUrl: null → https://lessons.example/1")
                .hasSize(3);
        assertThat(colleague.sees()).startsWith("*TITLE 云课 title: 分数的意义 → 小数").hasSize(2);
    }

    @Test
    void areNoneOfWhatASchoolSaysAfterwards() {
        application
                .getBean(Activities.class)
                .recordAttendance(platform.get("L1").id(), 40, 1, scene.at("城关一小", Role.CLERK), Scope.EVERYWHERE);
        assertThat(platform.get("L1").history()).hasSize(2);
        assertThat(reader.sees()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void comeInPagesThatAreTogetherTheList(int first) {
        platform.sends(List.of(lesson("L2"), lesson("L3")));
        platform.sends(List.of(
                lesson("L1").revision(2).cancelled(),
                lesson("L2").revision(2).cancelled(),
                lesson("L3").revision(2).cancelled()));
        platform.sends(lesson("L2").revision(3));
        assertThat(reader.pages(first))
                .isEqualTo(reader.notices().stream().map(Notice::globalId).toList())
                .hasSize(4);
    }

    private List<String> activities() {
        return reader.notices().stream()
                .map(notice -> Objects.requireNonNull(notice.activity()).key().externalId())
                .toList();
    }

    private static String id(GlobalId id) {
        return id.encode();
    }
}
