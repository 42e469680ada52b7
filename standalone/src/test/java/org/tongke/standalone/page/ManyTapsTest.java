package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** Five presses within a moment do what one does, on pocket pages and on those of Flow. */
@Tag("browser")
class ManyTapsTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    private static final String FIVE = "button => { for (let press = 0; press < 5; press++) button.click(); }";

    @Test
    void enterOneOwnEntryHideOneLessonAndSayOneThing() {
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            var title = "家长会" + UUID.randomUUID().toString().substring(0, 6);
            page.navigate("/m/week");
            page.locator(".tk-week-act").first().click();
            page.locator("#tk-own-title").fill(title);
            press(page.locator(".tk-form .tk-main-action"));
            assertThat(page.locator(".tk-toast")).hasCount(1);
            assertThat(page.locator(".tk-own").filter(new Locator.FilterOptions().setHasText(title)))
                    .hasCount(1);

            // a week to come: the days of this one that are over are folded
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            var words = "门牌换了" + title;
            page.locator(".tk-entry:not(.tk-own)").first().click();
            button(page.locator(".tk-sheet"), "指出这节课的错误").click();
            page.locator(".tk-sheet").getByLabel("教室或学校").check();
            page.locator(".tk-sheet textarea").fill(words);
            press(page.locator(".tk-sheet .tk-main-action"));
            assertThat(page.locator(".tk-toast")).hasCount(1);
            page.navigate("/find/corrections");
            assertThat(page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText(words)))
                    .hasCount(1);
        }
    }

    @Test
    void nameOnePartAndFollowOnce() {
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            var name = "五下" + UUID.randomUUID().toString().substring(0, 6);
            page.navigate("/me");
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText("分开看的课表"));
            button(card, "新建").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("名称").fill(name);
            dialog.getByLabel("名称").press("Tab");
            press(button(dialog, "保存"));
            assertThat(dialog).hasCount(0);
            assertThat(card.getByText(name, new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            button(card, "删除" + name).click();
            assertThat(card.getByText(name)).hasCount(0);

            var stop = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取消关注"))
                    .first();
            var same = page.getByLabel(stop.getAttribute("aria-label"), new Page.GetByLabelOptions().setExact(true));
            press(stop);
            assertThat(same).hasCount(0);
            assertThat(page.locator(".tkf-toast")).hasCount(1);
            button(page.locator(".tkf-toast"), "撤销").click();
            assertThat(same).hasCount(1);
        }
    }

    private static void press(Locator button) {
        button.evaluate(FIVE);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
