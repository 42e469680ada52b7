package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** What is hidden without a signal is gone at once, and arrives later. */
@Tag("browser")
class OfflineActsTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    private static final String HIDDEN = """
            async () => {
              const { ask } = await tongke.load('/tk/api.js');
              return (await ask('HiddenThings')).data.hiddenThings.activities.map((one) => one.id);
            }""";
    private static final String SHOW = """
            async (activityId) => {
              const { ask } = await tongke.load('/tk/api.js');
              await ask('ShowActivity', { input: { activityId } });
            }""";

    @Test
    void hiddenWithoutASignalItIsGoneAndArrivesLater() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = week(phone);
            var sent = sendings(phone, "HideActivity");
            var other = phone.context().newPage();
            other.navigate("/m/today");
            phone.context().setOffline(true);
            var key = hideFirst(page);
            assertThat(lesson(page, key)).hasCount(0);
            assertThat(page.locator(".tk-acts-waiting")).hasText("1 项改动待同步");
            page.reload();
            assertThat(page.locator(".tk-day")).hasCount(7);
            assertThat(lesson(page, key)).hasCount(0);
            assertThat(sent).isEmpty();

            phone.context().setOffline(false);
            assertThat(page.locator(".tk-acts-waiting")).isHidden();
            assertThat(lesson(page, key)).hasCount(0);
            assertThat((List<?>) page.evaluate(HIDDEN)).asString().contains(idOf(key));
            assertThat(sent).hasSize(1);
            page.evaluate(SHOW, idOf(key));
        }
    }

    @Test
    void takenBackBeforeItWasSentNothingIsSent() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = week(phone);
            var sent = sendings(phone, "Activity");
            phone.context().setOffline(true);
            var key = hideFirst(page);
            page.locator(".tk-toast button").click();
            assertThat(lesson(page, key)).hasCount(1);
            assertThat(page.locator(".tk-acts-waiting")).isHidden();
            phone.context().setOffline(false);
            page.reload();
            assertThat(lesson(page, key)).hasCount(1);
            assertThat(sent).isEmpty();
        }
    }

    @Test
    void refusedItComesBackWithAWord() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = week(phone);
            phone.context().setOffline(true);
            var key = hideFirst(page);
            assertThat(lesson(page, key)).hasCount(0);
            phone.context().route("**/graphql", route -> {
                if (UploadPage.asks(route.request(), "HideActivity")) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"errors\":[{\"message\":\"不行\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}"));
                } else {
                    route.resume();
                }
            });
            phone.context().setOffline(false);
            assertThat(page.locator(".tk-toast")).containsText("不行");
            assertThat(lesson(page, key)).hasCount(1);
            assertThat(page.locator(".tk-acts-waiting")).isHidden();
        }
    }

    @Test
    void ownEntriesAreMadeEditedAndRemovedWithoutASignal() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = week(phone);
            var title = Lessons.unique("接孩子");
            phone.context().setOffline(true);
            page.locator(".tk-week-act").first().click();
            page.locator("#tk-own-title").fill(title);
            save(page);
            assertThat(own(page, title)).hasCount(1);
            own(page, title).click();
            page.locator("#tk-own-place").fill("校门口");
            save(page);
            assertThat(own(page, title)).containsText("校门口");
            assertThat(page.locator(".tk-acts-waiting")).hasText("1 项改动待同步");
            page.reload();
            assertThat(own(page, title)).containsText("校门口");

            phone.context().setOffline(false);
            assertThat(page.locator(".tk-acts-waiting")).isHidden();
            assertThat(own(page, title)).hasCount(1);

            phone.context().setOffline(true);
            own(page, title).click();
            page.locator("#tk-own-place").fill("东门");
            save(page);
            own(page, title).click();
            page.locator(".tk-form .tk-danger").click();
            assertThat(own(page, title)).hasCount(0);
            phone.context().setOffline(false);
            assertThat(page.locator(".tk-acts-waiting")).isHidden();
            page.reload();
            assertThat(page.locator(".tk-day")).hasCount(7);
            assertThat(page.locator(".tk-as-of")).containsText("数据截至");
            assertThat(own(page, title)).hasCount(0);
        }
    }

    private static Locator own(Page page, String title) {
        return page.locator(".tk-own").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void save(Page page) {
        page.locator(".tk-form .tk-main-action").click();
        assertThat(page.locator(".tk-form")).hasCount(0);
    }

    private static Page week(Phone phone) {
        var page = phone.page();
        page.navigate("/m/week?day=" + NEXT_MONDAY);
        assertThat(page.locator(".tk-entry[data-slot=PLANNED]").first()).isVisible();
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
        return page;
    }

    private static List<Request> sendings(Phone phone, String operation) {
        List<Request> sent = new CopyOnWriteArrayList<>();
        phone.context().onRequest(request -> {
            var body = request.url().endsWith("/graphql") ? request.postData() : null;
            if (body != null && body.contains(operation + "\"")) {
                sent.add(request);
            }
        });
        return sent;
    }

    private static String hideFirst(Page page) {
        var lesson = page.locator(".tk-entry[data-slot=PLANNED]").first();
        var key = lesson.getAttribute("data-key");
        lesson.click();
        page.locator("button")
                .filter(new Locator.FilterOptions().setHasText("隐藏这节课"))
                .click();
        return key;
    }

    private static Locator lesson(Page page, String key) {
        return page.locator(".tk-entry[data-key=\"" + key + "\"]");
    }

    private static String idOf(String key) {
        return key.substring(0, key.indexOf(' '));
    }
}
