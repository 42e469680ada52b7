package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Finger;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.ReadyCommunity;

/** The county sends a community back by keyboard, its clerk sees why and submits it again, and the county passes it. */
@Tag("browser")
class ReviewJourneyTest {

    @Test
    void isSentBackMendedSubmittedAgainAndPassed() {
        var community = ReadyCommunity.named("望江小学", 3);
        var other = ReadyCommunity.named("听涛小学", 1);
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("county");
                var phone = Phone.small().signedInAs(community.clerk())) {
            var page = desk.page();
            page.navigate("/review");
            row(page, community).getByRole(AriaRole.LINK).click();
            assertThat(page.locator("h1")).hasText(community.title());
            sendBackByKeyboard(page);
            assertThat(page.locator(".tkf-toast")).containsText(community.title() + "已退回学校");
            assertThat(page.locator("h1")).not().hasText(community.title());

            phone.page().navigate("/school");
            var card = phone.page().locator("#sent-back");
            assertThat(card).containsText("县里退回了");
            assertThat(card).containsText("缺公章");
            assertThat(card.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("/m/upload.*criterion=1.1"));
            Assertions.assertThat(Eyes.axe(phone.page())).isEmpty();
            button(phone.page(), "重新提交").click();
            assertThat(card).containsText("等县里核验");

            page.navigate("/review");
            assertThat(page.locator(".tkf-queue li").first()).containsText(community.title());
            row(page, community).getByRole(AriaRole.LINK).click();
            assertThat(page.locator(".tkf-sent-back").first()).containsText("缺公章 p（没有改动）");
            page.keyboard().press("p");
            assertThat(page.locator(".tkf-toast")).containsText(community.title() + "已核验通过");
            button(page, "撤销").click();
            assertThat(page.locator("h1")).hasText(community.title());
            page.keyboard().press("p");
            assertThat(page.locator("h1")).not().hasText(community.title());
            page.navigate("/review");
            assertThat(row(page, other)).isVisible();
            assertThat(row(page, community)).hasCount(0);
            stepsBySwipe(other);
        }
    }

    /** Two of the queue are passed at once; the way back has the focus, and takes both back to their places. */
    @Test
    void arePassedAtOnceAndTakenBackByKeyboard() {
        var one = ReadyCommunity.named("凌云小学", 1);
        var other = ReadyCommunity.named("飞虹小学", 1);
        try (var desk = Phone.small().signedInAs("county")) {
            var page = desk.page();
            page.navigate("/review");
            for (var community : List.of(one, other)) {
                row(page, community).getByRole(AriaRole.CHECKBOX).check();
            }
            button(page, "通过选中的 2 个").click();
            var sheet = page.getByRole(AriaRole.DIALOG);
            assertThat(sheet).containsText("核验通过 2 个教共体？");
            assertThat(sheet.getByRole(AriaRole.LISTITEM)).hasText(new String[] {one.title(), other.title()});
            button(page, "通过 2 个").click();
            var done = page.locator(".tkf-many-done");
            assertThat(done).containsText("2 个教共体已核验通过");
            assertThat(row(page, one)).hasCount(0);
            assertThat(button(page, "撤销")).isFocused();
            page.keyboard().press("Enter");
            assertThat(done).containsText("已撤销，2 个教共体回到队列原来的位置");
            assertThat(row(page, one)).isVisible();
            assertThat(row(page, other)).isVisible();
            Assertions.assertThat(Eyes.axe(page)).isEmpty();
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
        }
    }

    /** On a phone a swipe is the next or the last piece of evidence, and moving the page is neither. */
    private static void stepsBySwipe(ReadyCommunity community) {
        try (var phone = Phone.small().signedInAs("county")) {
            var page = phone.page();
            page.navigate("/review");
            row(page, community).getByRole(AriaRole.LINK).click();
            var number = page.locator(".tkf-viewer-caption");
            assertThat(number).containsText("第 1 份");
            swipe(page, -160, 8);
            assertThat(number).containsText("第 2 份");
            swipe(page, -160, 8);
            assertThat(number).containsText("第 3 份");
            swipe(page, 160, -8);
            assertThat(number).containsText("第 2 份");
            swipe(page, -20, -120);
            assertThat(number).containsText("第 2 份");
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
            isSentBackWithThreeTaps(page, community);
        }
    }

    private static void swipe(Page page, int x, int y) {
        Finger.swipe(page.locator(".tkf-viewer-stage"), x, y);
    }

    /** Three taps from the evidence on: send back, one of the usual reasons, yes; and it happens once however often it is pressed. */
    private static void isSentBackWithThreeTaps(Page page, ReadyCommunity community) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^退回")))
                .first()
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("缺公章"))
                .click();
        assertThat(dialog.getByRole(AriaRole.TEXTBOX)).not().hasValue("");
        button(page, "退回学校").evaluate("yes => { for (let i = 0; i < 5; i++) yes.click(); }");
        assertThat(page.locator(".tkf-toast")
                        .filter(new Locator.FilterOptions().setHasText(community.title() + "已退回学校")))
                .hasCount(1);
        assertThat(page.locator(".tkf-toast")).hasCount(1);
    }

    /** Steps to a photo and back, then sends the first item back. A letter that is written in the reason is no key. */
    private static void sendBackByKeyboard(Page page) {
        var number = page.locator(".tkf-viewer-caption");
        assertThat(number).containsText("第 1 份");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(number).containsText("第 3 份");
        assertThat(page.locator(".tkf-viewer-picture img")).isVisible();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("k");
        assertThat(number).containsText("第 1 份");
        page.keyboard().press("b");
        var reason = page.getByRole(AriaRole.TEXTBOX);
        reason.fill("缺公章 p");
        button(page, "退回学校").click();
    }

    private static Locator row(Page page, ReadyCommunity community) {
        return page.locator(".tkf-queue li").filter(new Locator.FilterOptions().setHasText(community.title()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
