package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.standalone.support.Phone;

/** What the week and its sheets say and where it stands. */
@Tag("browser")
class WeekTest {
    private static final LocalDate NEXT_MONDAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusWeeks(1).with(DayOfWeek.MONDAY);

    /** By how many pixels, on the widest of days; measured at once, since the page draws itself anew whenever something changed. */
    private static final String DATE_BELOW_WEEKDAY = """
            (words) => {
              const parts = ['weekday', 'date'].map((part) => document.querySelector('.tk-day-today .tk-day-' + part));
              parts.forEach((part, index) => {
                part.textContent = words[index];
              });
              const [weekday, date] = parts.map((part) => part.getBoundingClientRect());
              return date.top - weekday.top;
            }""";

    @Test
    void aLessonSaysWhichPeriodItIsAtEachSchool() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            var lesson = page.locator(".tk-entry[data-slot=PLANNED]").first();
            assertThat(lesson.locator(".tk-entry-with")).hasText(Pattern.compile("第.+ · 与.+同上.*"));
            lesson.click();
            var periods = page.locator(".tk-sheet-periods li");
            assertThat(periods).hasCount(2);
            assertThat(periods.first()).hasText(Pattern.compile("本校 第.+"));
            assertThat(periods.last()).hasText(Pattern.compile("对方 .+"));
        }
    }

    @Test
    void savingAnOwnEntryIsInSight() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week");
            page.locator(".tk-week-act").first().click();
            var save = page.locator(".tk-form .tk-main-action");
            assertThat(save).isInViewport();
            // a field at the end of the form is not under the button when it has the focus
            page.locator("#tk-own-note").focus();
            assertThat(page.locator("#tk-own-note").boundingBox().y + 44).isLessThan(save.boundingBox().y);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 周三, 12月28日", "en-US, Wed, 28 Nov"})
    void theHeadOfTodayIsOneLineOnADesk(String locale, String weekday, String date) {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, locale).signedInAs("teacher")) {
            desk.page().navigate("/m/week");
            assertThat(desk.page().locator(".tk-day-today .tk-day-head")).isVisible();
            var lower = (Number) desk.page().evaluate(DATE_BELOW_WEEKDAY, List.of(weekday, date));
            assertThat(lower.doubleValue()).isLessThan(10);
        }
    }
}
