package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** A clerk pastes the school's bell schedule of the next half-year. */
@Tag("browser")
class BellsJourneyTest {
    private static final String LINES = "每节课一行";

    @Test
    void isPastedAndHoldsFromItsDayOn() {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("clerk")) {
            var page = desk.page();
            page.navigate("/school");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("作息时间"))
                    .click();
            assertThat(page.locator("h1")).hasText("作息时间");
            // far ahead, so that the lessons of other tests keep their periods
            var from = LocalDate.now().plusDays(200);
            page.locator(".tkf-card vaadin-button").first().click();
            page.getByLabel("从哪一天起用").fill(from.toString());
            page.getByLabel("从哪一天起用").press("Enter");
            page.getByLabel(LINES).fill("早读 7:40-8:00\n第1节 8:10到8:50\n大课间");
            press(page, "保存");
            assertThat(page.locator("vaadin-text-area[invalid]")).containsText("第 3 行看不懂");
            page.getByLabel(LINES).fill("早读 7:40-8:00\n第1节 8:10到8:50\n第2节\t8:40\t9:30");
            press(page, "保存");
            assertThat(page.locator("vaadin-text-area[invalid]")).containsText("第 3 行：");
            page.getByLabel(LINES).fill("早读 7:40-8:00\n第1节 8:10到8:50\n第2节\t9:00\t9:40");
            press(page, "保存");
            var next = page.locator(".tkf-card").last();
            assertThat(next).containsText("起改用");
            assertThat(next).containsText("早读");
            assertThat(next).containsText("09:40");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }
}
