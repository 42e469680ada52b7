package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Lessons.ZONE;
import static org.tongke.standalone.pocket.Lessons.open;
import static org.tongke.standalone.pocket.Lessons.unique;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** That a lesson took place, and how many attended, is said on the page of today with one press; also without a signal. */
@Tag("browser")
class ConfirmTest {
    private static final String ATTENDED = """
            async (id) => {
              const { ask } = await tongke.load('/tk/api.js');
              const { attendance } = (await ask('ActivityNow', { id })).data.node;
              return attendance ? attendance.attended : -1;
            }""";
    private static final String RECORD = """
            async ([id, attended]) => {
              const { ask } = await tongke.load('/tk/api.js');
              const { revision } = (await ask('ActivityNow', { id })).data.node;
              await ask('RecordAttendance', { input: { activityId: id, expectedRevision: revision, attended } });
            }""";

    @Test
    void isSaidWithOnePressOnceTheClassIsKnown() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = open(phone, "/m/today");
            var className = unique("五年级");
            var first = unique("朗读");
            enter(page, first, 12, className);
            row(page, first).locator("input").fill("41");
            row(page, first).locator(".tk-main-action").click();
            assertThat(page.locator(".tk-toast")).hasText("“" + first + "”已登记 41 人");
            assertThat(row(page, first)).hasCount(0);

            var second = unique("习字");
            var id = enter(page, second, 10, className);
            assertThat(row(page, second).locator("input")).hasValue("41");
            row(page, second).locator(".tk-main-action").click();
            assertThat(page.locator(".tk-toast")).containsText(second);
            assertThat(page.evaluate(ATTENDED, id)).isEqualTo(41);
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void isKeptWithoutASignalAndArrivesLaterWhateverElseWasChanged() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = open(phone, "/m/today");
            var title = unique("口算");
            var id = enter(page, title, 11, unique("二年级"));
            assertThat(row(page, title)).isVisible();
            // a change of the school's own, of which the phone does not know
            Lessons.editTitle(page, id, title + "二");
            phone.context().setOffline(true);
            row(page, title).locator("input").fill("37");
            row(page, title).locator(".tk-main-action").click();
            assertThat(page.locator(".tk-toast")).containsText("联网后自动登记");
            assertThat(row(page, title)).hasCount(0);
            page.reload();
            assertThat(page.locator(".tk-date-line")).isVisible();
            assertThat(row(page, title)).hasCount(0);
            page.navigate("/m/sign-out");
            assertThat(page.locator("main")).containsText("1 项改动没有同步");
            page.navigate("/m/today");

            phone.context().setOffline(false);
            Lessons.await(page, "(id) => (" + ATTENDED + ")(id).then((said) => said === 37)", id);
            assertThat(row(page, title)).hasCount(0);
        }
    }

    @Test
    void doesNotReplaceWhatSomebodyElseSaidMeanwhile() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = open(phone, "/m/today");
            var title = unique("跳绳");
            var id = enter(page, title, 9, unique("一年级"));
            assertThat(row(page, title)).isVisible();
            phone.context().setOffline(true);
            row(page, title).locator("input").fill("30");
            row(page, title).locator(".tk-main-action").click();
            assertThat(page.locator(".tk-toast")).containsText("联网后自动登记");
            try (var other = Phone.small().signedInAs("clerk")) {
                other.page().navigate("/m/today");
                other.page().evaluate(RECORD, List.of(id, 29));
            } finally {
                phone.context().setOffline(false);
            }
            assertThat(page.locator(".tk-toast")).containsText("别人已登记 29 人");
            assertThat(page.evaluate(ATTENDED, id)).isEqualTo(29);
        }
    }

    private static Locator row(Page page, String title) {
        return page.locator(".tk-confirm li").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** A lesson that began some minutes ago, but not before today, and is going on. */
    private static String enter(Page page, String title, int minutesAgo, String className) {
        var now = OffsetDateTime.now(ZONE);
        var began = now.minusMinutes(minutesAgo);
        var start = began.getDayOfMonth() == now.getDayOfMonth()
                ? began
                : now.toLocalDate().atStartOfDay(ZONE).toOffsetDateTime();
        return Lessons.enter(page, title, start, now.plusMinutes(30), className);
    }
}
