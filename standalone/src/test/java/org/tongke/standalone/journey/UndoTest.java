package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** What was taken away comes back by one press, on pocket pages and those of Flow; the press waits longer than six seconds. */
@Tag("browser")
class UndoTest {
    private static final int WAITED_MS = 6_200;
    private static final String TITLE = "看牙医";

    @Test
    void anOwnEntryComesBack() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week");
            page.locator(".tk-week-act").first().click();
            page.locator("#tk-own-title").fill(TITLE);
            page.locator(".tk-form .tk-main-action").click();
            var entry = page.locator(".tk-own").filter(new Locator.FilterOptions().setHasText(TITLE));
            assertThat(entry).hasCount(1);
            remove(page, entry);
            page.waitForTimeout(WAITED_MS);
            assertThat(page.locator(".tk-toast button")).isFocused();
            page.keyboard().press("Enter");
            assertThat(entry).hasCount(1);
            remove(page, entry);
        }
    }

    private static void remove(Page page, Locator entry) {
        entry.click();
        page.locator(".tk-form .tk-danger").click();
        assertThat(entry).hasCount(0);
    }

    @Test
    void whatIsFollowedNoMoreIsFollowedAgain() {
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/me");
            var stop = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取消关注"))
                    .first();
            var name = stop.getAttribute("aria-label");
            var same = page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
            stop.click();
            assertThat(same).hasCount(0);
            page.waitForTimeout(WAITED_MS);
            page.locator(".tkf-toast")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销"))
                    .click();
            assertThat(same).hasCount(1);
        }
    }
}
