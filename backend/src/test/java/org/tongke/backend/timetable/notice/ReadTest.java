package org.tongke.backend.timetable.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.TestClock;

/** Notices of three changes, a minute apart. */
@Tag("slow")
@BackendTest
class ReadTest {
    private final ApplicationContext application;
    private final MongoDatabase database;
    private final TestClock clock;
    private final SentCommands commands;
    private final Scene scene;
    private final Platform platform;
    private final Reader reader;

    ReadTest(ApplicationContext application) {
        this.application = application;
        database = application.getBean(MongoDatabase.class);
        clock = application.getBean(TestClock.class);
        commands = application.getBean(SentCommands.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        reader = new Reader(scene, scene.at("山村小学", Role.TEACHER), application);
    }

    @BeforeEach
    void change() {
        clock.set("2021-03-08T08:00:00+08:00");
        platform.sends(lesson("L1"));
        for (int revision = 2; revision <= 4; revision++) {
            clock.advance(Duration.ofMinutes(1));
            platform.sends(lesson("L1").revision(revision).title("第%d版".formatted(revision)));
        }
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void isReadOnAllDevicesUpToANotice() {
        var notices = reader.notices();
        assertThat(reader.unread()).isEqualTo(3);
        assertThat(reader.reads(notices.get(1))).isOne();
        assertThat(reader.notices()).extracting(Notice::unread).containsExactly(true, false, false);
        assertThat(reader.reads(notices.getFirst())).isZero();
        platform.sends(lesson("L1").revision(5).cancelled());
        assertThat(reader.unread()).isOne();
    }

    @Test
    void neverGoesBackAndChangesNothingWhenRepeated() {
        var notices = reader.notices();
        reader.reads(notices.getFirst());
        var written = stored();
        assertThat(reader.reads(notices.getFirst())).isZero();
        assertThat(reader.reads(notices.getLast())).isZero();
        assertThat(stored()).isEqualTo(written);
    }

    @Test
    void isRepeatedEvenWhenTheNoticeIsToldNoMore() {
        var last = reader.notices().getFirst();
        reader.reads(last);
        clock.advance(Duration.ofDays(29));
        assertThat(reader.notices()).isEmpty();
        assertThat(reader.reads(last)).isZero();
    }

    @Test
    void isRefusedOfWhatIsNoNotice() {
        var activity = platform.get("L1").id();
        var toCome = NoticeId.of(new ChangePlace(Instant.parse("2099-01-01T00:00:00Z"), activity, 4));
        var first = NoticeId.of(new ChangePlace(Instant.parse("2021-03-08T00:00:00Z"), activity, 1));
        for (var id : new String[] {
            toCome.encode(), first.encode(), "x", platform.get("L1").globalId().encode()
        }) {
            assertThatThrownBy(() -> reader.reads(id)).hasMessageContaining("NOT_FOUND");
        }
        assertThat(reader.unread()).isEqualTo(3);
    }

    @Test
    void isToldForTwentyEightDays() {
        clock.set("2021-04-05T08:02:00+08:00");
        assertThat(reader.notices()).hasSize(2);
        assertThat(reader.unread()).isEqualTo(2);
    }

    @Test
    void isCountedWhenAnotherClockIsBehind() {
        reader.reads(reader.notices().get(1));
        clock.set("2021-03-08T07:00:00+08:00");
        platform.sends(lesson("L1").revision(5).cancelled());
        clock.set("2021-03-08T09:00:00+08:00");
        assertThat(reader.notices()).extracting(Notice::unread).containsExactly(true, false, false, false);
        assertThat(reader.unread()).isOne();
    }

    @Test
    void isCountedUpToNinetyNine() {
        for (int row = 1; row <= 100; row++) {
            platform.sends(lesson("N" + row));
            platform.sends(lesson("N" + row).revision(2).cancelled());
        }
        assertThat(reader.countUnread()).isEqualTo(new UnreadNotices(99, true));
        reader.reads(reader.notices().get(99));
        assertThat(reader.countUnread()).isEqualTo(new UnreadNotices(99, false));
    }

    @Test
    void takesAsManyRoundTripsForOneAsForMany() {
        assertThat(commands.countDuring(reader::notices)).isEqualTo(6);
        assertThat(commands.countDuring(reader::unread)).isEqualTo(5);
        for (int row = 1; row <= 50; row++) {
            platform.sends(lesson("N" + row));
            platform.sends(lesson("N" + row).revision(2).cancelled());
        }
        assertThat(commands.countDuring(reader::notices)).isEqualTo(6);
        assertThat(commands.countDuring(reader::unread)).isEqualTo(5);
    }

    @Test
    void isToldToOtherOpenPagesOfTheAccount() {
        var topics = application.getBean(NoticeTopics.class);
        reader.reads(reader.notices().getFirst());
        assertThat(topics.topicsOf(reader.viewer())).containsOnlyKeys("notices");
        assertThat(topics.topicsOf(reader.viewer()).get("notices"))
                .containsAll(stored().getList("touches", String.class));
        assertThat(topics.topicsOf(Viewer.NOBODY)).isEmpty();
    }

    @Test
    void isFoundByAnIndex() {
        assumeThat(Stores.findReal()).as("a real mongod explains its plans").isPresent();
        reader.reads(reader.notices().getLast());
        var asked = Stream.concat(commands.during(reader::notices).stream(), commands.during(reader::unread).stream())
                .toList();
        assertThat(asked)
                .hasSize(9)
                .allSatisfy(command -> assertThat(SentCommands.stages(database, command))
                        .isNotEmpty()
                        .doesNotContain("COLLSCAN"));
        assertThat(asked)
                .filteredOn(command -> command.containsKey("aggregate"))
                .hasSize(2)
                .allSatisfy(command ->
                        assertThat(SentCommands.indexes(database, command)).containsOnly("noticed"));
    }

    private Document stored() {
        return Objects.requireNonNull(database.getCollection(NoticeReadStore.COLLECTION)
                .find(Filters.eq("_id", reader.viewer().requireAccount()))
                .first());
    }
}
