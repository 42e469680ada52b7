package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** The worker: pages open without a network after one visit, and a new version takes the place of the old one as a whole. */
@Tag("browser")
class WorkerTest {
    private static final String READY = "navigator.serviceWorker.ready.then(() => undefined)";
    private static final String RENEWED = """
            new Promise((renewed) => {
              const look = async () => {
                const names = await caches.keys();
                if (names.length === 1 && names[0].startsWith('tongke-pocket-next-')) {
                  renewed();
                } else {
                  setTimeout(look, 50);
                }
              };
              look();
            })
            """;

    @Test
    void todayAndTheWeekOpenWithoutANetwork() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/today");
            assertThat(page.locator(".tk-date-line")).isVisible();
            page.evaluate(READY);
            phone.context().setOffline(true);
            page.navigate("/m/week");
            assertThat(page.locator(".tk-day")).hasCount(7);
            assertThat(page.locator(".tk-as-of")).containsText("离线");
            page.locator(".tk-bar-place[href='/m/today']").click();
            assertThat(page.locator(".tk-date-line")).containsText("离线");
        }
    }

    @Test
    void whatDidNotComeIsSaidAndAskedForAgain() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.route("**/m/all/core.js", route -> route.abort());
            page.navigate("/m/week");
            var broken = page.locator(".tk-broken");
            assertThat(broken).isVisible();
            page.unroute("**/m/all/core.js");
            broken.getByText("重试").click();
            assertThat(page.locator(".tk-day")).hasCount(7);
            assertThat(broken).hasCount(0);
        }
    }

    @Test
    void aNewVersionTakesOver() {
        try (var edition = new Edition();
                var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate(edition.address() + "/m/week");
            page.evaluate(READY);
            assertThat(page.locator(".tk-day")).hasCount(7);
            assertThat(page).hasTitle(Pattern.compile("^课表"));

            edition.publish("新");
            page.reload();
            page.evaluate(RENEWED);
            phone.context().setOffline(true);
            page.reload();
            assertThat(page).hasTitle(Pattern.compile("^新课表"));
            assertThat(page.locator(".tk-day")).hasCount(7);
        }
    }
}
