package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Pictures.photo;
import static org.tongke.standalone.pocket.Pictures.text;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;

/** The page of uploads in each state that it and its queue can have: axe finds nothing and nothing sticks out. */
@Tag("browser")
class StatesTest {
    private static final String BUCKET = "**/tongke-files**";
    private static final String OPERATIONS = "**/graphql";

    private static final String TWO_LESSONS = """
            async () => {
              const { state } = await tongke.load('/m/claim-data.js');
              const { edges } = state.community.activities;
              edges.splice(0, edges.length, ...['一', '二'].map((id) => ({
                node: { id, title: '同步课' + id, subject: null, kind: { code: 'ONLINE_RESEARCH' }, state: 'PLANNED', startsAt: '2026-01-05T09:00:00+08:00', endsAt: '2026-01-05T11:00:00+08:00' },
              })));
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void canBeRead(String locale) {
        try (var phone = Phone.of(360, 740, ColorScheme.LIGHT, locale).signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.awaitWorker();
            check(phone, "empty");
            withoutNetwork(phone, upload);
            onTheWay(phone, upload);
            refused(phone, upload);
            done(phone, upload);
            asked(phone, upload);
            signedOut(phone, upload);
        }
    }

    private static void withoutNetwork(Phone phone, UploadPage upload) {
        phone.context().setOffline(true);
        upload.pick(photo("教研活动现场第一组的长名字照片.jpg"));
        assertThat(upload.inState("waiting")).isVisible();
        upload.reload();
        assertThat(phone.page().locator(".tk-claim-head .tk-chip-now")).isVisible();
        check(phone, "waiting without a network");
        first(upload).click();
        assertThat(upload.inState("paused")).isVisible();
        check(phone, "paused");
        upload.inState("paused").locator("button").last().click();
        assertThat(upload.toast()).isVisible();
        check(phone, "removed");
        upload.toast().locator("button").click();
        assertThat(upload.inState("paused")).isVisible();
        phone.context().setOffline(false);
    }

    private static void onTheWay(Phone phone, UploadPage upload) {
        var held = new ArrayList<Route>();
        phone.page().route(BUCKET, held::add);
        first(upload).click();
        phone.page().waitForCondition(() -> !held.isEmpty());
        assertThat(upload.inState("sending")).isVisible();
        check(phone, "sending");
        held.getFirst().fulfill(new Route.FulfillOptions().setStatus(403));
        assertThat(upload.inState("refused")).isVisible();
        phone.page().unroute(BUCKET);
    }

    private static void refused(Phone phone, UploadPage upload) {
        upload.pick(text("假.jpg", "image/jpeg"));
        assertThat(upload.problems()).isVisible();
        check(phone, "refused");
    }

    private static void done(Phone phone, UploadPage upload) {
        var held = new ArrayList<Route>();
        phone.page().route(OPERATIONS, route -> {
            if (held.isEmpty() && UploadPage.asks(route.request(), "ConfirmUpload")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        first(upload).click();
        phone.page().waitForCondition(() -> !held.isEmpty());
        assertThat(upload.inState("confirming")).isVisible();
        check(phone, "confirming");
        held.getFirst().resume();
        assertThat(upload.done().locator("p").first()).isVisible();
        assertThat(upload.items()).hasCount(0);
        check(phone, "done");
        phone.page().unroute(OPERATIONS);
    }

    /** Two lessons that last all day, so that it is asked which. */
    private static void asked(Phone phone, UploadPage upload) {
        phone.page().evaluate(TWO_LESSONS);
        upload.pick(Pictures.taken("课堂.jpg", LocalDateTime.parse("2026-01-05T10:00:00")), text("说明.docx", ""));
        assertThat(upload.offers()).isVisible();
        check(phone, "asked which lesson");
        upload.offers().locator("button").first().click();
        assertThat(upload.offers()).hasCount(0);
        upload.inState("refused").locator("button").last().click();
        assertThat(upload.items()).hasCount(0);
    }

    private static void signedOut(Phone phone, UploadPage upload) {
        phone.context().clearCookies();
        upload.pick(photo("教研.jpg"));
        assertThat(upload.said().locator("a")).isVisible();
        check(phone, "signed out");
    }

    /** The first act of the only item. */
    private static Locator first(UploadPage upload) {
        return upload.items().locator("button").first();
    }

    /** In light and, what alone differs there, the colours in dark. */
    private static void check(Phone phone, String state) {
        var page = phone.page();
        assertThat(Eyes.axe(axe(page))).as(state).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scroll: %s", state)
                .isEqualTo(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Eyes.axe(axe(page).withRules(List.of("color-contrast"))))
                .as("%s in dark", state)
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Looks at what the states change; the test of all pages looks at the page around it. */
    private static AxeBuilder axe(Page page) {
        var axe = new AxeBuilder(page).include("main");
        return page.locator(".tk-toast").count() > 0 ? axe.include(".tk-toast") : axe;
    }
}
