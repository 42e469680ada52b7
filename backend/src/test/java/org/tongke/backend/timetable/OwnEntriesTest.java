package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;

/** Own entries are entered, edited and removed, once and again. */
@BackendTest
class OwnEntriesTest {
    private final OwnEntries entries;
    private final Timetables timetables;
    private final Town town;
    private final UUID id = UUID.randomUUID();

    @Autowired
    OwnEntriesTest(OwnEntries entries, Timetables timetables, Town town) {
        this.entries = entries;
        this.timetables = timetables;
        this.town = town;
    }

    @Test
    void standInTheWeekOfTheirOwnerAlone() {
        var school = town.school("山村小学");
        var teacher = town.teacher(school);
        var entered = entries.enter(teacher, id, words("接孩子"));
        assertThat(entered.revision()).isEqualTo(1);
        assertThat(titles(teacher, "2021-03-14")).containsExactly("接孩子");
        assertThat(titles(teacher, "2021-03-15")).isEmpty();
        assertThat(titles(town.teacher(school), "2021-03-10")).isEmpty();
    }

    @Test
    void leaveWhatIsFollowedToItself() {
        var school = town.school("山村小学");
        var teacher = town.teacher(school);
        entries.enter(teacher, id, words("接孩子"));
        var community = town.community("山村教共体", town.school("城关一小"), school);
        assertThat(timetables.channels(teacher)).extracting(Channel::name).containsExactly("山村教共体", "山村小学");
        timetables.follow(teacher, town.community("柳市").globalId().encode());
        assertThat(timetables.channels(teacher)).hasSize(3);
        assertThat(titles(teacher, "2021-03-10")).containsExactly("接孩子");
        assertThat(community.name()).isEqualTo("山村教共体");
    }

    @Test
    void staysEditedWhenItIsEnteredAgain() {
        var teacher = town.teacher();
        entries.enter(teacher, id, words("接孩子"));
        assertThat(entries.enter(teacher, id, words("接孩子")).revision()).isEqualTo(1);
        assertThatThrownBy(() -> entries.enter(teacher, id, words("开会"))).hasMessageContaining("ID_REUSED");
        entries.edit(teacher, id, 1, words("开会"));
        assertThat(entries.enter(teacher, id, words("接孩子")).title()).isEqualTo("开会");
    }

