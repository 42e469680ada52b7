package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.timetable.Town.Reported;

/** Parts of a timetable that have a name. */
@BackendTest
class NamedTimetablesTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Lesson.ZONE);
    private static final LocalDate DAY = LocalDate.parse("2021-05-12");

    private final NamedTimetables named;
    private final Timetables timetables;
    private final Town town;
    private final SentCommands sent;
    private final Viewer teacher;
    private final UUID id = UUID.randomUUID();

    @Autowired
    NamedTimetablesTest(NamedTimetables named, Timetables timetables, Town town, SentCommands sent) {
        this.named = named;
        this.timetables = timetables;
        this.town = town;
        this.sent = sent;
        teacher = town.teacher();
    }

    @Test
    void holdWhatStandsOnTheirChannels() {
        var one = town.community("柳市");
        var other = town.community("城关");
        timetables.follow(teacher, id(one));
        timetables.follow(teacher, id(other));
        var lesson = Reported.of(one, DAY + " 08:00");
        town.reports(lesson, Reported.of(other, DAY + " 09:00"));
        var before = roundTrips();
        named.put(teacher, id, "柳市的课", List.of(id(one)), false);
        named.put(teacher, UUID.randomUUID(), "全部", List.of(id(other), id(one)), false);
        assertThat(held()).isEqualTo(Map.of("08:00", "全部 柳市的课", "09:00", "全部"));
        assertThat(roundTrips()).isEqualTo(before);

        town.reports(lesson.moved(other));
        assertThat(held()).containsEntry("08:00", "全部");
        timetables.unfollow(teacher, id(other));
        assertThat(held()).isEmpty();
    }

    @Test
    void holdWhatWasAddedOnlyWithOnesOwn() {
        var lesson = Reported.of(town.community("柳市"), DAY + " 08:00");
        town.reports(lesson);
        named.put(teacher, id, "我的", List.of(), true);
        named.put(teacher, UUID.randomUUID(), "别的", List.of(), false);
        timetables.follow(teacher, id(lesson.community()));
        assertThat(held()).isEqualTo(Map.of("08:00", ""));
    }

    @Test
    void areMadeOnceAndChanged() {
        var community = town.community("柳市");
        timetables.follow(teacher, id(community));
        var made = named.put(teacher, id, " 五年级组 ", List.of(id(community), id(community)), true);
        assertThat(named.put(teacher, id, "五年级组", List.of(id(community)), true)).isEqualTo(made);
        assertThat(named.list(teacher)).containsExactly(made);
        assertThat(named.channels(named.list(teacher)).get(made))
                .extracting(Channel::name)
                .containsExactly("柳市");
        var changed = named.put(teacher, id, "六年级组", List.of(), false);
        assertThat(named.list(teacher)).containsExactly(changed);
        named.remove(teacher, id);
        named.remove(teacher, id);
        assertThat(named.list(teacher)).isEmpty();
        assertThat(timetables.channels(teacher)).hasSize(1);
    }

    @Test
    void areRefusedWithReasons() {
        assertThat(refusal(" ", List.of())).isEqualTo("REQUIRED [name]");
        assertThat(refusal("课".repeat(21), List.of())).isEqualTo("TOO_LONG [name]");
        assertThat(refusal("柳市", List.of(id(town.community("柳市"))))).isEqualTo("NOT_FOUND [channelIds]");
        assertThat(refusal("柳市", List.of("nonsense"))).isEqualTo("NOT_FOUND [channelIds]");
        for (int number = 0; number < NamedTimetable.MOST; number++) {
            named.put(teacher, UUID.randomUUID(), "第" + number, List.of(), true);
        }
        assertThat(refusal("多一个", List.of())).isEqualTo("TIMETABLE_FULL [id]");
        assertThat(named.list(teacher)).hasSize(NamedTimetable.MOST);
    }

    private String refusal(String name, List<String> channels) {
        var thrown = new String[1];
        assertThatThrownBy(() -> named.put(teacher, id, name, channels, false))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> thrown[0] = refused.refusals().stream()
                                .map(one -> one.code() + " " + one.path())
                                .collect(Collectors.joining(" ")));
        return thrown[0];
    }

    private int roundTrips() {
        return sent.countDuring(() -> timetables.week(teacher, Optional.of(DAY)));
    }

    /** By time of day, the names of those that hold what stands there. */
    private Map<String, String> held() {
        var week = timetables.week(teacher, Optional.of(DAY));
        var names = week.named().stream().collect(Collectors.toMap(NamedTimetable::id, NamedTimetable::name));
        return week.entries().stream()
                .filter(entry -> entry.slot() != SlotState.MOVED_AWAY)
                .collect(Collectors.toMap(
                        entry -> TIME.format(entry.startsAt()),
                        entry -> entry.named().stream().map(names::get).sorted().collect(Collectors.joining(" "))));
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
