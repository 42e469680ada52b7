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

/** A supplier moves a lesson of a teacher: two phones of hers are told, one is looked at, and then both know that it was read. */
@Tag("browser")
class NoticeJourneyTest {
    private static final String FROM = "乐清市云溪实验小学";
    private static final String TO = "乐清市竹坞村小学";
    private static final String TITLE = "植树问题";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double THREE_SECONDS = 3_000;

    private final SupplierClient supplier = new SupplierClient();

    @Test
    void aChangeIsToldReadAndReadEverywhere() {
        Product.get();
        var slot = ZonedDateTime.now(ZONE)
                .plusWeeks(1)
                .with(DayOfWeek.TUESDAY)
                .with(LocalTime.of(12, 40))
                .toOffsetDateTime()
                .withNano(0);
        report(1, slot);

        try (var phone = Phone.small().signedInAs("teacher");
                var other = Phone.small().signedInAs("teacher")) {
            readAll(phone.page());
            phone.page().navigate("/m/today");
            other.page().navigate("/m/week");
            assertThat(bell(phone.page())).hasAccessibleName("通知");
            assertThat(bell(other.page())).hasAccessibleName("通知");

            report(2, slot.plusHours(4));

            var within = new LocatorAssertions.HasAccessibleNameOptions().setTimeout(THREE_SECONDS);
            assertThat(bell(phone.page())).hasAccessibleName("通知，1 条未读", within);
            assertThat(bell(other.page())).hasAccessibleName("通知，1 条未读", within);

            bell(phone.page()).click();
            phone.page().waitForURL("**/m/notices");
            tellsOldAndNew(notice(phone.page()), slot);
            assertThat(bell(phone.page())).hasAccessibleName("通知");
            assertThat(bell(other.page())).hasAccessibleName("通知", within);

            opensTheSheet(phone.page());
            withoutNetwork(phone);
            assertThat(phone.complaints().stream().filter(said -> !said.contains("ERR_INTERNET_DISCONNECTED")))
                    .isEmpty();
        }
    }

    @Test
    void olderOnesComeByAButton() {
        Product.get();
        var slot = ZonedDateTime.now(ZONE).plusWeeks(1).toOffsetDateTime().withNano(0);
        for (int lesson = 1; lesson <= 31; lesson++) {
            for (int revision = 1; revision <= 2; revision++) {
                supplier.report("older-" + lesson, revision, "第" + lesson + "课", slot.plusHours(revision), FROM, TO);
            }
        }
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/notices");
            assertThat(page.locator(".tk-notice")).hasCount(30);
            assertThat(page.getByText("第1课")).hasCount(0);
            page.getByText("更早的通知").click();
            assertThat(page.locator(".tk-notice:focus")).containsText("第1课");
            // behind them lie those of the demo, some pages of them
            for (int pages = 0; pages < 9 && page.getByText("更早的通知").count() > 0; pages++) {
                var shown = page.locator(".tk-notice").count();
                page.getByText("更早的通知").click();
                page.waitForFunction("(shown) => document.querySelectorAll('.tk-notice').length > shown", shown);
            }
            assertThat(page.getByText("更早的通知")).hasCount(0);
        }
    }

    private void report(int revision, OffsetDateTime startsAt) {
        assertThat(supplier.report("notice-1", revision, TITLE, startsAt, FROM, TO))
                .isEqualTo("APPLIED");
    }

    /** What the demo changed at its start. */
    private static void readAll(Page page) {
        page.navigate("/m/notices");
        page.locator(".tk-notice").first().waitFor();
        assertThat(bell(page)).hasAccessibleName("通知");
    }

    private static void tellsOldAndNew(Locator notice, OffsetDateTime slot) {
        assertThat(notice).containsText("新");
        assertThat(notice).containsText("已调课");
        assertThat(notice).containsText("由云课平台（演示）更改");
        assertThat(notice.locator("del")).containsText("12:40–13:20");
        assertThat(notice.locator("ins")).containsText("16:40–17:20");
        assertThat(notice.locator("ins")).containsText(slot.getDayOfMonth() + "日");
    }

    /** Also where the list is drawn anew before the week has come, as whenever something else is told. */
    private static void opensTheSheet(Page page) {
        page.evaluate("""
                () => {
                  const real = window.fetch;
                  window.fetch = async (...asked) => {
                    if (String(asked[1] && asked[1].body).includes('MyWeek')) {
                      window.dispatchEvent(new Event('online'));
                      await new Promise((done) => setTimeout(done, 500));
                    }
                    return real(...asked);
                  };
                }""");
        notice(page).click();
        var sheet = page.getByRole(AriaRole.DIALOG);
        assertThat(sheet).containsText(TITLE);
        assertThat(sheet).containsText(TO);
        page.keyboard().press("Escape");
        assertThat(sheet).isHidden();
    }

    private static void withoutNetwork(Phone phone) {
        // the worker must have taken over before the signal goes
        phone.page().waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        phone.context().setOffline(true);
        phone.page().reload();
        assertThat(notice(phone.page())).isVisible();
        assertThat(phone.page().getByText("离线").first()).isVisible();
        phone.context().setOffline(false);
    }

    private static Locator bell(Page page) {
        return page.locator(".tk-bell");
    }

    private static Locator notice(Page page) {
        return page.locator(".tk-notice[data-kind=MOVED]")
                .filter(new Locator.FilterOptions().setHasText(TITLE))
                .first();
    }
}
