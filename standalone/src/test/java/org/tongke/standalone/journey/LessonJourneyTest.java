package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.SupplierClient;

/** A supplier reports a lesson; a teacher follows its community, sees it, sees it move, and still reads it without a signal. */
@Tag("browser")
class LessonJourneyTest {
    private static final String FROM = "乐清市城东第三小学";
    private static final String TO = "乐清市岭下小学";
    private static final String COMMUNITY = "城东第三小学教共体";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double THREE_SECONDS = 3_000;

    private final SupplierClient supplier = new SupplierClient();

    @Test
    void aLessonReachesAPhoneAndMovesOnIt() {
        Product.get();
        var title = "行程问题";
        // next week: what is over is folded away
        var monday = ZonedDateTime.now(ZONE).plusWeeks(1).with(DayOfWeek.MONDAY);
        var slot = monday.with(LocalTime.of(12, 40)).toOffsetDateTime().withNano(0);
        assertThat(supplier.report("journey-1", 1, title, slot, FROM, TO)).isEqualTo("APPLIED");

        try (var phone = Phone.small()) {
            var page = phone.page();
            page.navigate("/m/sign-in");
            page.getByText("教师（核心校）").click();
            page.waitForURL("**/m/today");

            follow(page);

            page.navigate("/m/week?day=" + monday.toLocalDate());
            var planned = entry(page, title, "PLANNED");
            assertThat(planned).isVisible();

            moveAndLook(page, title, slot);
            openSheet(page, title);
            withoutNetwork(phone, title);
        }
    }

    /** On the Flow page, with a preview of what following brings. */
    private static void follow(Page page) {
        page.navigate("/find/communities");
        var card = page.locator("li").filter(new Locator.FilterOptions().setHasText(COMMUNITY));
        assertThat(card).containsText("每周约");
        card.getByRole(AriaRole.BUTTON).first().click();
        assertThat(card.getByRole(AriaRole.BUTTON).first()).hasText("取消关注");
    }

    private void moveAndLook(Page page, String title, OffsetDateTime slot) {
        assertThat(supplier.report("journey-1", 2, title, slot.plusHours(4), FROM, TO))
                .isEqualTo("APPLIED");
        var within = new LocatorAssertions.IsVisibleOptions().setTimeout(THREE_SECONDS);
        assertThat(entry(page, title, "MOVED_AWAY")).isVisible(within);
        assertThat(entry(page, title, "MOVED_HERE")).isVisible(within);
    }

    private static void openSheet(Page page, String title) {
        entry(page, title, "MOVED_HERE").click();
        var sheet = page.getByRole(AriaRole.DIALOG);
        assertThat(sheet).containsText(FROM);
        assertThat(sheet).containsText(TO);
        assertThat(sheet).containsText("林晓岚");
        page.keyboard().press("Escape");
    }

    private static void withoutNetwork(Phone phone, String title) {
        // the worker must have taken over before the signal goes
        phone.page().waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        phone.context().setOffline(true);
        phone.page().reload();
        assertThat(entry(phone.page(), title, "MOVED_HERE")).isVisible();
        assertThat(phone.page().getByText("离线").first()).isVisible();
        phone.context().setOffline(false);
    }

    private static Locator entry(Page page, String title, String slot) {
        return page.locator("[data-slot=" + slot + "]")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }
}
