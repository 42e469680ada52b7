package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.ReadyCommunity;

/** Somebody who has heard of it: reads the public list without signing in, sees lessons, and tries the demo with one tap. */
@Tag("browser")
class StrangerJourneyTest {

    @Test
    void fromTheListToACommunityToItsWeekToADemoAccount() {
        var ready = ReadyCommunity.named("潮声小学", 1).verified();
        try (var phone = Phone.small()) {
            var page = phone.page();
            page.navigate("/");
            assertThat(page.locator("h1")).hasText("一堂课，两所学校一起上");
            link(page.locator("main"), "公开名单").click();
            link(page.locator("table"), "温州市").click();
            link(page.locator("table"), "乐清市").click();
            page.getByLabel("学校或教共体名称").fill("csxx");
            page.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("查找"))
                    .click();
            link(page.locator("main"), ready.title()).click();
            assertThat(page.locator("h1")).hasText(ready.title());
            assertThat(page.locator("dl")).containsText("潮声小学山村校区");
            assertThat(page.locator(".pb-verified")).containsText("由乐清市教育局核验通过");
            sees(phone, page);

            page.navigate("/public/week?county=330382&week=" + ready.firstDay());
            assertThat(page.locator("main")).containsText("《分数的意义》第 1 课时");
            link(page.locator("main"), "上一周").click();
            assertThat(page.locator("h1")).hasText("乐清市一周的课");
            sees(phone, page);

            link(page.locator("header"), "同课").click();
            page.getByText("教师（成员校）").click();
            page.waitForURL("**/m/today");
            assertThat(page.locator(".tk-bar-place").first()).isVisible();
            page.navigate("/");
            assertThat(page).hasURL(Pattern.compile("/m/today$"));
        }
    }

    @Test
    void choosesLanguageAndAppearanceWithoutAScript() {
        try (var phone = Phone.small()) {
            var page = phone.page();
            page.navigate("/public/communities");
            link(page.locator("footer"), "English").click();
            assertThat(page).hasURL(Pattern.compile("/public/communities$"));
            assertThat(page.locator("h1")).containsText("Verified communities");
            link(page.locator("footer"), "Dark").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            sees(phone, page);
        }
    }

    private static Locator link(Locator place, String name) {
        return place.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private static void sees(Phone phone, Page page) {
        assertThat(Eyes.axe(page)).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scroll of %s", page.url())
                .isEqualTo(0);
        assertThat(phone.complaints()).as(page.url()).isEmpty();
    }
}
