package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** A teacher gives a part of the timetable a name, looks at it alone, also without a signal, and takes the name away again. */
@Tag("browser")
class NamedTimetableJourneyTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    private static final String NAME = "只看空";

    @Test
    void aPartIsNamedSeenAloneAndGivenUp() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/me");
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText("分开看的课表"));
            button(card, "新建").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            button(dialog, "保存").click();
            assertThat(dialog.getByLabel("名称")).hasAttribute("aria-invalid", "true");
            dialog.getByLabel("名称").fill(NAME);
            dialog.getByLabel("我自己上的课和我的日程").uncheck();
            assertThat(Eyes.axe(page)).isEmpty();
            button(dialog, "保存").click();
            assertThat(dialog).hasCount(0);
            assertThat(card).containsText(NAME);

            page.navigate("/m/week?day=" + NEXT_MONDAY);
            var lessons = page.locator(".tk-entry");
            assertThat(lessons.first()).isVisible();
            part(page, NAME).click();
            assertThat(lessons).hasCount(0);
            page.waitForFunction("() => navigator.serviceWorker.ready.then(() => true)");
            phone.context().setOffline(true);
            page.reload();
            assertThat(part(page, NAME)).hasAttribute("aria-pressed", "true");
            assertThat(lessons).hasCount(0);
            part(page, "全部").click();
            assertThat(lessons.first()).isVisible();
            phone.context().setOffline(false);

            page.navigate("/me");
            button(card, "删除" + NAME).click();
            assertThat(card).not().containsText(NAME);
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            assertThat(lessons.first()).isVisible();
            assertThat(page.locator(".tk-week-parts")).isHidden();
        }
    }

    private static Locator part(Page page, String name) {
        return page.locator(".tk-week-part").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "$")));
    }
}
