package org.tongke.backend.exchange.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

@Tag("slow")
@BackendTest
class MovedLessonTest {
    private final Activities activities;
    private final Scene scene;
    private final Platform platform;

    MovedLessonTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        platform.sends(lesson("L1"));
    }

    @Test
    void leavesItsPlaceOnEachChannel() {
        assertThat(platform.sends(lesson("L1").revision(2).at("2021-03-12 14:00")))
                .isEqualTo("0 L1 APPLIED");
        assertThat(platform.prints("L1")).startsWith("03-12 14:00–14:40 |").endsWith("| r2");
        assertThat(platform.get("L1").movedFrom()).isEqualTo("2021-03-10T02:20:00Z");
        assertThat(platform.printsVacated("L1"))
                .containsExactly(
                        "community:城关 03-10 10:20",
                        "school:330382-城关一小 03-10 10:20",
                        "school:330382-山村小学 03-10 10:20",
                        "subject:MATHEMATICS@330382 03-10 10:20");
        assertThat(platform.printsHistory("L1"))
                .containsExactly(
                        "2 云课 time: 2021-03-10T02:20:00Z\t2021-03-10T03:00:00Z → 2021-03-12T06:00:00Z\t2021-03-12T06:40:00Z",
                        "1 云课 ");
    }

    @Test
    void isFoundWhereItStandsAndWhereItStood() {
        platform.sends(lesson("L1").revision(2).at("2021-03-19 14:00"));
        assertThat(found("2021-03-10", "2021-03-11")).containsExactly("L1");
        assertThat(found("2021-03-19", "2021-03-20")).containsExactly("L1");
        assertThat(found("2021-03-11", "2021-03-19")).isEmpty();
        assertThat(found("2021-03-01", "2021-04-01")).as("once").containsExactly("L1");
        var channel = scene.communityNamed("城关").channel();
        assertThat(activities.countByChannels(
                        List.of(channel), at("2021-03-10"), at("2021-03-11"), 10, Scope.EVERYWHERE))
                .isZero();
    }

    @Test
    void hasNotLeftThePlaceToWhichItReturns() {
        platform.sends(lesson("L1").revision(2).at("2021-03-12 14:00"));
        platform.sends(lesson("L1").revision(3));
        assertThat(platform.printsVacated("L1"))
                .containsExactly(
                        "community:城关 03-12 14:00",
                        "school:330382-城关一小 03-12 14:00",
                        "school:330382-山村小学 03-12 14:00",
                        "subject:MATHEMATICS@330382 03-12 14:00");
        assertThat(platform.get("L1").movedFrom()).isEqualTo("2021-03-12T06:00:00Z");
    }

    @Test
    void thatOnlyGetsLongerStaysInItsPlace() {
        platform.sends(lesson("L1").revision(2).with("endsAt", "2021-03-10T11:05:00+08:00"));
        assertThat(platform.prints("L1")).startsWith("03-10 10:20–11:05 |");
        assertThat(platform.printsVacated("L1")).isEmpty();
        assertThat(platform.get("L1").movedFrom()).isNull();
    }

    @Test
    void keepsTheLastTenPlacesAndTwentyWrites() {
        for (int move = 1; move <= 25; move++) {
            platform.sends(lesson("L1").revision(1 + move).at("2021-03-10 10:%02d".formatted(20 + move)));
        }
        var lesson = platform.get("L1");
        assertThat(lesson.revision()).isEqualTo(26);
        assertThat(platform.printsVacated("L1")).hasSize(40);
        assertThat(platform.printsVacated("L1").getFirst()).endsWith(" 10:44");
        assertThat(platform.printsVacated("L1").getLast()).endsWith(" 10:35");
        assertThat(lesson.history()).hasSize(20);
        assertThat(lesson.history().getFirst().revision()).isEqualTo(26);
        assertThat(lesson.history().getLast().revision()).isEqualTo(7);
    }

    @Test
    void toAnotherCommunityTouchesBoth() {
        scene.community("河边", "河边小学", "柳树小学");
        platform.sends(lesson("L1").revision(2).schools("河边小学", "柳树小学"));
        assertThat(platform.prints("L1")).contains("| 河边小学、柳树小学 |").contains("| 河边 |");
        assertThat(touches("L1"))
                .containsExactlyInAnyOrder(
                        "community:城关",
                        "community:河边",
                        "school:330382-城关一小",
                        "school:330382-山村小学",
                        "school:330382-柳树小学",
                        "school:330382-河边小学",
                        "subject:MATHEMATICS@330382");
        assertThat(platform.printsVacated("L1"))
                .containsExactly(
                        "community:城关 03-10 10:20", "school:330382-城关一小 03-10 10:20", "school:330382-山村小学 03-10 10:20");
        assertThat(platform.get("L1").movedFrom()).as("not in time").isNull();
        assertThat(platform.printsHistory("L1").getFirst())
                .isEqualTo("2 云课 schools: 城关一小\n山村小学 → 河边小学\n柳树小学; community: 城关 → 河边");
        assertThat(found("2021-03-10", "2021-03-11")).as("by who followed 城关").containsExactly("L1");
        platform.sends(lesson("L1").revision(3).schools("河边小学", "柳树小学").title("新"));
        assertThat(touches("L1")).as("for whoever hears of the last write only").contains("community:城关");
    }

    @Test
    void tellsEachFieldThatChanged() {
        platform.sends(lesson("L1")
                .revision(2)
                .title("分数的大小")
                .schools("城关一小")
                .school("山村小学", null, "201")
                .teacher("王海", null, null)
                .with("className", "五年级")
                .with("joinUrl", "https://live.example.cn/1"));
        assertThat(platform.printsHistory("L1").getFirst())
                .isEqualTo("2 云课 title: 分数的意义 → 分数的大小; className: null → 五年级; grade: null → G5; room: null → 山村小学\t201;"
                        + " teachers: null → LEADS\t王海; joinUrl: null → https://live.example.cn/1");
    }

    private List<String> found(String from, String to) {
        Collection<String> followed = List.of(scene.communityNamed("城关").channel());
        return activities.findByChannels(followed, at(from), at(to), 10, Scope.EVERYWHERE).stream()
                .map(Activity::key)
                .map(key -> key.externalId())
                .toList();
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00+08:00");
    }

    private List<String> touches(String externalId) {
        return scene.stored("activities", platform.key(externalId).id()).getList("touches", String.class).stream()
                .map(scene::unmarked)
                .toList();
    }
}
