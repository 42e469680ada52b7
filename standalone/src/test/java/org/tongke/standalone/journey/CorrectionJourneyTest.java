package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** A teacher says without a signal that a lesson stands in the wrong room, the school's clerk sees to it, and the teacher is told. */
@Tag("browser")
class CorrectionJourneyTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    private static final String WORDS = "在二楼录播教室";
    private static final String DONE = "已改成二楼录播教室";

    @Test
    void isSaidWithoutASignalSeenToAndToldBack() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            page.waitForFunction("() => navigator.serviceWorker.ready.then(() => true)");
            var lesson = page.locator(".tk-entry:not(.tk-own)").first();
            assertThat(lesson).isVisible();
            phone.context().setOffline(true);
            lesson.click();
            button(page.locator(".tk-sheet"), "指出这节课的错误").click();
            var form = page.locator(".tk-sheet .tk-form");
            button(form, "发送").click();
            assertThat(form.locator("p[role=alert]")).hasText("请选择哪里不对。");
            form.getByLabel("教室或学校").check();
            form.getByLabel("正确的是什么").fill(WORDS);
            assertThat(Eyes.axe(page)).isEmpty();
            button(form, "发送").click();
            assertThat(page.locator(".tk-toast")).containsText("已保存，有网络时自动发送");
            phone.context().setOffline(false);
            seenTo();
            page.navigate("/m/notices");
            var told = page.locator(".tk-notice").filter(new Locator.FilterOptions().setHasText(DONE));
            assertThat(told).containsText("纠错已处理");
            told.click();
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText(DONE));
            assertThat(card).containsText("教室或学校不对：" + WORDS);
            assertThat(button(card, "已处理")).hasCount(0);
        }
    }

    private static void seenTo() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = phone.page();
            page.navigate("/m/notices");
            var told = page.locator(".tk-notice").filter(new Locator.FilterOptions().setHasText(WORDS));
            assertThat(told).containsText("有人纠错");
            told.click();
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText(WORDS));
            card.getByText("处理", new Locator.GetByTextOptions().setExact(true)).click();
            button(card, "已处理").click();
            assertThat(card.getByLabel("怎么处理的")).hasAttribute("aria-invalid", "true");
            card.getByLabel("怎么处理的").fill(DONE);
            assertThat(Eyes.axe(page)).isEmpty();
            button(card, "已处理").click();
            assertThat(card).hasCount(0);
        }
    }

    @Test
    void isSaidOnTheSheetOfAFoundLesson() {
        try (var phone = Phone.small().signedInAs("county")) {
            var page = phone.page();
            page.navigate("/find");
            page.locator(".tkf-lessons button").first().click();
            var sheet = page.getByRole(AriaRole.DIALOG);
            button(sheet, "指出这节课的错误").click();
            var form = page.getByRole(AriaRole.DIALOG).last();
            form.getByLabel("其他", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            button(form, "发送").click();
            var words = form.getByLabel("正确的是什么");
            assertThat(words).hasAttribute("aria-invalid", "true");
            words.fill("年级写错了");
            button(form, "发送").click();
            assertThat(page.locator(".tkf-toast")).containsText("已发送");
            page.navigate("/find/corrections");
            assertThat(page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText("年级写错了")))
                    .hasCount(1);
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
