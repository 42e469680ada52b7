package org.tongke.backend.exchange.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Who the teachers of a lesson are. */
@BackendTest
class TeacherTest {
    private static final String WEEK =
            "query W { viewer { teacher { name school { name } subject { name } } } followedChannels { name }"
                    + " myWeek(day: \"2021-03-10\") { entries { activity { title teachers { name teacher { name } } } } } }";

    private final Scene scene;
    private final Platform platform;

    TeacherTest(ApplicationContext application) {
        scene = Scene.in(application).school("河边小学").community("河边", "河边小学", "柳树小学");
        platform = scene.platform("云课");
    }

    @Test
    void isFoundByNumberWhateverTheName() {
        scene.teacher("王海", "城关一小", "1");
        assertThat(platform.sends(lesson("L1").numbered("王 海老师", "1"))).isEqualTo("0 L1 APPLIED");
        assertThat(teachers("L1")).containsExactly("王海");
        assertThat(platform.get("L1").channels().stream().map(scene::unmarked)).contains("teacher:王海");
    }

    @Test
    void isFoundByNameWithinTheSchool() {
        scene.teacher("王海", "城关一小", null);
        scene.teacher("王海二", "王海", "河边小学", null);
        platform.sends(
                lesson("L1").teacher("王 海", "LEADS", "城关一小"),
                lesson("L2").teacher("王海", "LEADS", null),
                lesson("L3").teacher("王海", "ATTENDS", "河边小学"),
                lesson("L4").teacher("王海", "LEADS", "山村小学"),
                lesson("L5").teacher("李山", "LEADS", "城关一小"),
                lesson("L6").teacher("王海", "LEADS", "无名小学"));
        assertThat(teachers("L1")).containsExactly("王海");
        assertThat(teachers("L2")).containsExactly("王海");
        assertThat(teachers("L3")).as("a guest").containsExactly("王海二");
        assertThat(teachers("L4")).containsExactly("-");
        assertThat(teachers("L5")).containsExactly("-");
        assertThat(teachers("L6")).containsExactly("-");
    }

    @Test
    void isNotTheOneWithAnotherNumber() {
        scene.teacher("王海", "城关一小", "1");
        platform.sends(lesson("L1").numbered("王海", "2"), lesson("L2").teacher("王海", null, null));
        assertThat(teachers("L1")).containsExactly("-");
        assertThat(teachers("L2")).as("no number is said").containsExactly("王海");
    }

    @Test
    void isKeptAsideWhereSeveralBearTheName() {
        scene.teacher("甲", "王海", "城关一小", "1");
        scene.teacher("乙", "王海", "山村小学", "2");
        scene.teacher("丙", "王海", "山村小学", null);
        assertThat(platform.sends(
                        lesson("L1").teacher("李山", null, null).teacher("王海", null, null),
                        lesson("L2").teacher("王海", null, "城关一小"),
                        lesson("L3").teacher("王海", null, "山村小学"),
                        lesson("L4").numbered("王海", "2")))
                .isEqualTo("""
                        0 L1 QUARANTINED TEACHER_AMBIGUOUS activities.0.teachers.1.name [王海]
                        1 L2 APPLIED
                        2 L3 QUARANTINED TEACHER_AMBIGUOUS activities.2.teachers.0.name [王海]
                        3 L4 APPLIED""");
        assertThat(teachers("L2")).containsExactly("甲");
        assertThat(teachers("L4")).containsExactly("乙");
    }

    @Test
    void hasANumberOfHisOwn() {
        scene.teacher("王海", "城关一小", "1");
        scene.teacher("李山", "城关一小", null);
        scene.teacher("张三", "城关一小", null);
        scene.teacher("王海", "山村小学", "1");
        assertThatThrownBy(() -> scene.teacher("李山", "城关一小", "1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("ID_REUSED");
    }

    @Test
    void findsWhatHeTeachesInATimetableThatWasNeverEdited() {
        var guest = scene.teacher("王海", "河边小学", null);
        platform.sends(lesson("L1").teacher("王海", "LEADS", "河边小学"));
        var answer = scene.ask(scene.as(guest), "zh-CN", WEEK, Map.of());
        assertThat(scene.unmarked(answer.at("/data").toString())).isEqualTo("""
                {"viewer":{"teacher":{"name":"王海","school":{"name":"河边小学"},"subject":{"name":"数学"}}},\
                "followedChannels":[{"name":"王海"},{"name":"河边"},{"name":"河边小学"}],\
                "myWeek":{"entries":[{"activity":{"title":"分数的意义","teachers":[{"name":"王海","teacher":{"name":"王海"}}]}}]}}""");
    }

    private List<String> teachers(String externalId) {
        return platform.get(externalId).teachers().stream()
                .map(teacher -> teacher.teacherId() == null ? "-" : scene.unmarked(teacher.teacherId()))
                .toList();
    }
}
