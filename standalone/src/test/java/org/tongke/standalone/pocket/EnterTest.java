package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Lessons.TUESDAY;
import static org.tongke.standalone.pocket.Lessons.at;
import static org.tongke.standalone.pocket.Lessons.button;
import static org.tongke.standalone.pocket.Lessons.inWeek;
import static org.tongke.standalone.pocket.Lessons.open;
import static org.tongke.standalone.pocket.Lessons.unique;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** A school enters lessons by hand, and edits them. */
@Tag("browser")
class EnterTest {
    private static final String CLASS = "#tk-enter-class-0";

    @Test
    void isEnteredOnceHoweverOftenItIsPressedAndStandsInTheWeek() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = form(phone);
            var title = unique("磁铁");
            fill(page, title, "07:10", "07:40");
            page.locator("#tk-enter-room-0").fill("录播室");
            page.locator(".tk-enter-more summary").click();
            page.getByLabel("互动方式").selectOption(new SelectOption().setLabel("实时互动"));
            button(page, "添加材料").click();
            page.locator("#tk-enter-material-0").fill("磁铁课件");
            page.locator("#tk-enter-material-url-0").fill("https://lessons.example/magnets");
            page.evaluate(
                    "const b = document.querySelector('.tk-enter-form .tk-main-action'); for (let i = 0; i < 5; i++) b.click()");
            assertThat(page.locator("main h2")).hasText("已排进课表：" + title);
            button(page, "看课表").click();
            assertThat(inWeek(page, title)).hasCount(1);
            inWeek(page, title).click();
            assertThat(page.locator(".tk-sheet")).containsText("录播室");
            assertThat(page.locator(".tk-sheet")).containsText("实时互动");
            assertThat(page.locator(".tk-sheet a[href='https://lessons.example/magnets']"))
                    .hasText("磁铁课件");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsSaidSurvivesAReloadAndALostAnswer() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = form(phone);
            var title = unique("浮力");
            fill(page, title, "07:15", "07:45");
            page.locator(".tk-enter-more summary").click();
            page.locator("#tk-enter-series").fill("科学小实验");
            // what is said is kept a moment later
            Lessons.await(page, """
                    async (title) => {
                      const { readAll } = await tongke.load('/tk/store.js');
                      const { knownViewer } = await tongke.load('/tk/viewer.js');
                      const kept = await readAll(knownViewer().id, 'choices');
                      return kept.some((one) => one.series === '科学小实验' && one.title === title);
                    }""", title);
            page.reload();
            assertThat(page.locator("#tk-enter-title")).hasValue(title);
            assertThat(page.locator("#tk-enter-series")).hasValue("科学小实验");
            assertThat(page.locator(".tk-banner")).containsText("没有提交");
            // the lesson arrives, the answer does not
            page.route("**/graphql", route -> {
                if (UploadPage.asks(route.request(), "EnterActivity")) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            submit(page);
            assertThat(page.locator(".tk-enter-end")).containsText("还没有提交");
            page.unroute("**/graphql");
            page.locator("#tk-enter-title").fill(title + "二");
            submit(page);
            assertThat(page.locator("main h2")).hasText("已排进课表：" + title + "二");
            button(page, "看课表").click();
            assertThat(inWeek(page, title)).hasCount(1);
            assertThat(inWeek(page, title)).containsText(title + "二");
        }
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        try (var phone = Phone.of(360, 740, ColorScheme.DARK, "en-US").signedInAs("clerk")) {
            var page = form(phone);
            submit(page);
            assertThat(page.locator("#tk-enter-title-error")).not().isEmpty();
            assertThat(page.locator("#tk-enter-subject-error")).not().isEmpty();
            assertThat(page.locator("#tk-enter-subject")).isFocused();
            fill(page, unique("Levers"), "07:20", "07:10");
            submit(page);
            assertThat(page.locator("#tk-enter-to-error")).containsText("after");
            page.locator("#tk-enter-to").fill("07:50");
            page.locator(".tk-enter-more summary").click();
            page.locator("#tk-enter-joinUrl").fill("javascript:alert(1)");
            page.locator(".tk-enter-more summary").click();
            submit(page);
            assertThat(page.locator("#tk-enter-joinUrl-error")).not().isEmpty();
            assertThat(page.locator("#tk-enter-joinUrl")).isFocused();
        }
    }

    @Test
    void whatClashesIsToldBeforeItIsSent() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = form(phone);
            var title = unique("合唱");
            var className = unique("六年级");
            Lessons.enter(page, title, at(TUESDAY, "07:25"), at(TUESDAY, "07:55"), className);
            fill(page, unique("管乐"), "07:30", "07:58");
            var clash = page.locator(".tk-enter-end .tk-banner");
            page.locator(CLASS).fill(className);
            assertThat(clash).containsText("07:25–07:55「" + title + "」：" + className);
            page.locator("#tk-enter-from").fill("07:55");
            assertThat(clash).hasCount(0);
        }
    }

    @Test
    void isEditedAndSaysWhatSomebodyElseChangedMeanwhile() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = form(phone);
            var title = unique("剪纸");
            var id = Lessons.enter(page, title, at(TUESDAY, "07:05"), at(TUESDAY, "07:35"), unique("四年级"));
            page.navigate("/m/enter?edit=" + id);
            assertThat(page.locator("#tk-enter-title")).hasValue(title);
            page.locator("#tk-enter-title").fill(title + "三");
            Lessons.editTitle(page, id, title + "二");
            submit(page);
            assertThat(page.locator(".tk-enter-end .tk-banner")).containsText(title + "二");
            submit(page);
            assertThat(page.locator("main h2")).hasText("已保存：" + title + "三");
        }
    }

    private static Page form(Phone phone) {
        var page = open(phone, "/m/enter?day=" + TUESDAY);
        assertThat(page.locator(".tk-enter-form")).isVisible();
        // the periods have come, so that they fill in nothing any more
        assertThat(page.locator("#tk-enter-from")).not().hasValue("");
        return page;
    }

    private static void fill(Page page, String title, String from, String to) {
        page.locator("#tk-enter-title").fill(title);
        page.locator("#tk-enter-subject").selectOption("SCIENCE");
        page.locator("#tk-enter-from").fill(from);
        page.locator("#tk-enter-to").fill(to);
    }

    private static void submit(Page page) {
        page.locator(".tk-enter-form .tk-main-action").click();
    }

    @Test
    void isReachedFromTheStartPageWithOneTap() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = phone.page();
            page.navigate("/");
            page.locator("a[href^='/m/enter']").click();
            assertThat(page.locator(".tk-enter-form")).isVisible();
            assertThat(page.locator("tk-bell a")).isVisible();
            var submit = page.locator(".tk-enter-form .tk-main-action").boundingBox();
            assertThat(submit.y + submit.height).as("under the thumb").isBetween(500.0, 740.0);
        }
    }

    @Test
    void theBellStandsOnFlowPages() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = phone.page();
            page.navigate("/me");
            var bell = page.locator("tk-bell a");
            assertThat(bell).isVisible();
            assertThat(page.locator("h1")).isVisible();
            bell.click();
            page.waitForURL("**/m/notices");
            assertThat(page.locator("h1").filter(new Locator.FilterOptions().setHasText("通知")))
                    .isVisible();
        }
    }
}
