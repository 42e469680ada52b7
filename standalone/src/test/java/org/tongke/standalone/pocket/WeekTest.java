package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Finger;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.SupplierClient;
import org.tongke.standalone.support.Weeks;

/** What the week and its sheets say and where it stands. */
@Tag("browser")
class WeekTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();

    /** How many days stand beside each other. */
    private static final String COLUMNS = """
            () => new Set([...document.querySelectorAll('.tk-day')]
                .map(day => day.getBoundingClientRect()).filter(box => box.width > 0).map(box => box.left)).size""";

    private static final String FITS =
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    /** Whether nothing lies over the middle of an element. */
    private static final String IS_ON_TOP = """
            (selector) => {
              const element = document.querySelector(selector);
              const box = element.getBoundingClientRect();
              return element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
            }""";

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
    void aLessonIsPassedOnAndTakenIntoACalendar() throws IOException {
        try (var phone = Phone.small().signedInAs("teacher")) {
            phone.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            page.locator(".tk-entry[data-slot=PLANNED]").first().click();
            var sheet = page.locator("dialog[open]");
            var title = sheet.locator("h2").textContent();
            sheet.getByText("分享这节课").click();
            assertThat(page.locator(".tk-toast")).containsText("已复制");
            assertThat((Boolean) page.evaluate(IS_ON_TOP, ".tk-toast")).isTrue();
            var passed = (String) page.evaluate("() => navigator.clipboard.readText()");
            assertThat(passed).contains(title);
            var calendar = page.waitForDownload(() -> sheet.getByText("加到日历").click());
            assertThat(calendar.suggestedFilename()).endsWith(".ics");
            assertThat(Files.readString(calendar.path())).contains("BEGIN:VEVENT");
            page.navigate(passed.substring(passed.indexOf("http")));
            var found =
                    page.locator("vaadin-dialog[opened], vaadin-dialog-overlay").first();
            assertThat(found).containsText(title);
            assertThat(found.getByText("分享这节课")).isVisible();
            found.getByText("分享这节课").click();
            assertThat(page.locator(".tk-toast")).containsText("已复制");
            assertThat((Boolean) page.evaluate(IS_ON_TOP, ".tk-toast")).isTrue();
            var again = page.waitForDownload(() -> found.getByText("加到日历").click());
            assertThat(again.suggestedFilename()).isEqualTo(calendar.suggestedFilename());
        }
    }

    @Test
    void aGridOfPeriodsIsOnePressAwayOnAPhoneAndStays() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            var lesson = page.locator(".tk-entry[data-slot=PLANNED]").first();
            assertThat(lesson).isVisible();
            assertThat(page.locator(".tk-strip")).isVisible();
            page.getByLabel("看成网格").click();
            assertThat(page.locator(".tk-strip")).isHidden();
            assertThat(page.locator(".tk-period").first()).containsText(Pattern.compile("\\d\\d:\\d\\d"));
            for (int width : List.of(360, 320)) {
                page.setViewportSize(width, 740);
                assertThat((Integer) page.evaluate(COLUMNS)).isGreaterThanOrEqualTo(5);
                assertThat((Boolean) page.evaluate(FITS))
                        .as("sideways at %d", width)
                        .isTrue();
            }
            page.setViewportSize(360, 740);
            assertThat(Eyes.axe(page)).isEmpty();
            page.reload();
            assertThat(page.locator(".tk-period").first()).isVisible();
            lesson.click();
            assertThat(page.locator("dialog[open] .tk-sheet-periods")).isVisible();
            page.keyboard().press("Escape");
            page.getByLabel("看成列表").click();
            assertThat(page.locator(".tk-strip")).isVisible();
            assertThat(page.locator(".tk-period").first()).isHidden();
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

    /** By a finger, by keys and by the button; the address says which week it is, and the way back leads through the weeks that were seen. */
    @Test
    void isTurnedByFingerAndKeysAndBack() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            showsWeekOf(page, NEXT_MONDAY);
            // drawn for good: at first it is what the phone had kept
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            var lessons = page.locator("[data-day='" + NEXT_MONDAY + "'] .tk-day-entries");
            Finger.swipe(lessons, -120, 8);
            showsWeekOf(page, NEXT_MONDAY.plusWeeks(1));
            assertThat(page).hasURL(Pattern.compile("day=" + NEXT_MONDAY.plusWeeks(1)));
            page.keyboard().press("ArrowRight");
            showsWeekOf(page, NEXT_MONDAY.plusWeeks(2));
            page.keyboard().press("ArrowLeft");
            showsWeekOf(page, NEXT_MONDAY.plusWeeks(1));
            page.goBack();
            showsWeekOf(page, NEXT_MONDAY.plusWeeks(2));
            page.goBack();
            page.goBack();
            showsWeekOf(page, NEXT_MONDAY);
            // a finger that moves the page turns nothing
            Finger.swipe(lessons, -40, -100);
            showsWeekOf(page, NEXT_MONDAY);
            page.locator(".tk-week-back").click();
            showsWeekOf(page, NEXT_MONDAY.minusWeeks(1));
        }
    }

    private static void showsWeekOf(Page page, LocalDate monday) {
        assertThat(page.locator(".tk-day").first()).hasAttribute("data-day", monday.toString());
    }

    /** With the phone on its side a lesson can be read and opened. */
    @Test
    void isOfUseOnAPhoneThatLiesOnItsSide() {
        try (var phone = Phone.of(740, 360, ColorScheme.LIGHT, "zh-CN").signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            var lesson = page.locator(".tk-entry[data-slot=PLANNED]").first();
            lesson.click();
            var sheet = page.locator(".tk-sheet");
            assertThat(sheet).isInViewport();
            assertThat(sheet.locator(".tk-sheet-head button")).isInViewport();
            page.keyboard().press("Escape");
            assertThat(sheet).hasCount(0);
            assertThat(lesson).isFocused();
            assertThat(lesson).isInViewport();
        }
    }

    /** Each of many lessons in one slot can be read and hit; the page itself does not move sideways. */
    @ParameterizedTest
    @CsvSource({"740, 360", "1280, 800"})
    void aSlotWithManyLessonsLeavesRoomForEach(int width, int height) {
        var day = NEXT_MONDAY.plusWeeks(4);
        var supplier = new SupplierClient();
        for (int lesson = 1; lesson <= 8; lesson++) {
            supplier.report(
                    "crowded-" + lesson,
                    1,
                    "同时的第" + lesson + "课",
                    day.atTime(9, 10).atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
                    "乐清市云溪实验小学",
                    "乐清市竹坞村小学");
        }
        try (var phone = Phone.of(width, height, ColorScheme.LIGHT, "zh-CN").signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + day);
            var last = page.locator(".tk-entry").filter(new Locator.FilterOptions().setHasText("同时的第8课"));
            last.scrollIntoViewIfNeeded();
            assertThat(last.boundingBox().width).isGreaterThan(36);
            last.click();
            assertThat(page.locator(".tk-sheet")).containsText("同时的第8课");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** A press while a day is drawn anew would be lost. */
    @Test
    void whatHasNotChangedIsNotDrawnAnew() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            page.evaluate("window.first = document.querySelector('.tk-entry')");
            page.waitForResponse(
                    answer -> answer.url().endsWith("/graphql")
                            && String.valueOf(answer.request().postData()).contains("MyWeek"),
                    () -> page.evaluate("window.dispatchEvent(new Event('online'))"));
            page.waitForFunction("new Promise((done) => setTimeout(() => done(true), 200))");
            assertThat(page.evaluate("window.first.isConnected")).isEqualTo(true);
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
