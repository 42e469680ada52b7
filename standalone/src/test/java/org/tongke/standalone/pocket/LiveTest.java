package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.SupplierClient;

/** An open page after its link was lost: nothing is missing and nothing stands there twice. */
@Tag("browser")
class LiveTest {
    private static final String FROM = "乐清市云溪实验小学";
    private static final String TO = "乐清市竹坞村小学";
    private static final ZonedDateTime MONDAY =
            ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).plusWeeks(1).with(DayOfWeek.MONDAY);

    private final SupplierClient supplier = new SupplierClient();

    @Test
    void whatChangedMeanwhileIsThereOnce() {
        Product.get();
        report("live-moved", 1, "追及问题", at(12, 5));
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + MONDAY.toLocalDate());
            assertThat(entries(page, "追及问题")).hasCount(1);

            for (var loss = 0; loss < 2; loss++) {
                phone.context().setOffline(true);
                assertThat(page.locator(".tk-as-of")).containsText("离线");
                report("live-moved", 2 + loss, "追及问题", at(16 + loss, 10));
                report("live-new-" + loss, 1, "新课 " + loss, at(18 + loss, 30));
                phone.context().setOffline(false);
                assertThat(entries(page, "新课 " + loss)).hasCount(1);
                assertThat(page.locator(".tk-as-of")).not().containsText("离线");
            }
            assertThat(entries(page, "新课 0")).hasCount(1);
            assertThat(entries(page, "追及问题").and(page.locator("[data-slot=MOVED_HERE]")))
                    .hasCount(1);
            assertThat(entries(page, "追及问题").and(page.locator("[data-slot=PLANNED]")))
                    .hasCount(0);
            var keys = page.locator(".tk-entry").evaluateAll("all => all.map((one) => one.dataset.key).join('|')");
            assertThat(String.valueOf(keys).split("\\|")).doesNotHaveDuplicates();

            // the new stream tells, too
            report("live-moved", 4, "追及问题", at(20, 10));
            assertThat(entries(page, "追及问题")
                            .and(page.locator("[data-slot=MOVED_HERE]"))
                            .filter(new Locator.FilterOptions().setHasText("20:10")))
                    .hasCount(1);
        }
    }

    @Test
    void aLineThatBreaksWithoutAWordIsOpenedAgain(@TempDir Path folder) {
        try (var line = new Line();
                var phone = Phone.keptIn(folder, line.argument()).signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + MONDAY.toLocalDate());
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            line.cut();
            report("live-cut", 1, "工程问题", at(11, 45));
            assertThat(entries(page, "工程问题")).hasCount(1);
        }
    }

    @Test
    void aStreamThatTheServerDidNotGiveIsAskedForAgain() {
        Product.get();
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.route("**/changes", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            page.waitForResponse("**/changes", () -> page.navigate("/m/week?day=" + MONDAY.toLocalDate()));
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            page.waitForResponse("**/changes", () -> page.unroute("**/changes"));
            report("live-again", 1, "相遇问题", at(13, 20));
            assertThat(entries(page, "相遇问题")).hasCount(1);
        }
    }

    @Test
    void aChangeDuringAnAnswerIsAskedForAgain() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            var held = new ArrayList<Route>();
            var asked = new AtomicInteger();
            page.navigate("/m/today");
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            page.route("**/graphql", route -> {
                var thisWeek = UploadPage.asks(route.request(), "MyWeek")
                        && String.valueOf(route.request().postData()).contains("\"day\":null");
                if (thisWeek && asked.incrementAndGet() == 1) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            page.waitForCondition(() -> {
                page.evaluate("dispatchEvent(new Event('online'))");
                return !held.isEmpty();
            });
            // the page asks, opens its stream anew, and is told by it while the answer is on its way
            page.evaluate("""
                    new Promise((told) => {
                      dispatchEvent(new Event('online'));
                      new EventSource('/changes').addEventListener('change', told);
                    }).then(() => undefined)""");
            held.getFirst().resume();
            page.waitForCondition(() -> asked.get() >= 2);
            assertThat(page.locator(".tk-as-of")).not().containsText("离线");
        }
    }

    private void report(String externalId, int revision, String title, OffsetDateTime slot) {
        assertThat(supplier.report(externalId, revision, title, slot, FROM, TO)).isEqualTo("APPLIED");
    }

    private static OffsetDateTime at(int hour, int minute) {
        return MONDAY.with(LocalTime.of(hour, minute)).toOffsetDateTime();
    }

    private static Locator entries(Page page, String title) {
        return page.locator(".tk-entry").filter(new Locator.FilterOptions().setHasText(title));
    }
}
