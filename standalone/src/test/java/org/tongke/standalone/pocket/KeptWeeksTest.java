package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** Who opened any page once can read two weeks back and eight ahead without a signal, with their sheets. */
@Tag("browser")
class KeptWeeksTest {
    private static final LocalDate MONDAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).with(DayOfWeek.MONDAY);
    private static final int WEEKS = 11;
    private static final String ALL_KEPT = """
            async (weeks) => {
              const { readAll } = await tongke.load('/tk/store.js');
              const { knownViewer } = await tongke.load('/tk/viewer.js');
              const viewer = knownViewer();
              return viewer !== null && (await readAll(viewer.id, 'weeks')).length >= weeks;
            }""";

    @Test
    void areReadWithoutASignal() {
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/m/today");
            page.waitForFunction("() => navigator.serviceWorker.ready.then(() => true)");
            Lessons.await(page, ALL_KEPT, WEEKS);
            phone.context().setOffline(true);
            for (var weeks : new int[] {-2, 8}) {
                page.navigate("/m/week?day=" + MONDAY.plusWeeks(weeks));
                assertThat(page.locator("tk-week")).containsText("离线");
                assertThat(page.locator("tk-week")).not().containsText("手机里没有");
            }
            page.navigate("/m/week?day=" + MONDAY.plusWeeks(1));
            page.locator(".tk-entry").first().click();
            assertThat(page.locator(".tk-sheet-body")).containsText("学校和教室");
            phone.context().setOffline(false);
        }
    }

    @Test
    void areNotAskedForAgainAtEachPage() {
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/m/notices");
            Lessons.await(page, ALL_KEPT, WEEKS);
            var asked = new AtomicInteger();
            page.onRequest(request -> {
                if (request.postData() != null && request.postData().contains("MyWeek")) {
                    asked.incrementAndGet();
                }
            });
            page.navigate("/m/notices");
            passed(page);
            assertThat(asked).hasValue(0);
        }
    }

    /** Longer than it takes until a page begins to ask. */
    private static void passed(Page page) {
        page.waitForTimeout(7_000);
    }
}