    @Test
    void isEditedOnce() {
        var teacher = town.teacher();
        entries.enter(teacher, id, words("接孩子"));
        assertThat(entries.edit(teacher, id, 1, words("开会")).revision()).isEqualTo(2);
        assertThat(entries.edit(teacher, id, 1, words("开会")).revision())
                .as("again")
                .isEqualTo(2);
        assertThatThrownBy(() -> entries.edit(teacher, id, 1, words("值日"))).hasMessageContaining("REVISION_STALE");
        assertThat(entries.edit(teacher, id, 2, words("值日")).revision()).isEqualTo(3);
        assertThat(titles(teacher, "2021-03-10")).containsExactly("值日");
        assertThatThrownBy(() -> entries.edit(town.teacher(), id, 1, words("值日")))
                .as("another's")
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void staysRemovedWhenItIsEnteredAgain() {
        var teacher = town.teacher();
        entries.enter(teacher, id, words("接孩子"));
        entries.remove(teacher, id);
        entries.remove(teacher, id);
        assertThatThrownBy(() -> entries.enter(teacher, id, words("接孩子"))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> entries.edit(teacher, id, 1, words("开会"))).hasMessageContaining("NOT_FOUND");
        assertThat(titles(teacher, "2021-03-10")).isEmpty();
        entries.enter(teacher, UUID.randomUUID(), words("接孩子"));
        assertThat(titles(teacher, "2021-03-10")).containsExactly("接孩子");
    }

    @Test
    @Tag("slow")
    void areSoManyAtMost() {
        var teacher = town.teacher();
        IntStream.range(0, OwnPlans.MOST)
                .forEach(count -> entries.enter(teacher, UUID.randomUUID(), words("会" + count)));
        assertThatThrownBy(() -> entries.enter(teacher, id, words("接孩子"))).hasMessageContaining("TIMETABLE_FULL");
        assertThat(titles(teacher, "2021-03-10")).hasSize(OwnPlans.MOST);
    }

    @Test
    void keepsLinesOfANoteAndNothingWhereNothingIsSaid() {
        var entry = entries.enter(
                town.teacher(),
                id,
                words(" 接孩子 ", " ", "带伞\r\n\r\n带水\n", "2021-03-10 16:00", "2021-03-10 16:30", false, "2021-03-01"));
        assertThat(entry.title()).isEqualTo("接孩子");
        assertThat(entry.place()).isNull();
        assertThat(entry.note()).isEqualTo("带伞\n\n带水");
        assertThat(entry.until()).as("of one that is not weekly").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2021-03-10 16:00, 2021-03-10 16:30, , REQUIRED title",
        "a\u202Eb, 2021-03-10 16:00, 2021-03-10 16:30, , MALFORMED title",
        "接孩子, 2021-03-10 16:00, 2021-03-10 16:00, , TIMES_BACKWARDS endsAt",
        "接孩子, 2021-03-10 16:00, 2021-03-10 15:00, , TIMES_BACKWARDS endsAt",
        "接孩子, 2021-03-10 16:00, 2021-03-11 16:01, , LASTS_TOO_LONG endsAt",
        "接孩子, 1999-12-31 16:00, 1999-12-31 16:30, , OUT_OF_RANGE startsAt",
        "接孩子, 2100-03-10 16:00, 2100-03-10 16:30, , OUT_OF_RANGE startsAt",
        "接孩子, 2021-03-10 16:00, 2021-03-10 16:30, 2021-03-09, TIMES_BACKWARDS until",
        "接孩子, 2021-03-10 16:00, 2021-03-10 16:30, 2200-01-01, OUT_OF_RANGE until"
    })
    void saysWhatIsWrong(String title, String from, String to, @Nullable String until, String wrong) {
        assertThatThrownBy(() -> entries.enter(town.teacher(), id, words(title, null, null, from, to, true, until)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    var first = refused.refusals().getFirst();
                    assertThat(first.code() + " " + first.path().getLast()).isEqualTo(wrong);
                    assertThat(first.path()).startsWith("entry");
                });
    }

    @Test
    void areNotLongerThanTheirNotes() {
        var note = "字".repeat(OwnEntries.LONGEST_NOTE);
        var most = words(
                "字".repeat(OwnEntries.LONGEST_TITLE), null, note, "2021-03-10 16:00", "2021-03-11 16:00", true, null);
        assertThat(entries.enter(town.teacher(), id, most).note()).isEqualTo(note);
        var longer = words("字", null, "字".repeat(999) + "\n字", "2021-03-10 16:00", "2021-03-10 17:00", true, null);
        assertThatThrownBy(() -> entries.enter(town.teacher(), id, longer)).hasMessageContaining("TOO_LONG");
    }

    private List<String> titles(Viewer viewer, String day) {
        return timetables.week(viewer, Optional.of(LocalDate.parse(day))).ownEntries().stream()
                .map(OwnEntry::title)
                .toList();
    }

    private static OwnWords words(String title) {
        return words(title, null, null, "2021-03-10 16:00", "2021-03-10 16:30", false, null);
    }

    private static OwnWords words(
            String title,
            @Nullable String place,
            @Nullable String note,
            String from,
            String to,
            boolean weekly,
            @Nullable String until) {
        return new OwnWords(
                title,
                place,
                note,
                OwnColour.TEAL,
                Lesson.at(from),
                Lesson.at(to),
                weekly,
                until == null ? null : LocalDate.parse(until));
    }
}
