package org.tongke.backend.timetable.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.at;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.tongke.backend.timetable.EntryReason;
import org.tongke.backend.timetable.Lesson;
import org.tongke.backend.timetable.SlotState;
import org.tongke.backend.timetable.WeekEntry;

class EntrySentenceTest {
    private static final Set<String> OWN = Set.of("城关一小");

    private final Map<String, String> subjects = Map.of("zh", "数学", "en", "Mathematics");

    @Test
    void saysWhenWhatAndWithWhom() {
        var entry = entry(SlotState.PLANNED, "2021-03-10 09:50", null, lesson("1", "城关", "2021-03-10 09:50"));
        assertThat(zh(entry)).isEqualTo("周三 9点50到10点30，数学，与山村小学同上");
        assertThat(en(entry)).isEqualTo("Wednesday 9:50 to 10:30, Mathematics, together with 山村小学");
    }

    @Test
    void namesThePeriodOfOnesOwnSchool() {
        var entry = entry(SlotState.PLANNED, "2021-03-10 09:50", null, lesson("1", "城关", "2021-03-10 09:50"));
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of(entry, OWN, Optional.of("第3节")))
                .isEqualTo("周三第3节，9点50到10点30，数学，与山村小学同上");
        assertThat(sentence(Locale.ENGLISH).of(entry, OWN, Optional.of("period 3")))
                .isEqualTo("Wednesday period 3, 9:50 to 10:30, Mathematics, together with 山村小学");
    }

    @Test
    void saysAFullHourWithoutMinutesAndFewMinutesWithAZero() {
        var entry = entry(SlotState.PLANNED, "2021-03-10 08:25", null, lesson("1", "城关", "2021-03-10 08:25"));
        assertThat(zh(entry)).startsWith("周三 8点25到9点05，");
        var full = entry(SlotState.PLANNED, "2021-03-10 14:20", null, lesson("1", "城关", "2021-03-10 14:20"));
        assertThat(zh(full)).startsWith("周三 14点20到15点，");
        assertThat(en(full)).startsWith("Wednesday 14:20 to 15:00, ");
    }

    @Test
    void saysTheDayOfAnEndAfterMidnight() {
        var entry = entry(SlotState.PLANNED, "2021-03-14 23:50", null, lesson("1", "城关", "2021-03-14 23:50"));
        assertThat(zh(entry)).startsWith("周日 23点50到3月15日周一0点30，");
        assertThat(en(entry)).startsWith("Sunday 23:50 to Monday 15 March 0:30, ");
    }

    @Test
    void namesAllSchoolsToSomebodyOfNoneOfThem() {
        var entry = entry(SlotState.PLANNED, "2021-03-10 09:50", null, lesson("1", "城关", "2021-03-10 09:50"));
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of(entry, Set.of("外县小学"), Optional.empty()))
                .endsWith("，数学，城关一小、山村小学同上");
        assertThat(sentence(Locale.ENGLISH).of(entry, Set.of(), Optional.empty()))
                .endsWith(", Mathematics, 城关一小, 山村小学 together");
    }

    @Test
    void namesNoSchoolWhereOnlyOnesOwnTakesPart() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50").schools("城关一小");
        assertThat(zh(entry(SlotState.PLANNED, "2021-03-10 09:50", null, lesson)))
                .isEqualTo("周三 9点50到10点30，数学");
    }

    @Test
    void saysTheTitleOfWhatIsNoSubject() {
        var entry = entry(
                SlotState.PLANNED,
                "2021-03-10 14:00",
                null,
                lesson("听课评课", "城关", "2021-03-10 14:00").research());
        assertThat(zh(entry)).isEqualTo("周三 14点到14点40，《听课评课》，与山村小学一起参加");
        assertThat(en(entry)).isEqualTo("Wednesday 14:00 to 14:40, 《听课评课》, together with 山村小学");
    }

    @Test
    void saysThatItIsCancelled() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50").cancelled();
        var entry = entry(SlotState.CANCELLED, "2021-03-10 09:50", null, lesson);
        assertThat(zh(entry)).isEqualTo("周三 9点50到10点30，数学，与山村小学同上，已取消");
        assertThat(en(entry)).endsWith(", together with 山村小学, cancelled");
    }

    @Test
    void saysWhereItCameFrom() {
        var lesson = lesson("1", "城关", "2021-03-09 08:00").movedTo("2021-03-10 09:50");
        var entry = entry(SlotState.MOVED_HERE, "2021-03-10 09:50", "2021-03-09 08:00", lesson);
        assertThat(zh(entry)).isEqualTo("周三 9点50到10点30，数学，与山村小学同上，已调课，原在周二8点");
        assertThat(en(entry)).endsWith(", moved, from Tuesday 8:00");
    }

    @Test
    void saysWhereItWent() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-10 14:00");
        var sameDay = entry(SlotState.MOVED_AWAY, "2021-03-10 09:50", "2021-03-10 14:00", lesson);
        assertThat(zh(sameDay)).isEqualTo("周三 9点50到10点30，数学，与山村小学同上，已调课，改到14点");
        assertThat(en(sameDay)).endsWith(", moved, to 14:00");
        var otherWeek = entry(SlotState.MOVED_AWAY, "2021-03-10 09:50", "2021-03-22 09:50", lesson);
        assertThat(zh(otherWeek)).endsWith("，已调课，改到3月22日周一9点50");
        assertThat(en(otherWeek)).endsWith(", moved, to Monday 22 March 9:50");
    }

    @Test
    void saysThatItWentToOtherSchools() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50").movedOver("柳市");
        var entry = entry(SlotState.MOVED_AWAY, "2021-03-10 09:50", "2021-03-10 09:50", lesson);
        assertThat(zh(entry)).endsWith("，已调课，改由其他学校上");
        assertThat(en(entry)).endsWith(", moved, to other schools");
    }

    @Test
    void saysThatItWasCancelledWhereItWent() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50")
                .movedTo("2021-03-11 14:00")
                .cancelled();
        var entry = entry(SlotState.MOVED_AWAY, "2021-03-10 09:50", "2021-03-11 14:00", lesson);
        assertThat(zh(entry)).endsWith("，已调课，改到周四14点，已取消");
    }

    /** @param other where it came from or went to */
    private static WeekEntry entry(SlotState slot, String time, @Nullable String other, Lesson lesson) {
        var start = at(time);
        var otherAt = other == null ? null : at(other);
        return new WeekEntry(
                slot,
                start,
                start.plus(Duration.ofMinutes(40)),
                slot == SlotState.MOVED_AWAY ? otherAt : null,
                slot == SlotState.MOVED_HERE ? otherAt : null,
                lesson.activity(),
                EntryReason.FOLLOWED,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private String zh(WeekEntry entry) {
        return sentence(Locale.SIMPLIFIED_CHINESE).of(entry, OWN, Optional.empty());
    }

    private String en(WeekEntry entry) {
        return sentence(Locale.ENGLISH).of(entry, OWN, Optional.empty());
    }

    private EntrySentence sentence(Locale language) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/backend/timetable");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        var words = new EntrySentence.Words() {
            @Override
            public String get(String key, Object... arguments) {
                return messages.getMessage(key, arguments, language);
            }

            @Override
            public String subject(String code) {
                return subjects.getOrDefault(language.getLanguage(), code);
            }
        };
        return new EntrySentence(words, language, Lesson.ZONE);
    }
}
