package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** A day of this week that is over is folded on a phone and says how many lessons it had. */
@Tag("browser")
class FoldedDayTest {

    /** Draws a lesson of a week to come as if each of the slots had stood there yesterday: on a Monday no day of the week is over. */
    private static final String DRAW = """
            async ([monday, slots]) => {
              const { fetchWeek } = await tongke.load('/tk/week-data.js');
              const { drawDays } = await tongke.load('/tk/week-days.js');
              const { addDays, today } = await tongke.load('/tk/time.js');
              const week = await fetchWeek(monday);
              const yesterday = addDays(today(), -1);
              const lesson = week.entries.find((entry) => entry.slot === 'PLANNED');
              const [startsAt, endsAt] = ['09:00', '09:40'].map((time) => yesterday + 'T' + time + ':00+08:00');
              const entries = slots.split(' ').map((slot) => ({ ...lesson, slot, startsAt, endsAt }));
              const days = week.days.map((day, index) => ({ ...day, on: addDays(yesterday, index) }));
              const body = document.querySelector('.tk-week-body');
              drawDays(body, { ...week, startsOn: yesterday, days, entries, ownEntries: [] }, {});
              return body.querySelector('.tk-day-fold').textContent;
            }""";

    @ParameterizedTest
    @CsvSource({"PLANNED MOVED_AWAY MOVED_HERE CANCELLED, '已过 2 节，展开'", "CANCELLED MOVED_AWAY, '已取消或调走，展开'"})
    void saysHowManyTookPlace(String slots, String words) {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week");
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            assertThat(page.evaluate(DRAW, List.of(Weeks.nextMonday().toString(), slots)))
                    .isEqualTo(words);
        }
    }
}
