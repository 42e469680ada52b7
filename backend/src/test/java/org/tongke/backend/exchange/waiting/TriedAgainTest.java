package org.tongke.backend.exchange.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;

/** What a row waits for appears. */
@Tag("slow")
@BackendTest
class TriedAgainTest {
    private final SentCommands commands;
    private final Scene scene;
    private final Platform platform;

    TriedAgainTest(ApplicationContext application) {
        commands = application.getBean(SentCommands.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void goesInByItselfWhenSchoolAndCommunityAppear() {
        platform.sends(lesson("L1").schools("城关一小", "河边小学").title("河"));
        scene.school("河边小学");
        platform.awaitAside("L1", "r1 COMMUNITY_UNKNOWN 河");
        scene.community("河边", "城关一小", "河边小学");
        platform.awaitAside("L1", "-");
        assertThat(platform.prints("L1")).contains("| 城关一小、河边小学 |").endsWith("| r1");
        assertThat(platform.printsHistory("L1")).containsExactly("1 云课 ");
    }

    @Test
    void goesInByItselfWhenASchoolIsRenamed() {
        scene.community("中心", "中心小学", "分校").school("中心小学", "330302");
        platform.sends(lesson("L1").schools("中心小学", "分校"));
        assertThat(platform.printsAside("L1")).contains("SCHOOL_AMBIGUOUS");
        scene.rename("中心小学", "第二中心小学");
        platform.awaitAside("L1", "-");
    }

    @Test
    void goesInByItselfWhenACommunityCeasesToBeOneOfTwo() {
        scene.community("第二", "城关一小", "山村小学");
        platform.sends(lesson("L1"));
        assertThat(platform.printsAside("L1")).contains("COMMUNITY_AMBIGUOUS");
        scene.community("第二", "城关一小", "别的小学");
        platform.awaitAside("L1", "-");
        assertThat(platform.prints("L1")).contains("| 城关 |");
    }

    @Test
    void neverOvertakesWhatIsNewer() {
        platform.sends(lesson("L1").revision(5).schools("河边小学").title("五"));
        platform.sends(lesson("L1").revision(7).title("七"));
        assertThat(platform.printsAside("L1")).as("overtaken").isEqualTo("-");
        platform.sends(lesson("L2").schools("河边小学").title("一"));
        platform.sends(lesson("L2").revision(2).schools("河边小学").title("二"));
        scene.community("河边", "河边小学", "河西小学");
        platform.awaitAside("L2", "-");
        assertThat(platform.prints("L1")).contains("| 七 |").endsWith("| r7");
        assertThat(platform.prints("L2")).contains("| 二 |").endsWith("| r2");
    }

    @Test
    void isTriedByHand() {
        platform.sends(lesson("L1").schools("河边小学"), lesson("L2").schools("河边小学"));
        assertThat(platform.retries("L1")).isEqualTo("0 applied, 0 unchanged, 0 older, 1 waiting, 0 refused");
        assertThat(platform.retriesAll()).isEqualTo("0 applied, 0 unchanged, 0 older, 2 waiting, 0 refused");
        assertThat(platform.printsAside("L2")).contains("SCHOOL_UNKNOWN");
    }

    @Test
    void isInTheRecordsWhenItGoesIn() {
        var batch = UUID.randomUUID();
        platform.sends(
                batch,
                IntStream.range(0, 3)
                        .mapToObj(n -> lesson("L" + n).schools("河边小学"))
                        .toList());
        assertThat(platform.health().quarantined()).isEqualTo(3);
        scene.community("河边", "河边小学", "河西小学");
        IntStream.range(0, 3).forEach(n -> platform.awaitAside("L" + n, "-"));
        assertThat(platform.health().quarantined()).isZero();
        var today = platform.health().days().getFirst();
        assertThat(today.counts().applied()).isEqualTo(3);
        assertThat(today.counts().quarantined()).isEqualTo(3);
        assertThat(platform.countsOf(batch).quarantined()).isEqualTo(3);
    }

    @Test
    void costsTheSameRoundTripsForOneAndForFiveHundred() {
        var other = scene.platform("校园云");
        other.sends(lesson("L1").schools("无名小学"));
        platform.sends(IntStream.range(0, Batches.MOST_ROWS)
                .mapToObj(n -> lesson("L" + n).schools("无名小学"))
                .toList());
        var ofOne = commands.countDuring(other::retriesAll);
        assertThat(commands.countDuring(platform::retriesAll)).isEqualTo(ofOne);
    }
}
