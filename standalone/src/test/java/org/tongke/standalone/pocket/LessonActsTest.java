package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Lessons.TUESDAY;
import static org.tongke.standalone.pocket.Lessons.act;
import static org.tongke.standalone.pocket.Lessons.at;
import static org.tongke.standalone.pocket.Lessons.button;
import static org.tongke.standalone.pocket.Lessons.inWeek;
import static org.tongke.standalone.pocket.Lessons.open;
import static org.tongke.standalone.pocket.Lessons.unique;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** From the sheet of a lesson a school moves, copies and cancels it. */
@Tag("browser")
class LessonActsTest {

    @Test
    void isMovedAndMovedBack() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = week(phone);
            var title = entered(page, "摆", "06:10", "06:40");
            act(page, title, "调课");
            page.locator("#tk-move-day").fill(TUESDAY.plusDays(1).toString());
            page.locator("#tk-move-from").fill("06:50");
            page.locator("#tk-move-to").fill("06:20");
            press(page, "调到这个时间");
            assertThat(page.locator("#tk-move-to-error")).not().isEmpty();
            page.locator("#tk-move-to").fill("07:10");
            press(page, "调到这个时间");
            assertThat(page.locator(".tk-toast")).containsText("已调到");
            assertThat(page.locator("[data-day='" + TUESDAY.plusDays(1) + "'] .tk-entry", title(title)))
                    .hasCount(1);
            page.locator(".tk-toast button").click();
            assertThat(page.locator("[data-day='" + TUESDAY + "'] .tk-entry", title(title))
                            .first())
                    .containsText("06:10");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void isCancelledWithAReason() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = week(phone);
            var title = entered(page, "电路", "06:15", "06:45");
            act(page, title, "取消这节课");
            page.locator(".tk-form .tk-danger").last().click();
            assertThat(page.locator("#tk-cancel-reason-error")).not().isEmpty();
            press(page, "设备故障");
            page.locator(".tk-form .tk-danger").last().click();
            assertThat(page.locator(".tk-toast")).containsText("已取消");
            var lesson = inWeek(page, title);
            assertThat(lesson).containsText("已取消");
            lesson.click();
            assertThat(page.locator(".tk-banner-bad")).hasText("这节课已取消：设备故障");
            assertThat(page.locator(".tk-history")).containsText("设备故障");
            assertThat(Lessons.acts(page)).hasText(new String[] {"复制到别的日子"});
        }
    }

    @Test
    void isNotCancelledUnseenWhenSomebodyElseChangedIt() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = week(phone);
            var title = unique("音叉");
            var id = Lessons.enter(page, title, at(TUESDAY, "06:20"), at(TUESDAY, "06:50"), unique("三年级"));
            act(page, title, "取消这节课");
            Lessons.editTitle(page, id, title + "二");
            press(page, "教师请假");
            page.locator(".tk-form .tk-danger").last().click();
            assertThat(page.locator(".tk-form .tk-banner")).containsText(title + "二");
            page.locator(".tk-form .tk-danger").last().click();
            assertThat(inWeek(page, title + "二")).containsText("已取消");
        }
    }

    @Test
    void isCopiedToSeveralDaysOnce() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = week(phone);
            var title = entered(page, "杠杆", "06:25", "06:55");
            act(page, title, "复制到别的日子");
            page.locator(".tk-copy-days input").nth(1).check();
            page.locator("#tk-copy-other").fill(TUESDAY.plusDays(2).toString());
            press(page, "加上");
            press(page, "复制 3 节");
            assertThat(page.locator(".tk-toast")).containsText("已复制 3 节");
            assertThat(inWeek(page, title)).hasCount(2);
            page.navigate("/m/week?day=" + TUESDAY.plusWeeks(2));
            assertThat(inWeek(page, title)).hasCount(1);
            // what stands there is told before another one is put on top
            act(page, title, "复制到别的日子");
            page.locator("#tk-copy-other").fill(TUESDAY.plusWeeks(1).toString());
            press(page, "加上");
            assertThat(page.locator("[data-day='" + TUESDAY.plusWeeks(1) + "'] .tk-copy-word"))
                    .containsText("已经有");
        }
    }

    @Test
    void ofASupplierIsCopiedOnlyAndSaysWhy() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            // lessons of the demo are reported by platforms; no test enters one in the week that comes
            var page = open(phone, "/m/week?day=" + TUESDAY.minusWeeks(1));
            page.locator(".tk-entry[data-slot=PLANNED]").first().click();
            var sheet = page.locator(".tk-sheet");
            assertThat(sheet).containsText("请在那里更改");
            assertThat(Lessons.acts(page)).hasText(new String[] {"复制到别的日子"});
        }
    }

    private static Page week(Phone phone) {
        var page = open(phone, "/m/week?day=" + TUESDAY);
        assertThat(page.locator(".tk-day")).hasCount(7);
        return page;
    }

    private static String entered(Page page, String name, String from, String to) {
        var title = unique(name);
        assertThat(Lessons.enter(page, title, at(TUESDAY, from), at(TUESDAY, to), unique("五年级")))
                .isNotEmpty();
        return title;
    }

    private static void press(Page page, String words) {
        button(page, words).click();
    }

    private static Page.LocatorOptions title(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
