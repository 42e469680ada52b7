package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.standalone.support.Phone;

/** A phone whose clock is a year off shows the days and the now of the server. */
@Tag("browser")
class ClockTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A time of day alone: of another day it would be said which. */
    private static final Pattern OF_TODAY = Pattern.compile("数据截至 \\d\\d:\\d\\d");

    private static final String SHIFT = """
            const RealDate = Date;
            const shifted = () => RealDate.now() + %d * 24 * 3600 * 1000;
            Date = class extends RealDate {
              constructor(...parts) {
                if (parts.length) {
                  super(...parts);
                } else {
                  super(shifted());
                }
              }
              static now() {
                return shifted();
              }
            };
            """;

    @ParameterizedTest
    @ValueSource(ints = {-365, 365})
    void theDaysAreTheServers(int days) {
        onOneDay(today -> theDaysAreTheServers(days, today));
    }

    private static void theDaysAreTheServers(int days, LocalDate today) {
        var monday = today.with(DayOfWeek.MONDAY);
        try (var phone = Phone.small().signedInAs("teacher")) {
            phone.context().addInitScript(SHIFT.formatted(days));
            var page = phone.page();

            page.navigate("/m/week");
            assertThat(page.locator(".tk-day-today")).hasAttribute("data-day", today.toString());
            assertThat(page.locator(".tk-day").first()).hasAttribute("data-day", monday.toString());
            assertThat(page.locator(".tk-week-range"))
                    .containsText("%d月%d日".formatted(monday.getMonthValue(), monday.getDayOfMonth()));
            assertThat(page.locator(".tk-week-back")).isHidden();
            assertThat(page.locator(".tk-as-of")).hasText(OF_TODAY);

            page.getByLabel("下一周").click();
            assertThat(page.locator(".tk-day").first())
                    .hasAttribute("data-day", monday.plusDays(7).toString());
            page.locator(".tk-week-back").click();
            assertThat(page.locator(".tk-day-today")).hasAttribute("data-day", today.toString());

            page.navigate("/m/today");
            assertThat(page.locator(".tk-date-line h2"))
                    .containsText("%d月%d日".formatted(today.getMonthValue(), today.getDayOfMonth()));
        }
    }

    /** The page asks for the lessons of two weeks, before any answer said what time it is. */
    @ParameterizedTest
    @ValueSource(ints = {-365, 365})
    void theLessonsThatAPhotoShowsAreTheLastOnes(int days) {
        onOneDay(today -> theLessonsThatAPhotoShowsAreTheLastOnes(days, today));
    }

    private static void theLessonsThatAPhotoShowsAreTheLastOnes(int days, LocalDate today) {
        try (var phone = Phone.small().signedInAs("clerk")) {
            phone.context().addInitScript(SHIFT.formatted(days));
            var asked = phone.page()
                    .waitForRequest(
                            request -> UploadPage.asks(request, "UploadCommunity"),
                            () -> phone.page().navigate("/m/upload"));
            assertThat(asked.postData()).contains("\"to\":\"" + today + "\"");
        }
    }

    /** Tests what is so on a day; once more if that day ended meanwhile: at midnight by the server's clock all of it is another. */
    private static void onOneDay(Consumer<LocalDate> test) {
        var today = LocalDate.now(ZONE);
        try {
            test.accept(today);
        } catch (AssertionError otherwise) {
            var later = LocalDate.now(ZONE);
            if (later.equals(today)) {
                throw otherwise;
            }
            test.accept(later);
        }
    }
}
