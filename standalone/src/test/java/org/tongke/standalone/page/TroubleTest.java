package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;

/** Where a page cannot be had: it is said why, in words, and what comes next is one tap away. */
@Tag("browser")
class TroubleTest {
    private static final String NOT_FOUND = "没有这个页面";

    @Test
    void leadsHomeFromWhatIsNotThereOrNotForThisPerson() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            for (var address : List.of("/nowhere", "/m/nowhere", "/communities/nothing")) {
                shows(phone.page(), address, NOT_FOUND, "回到首页");
            }
            shows(phone.page(), "/progress", "这里不对你开放", "回到首页");
            shows(phone.page(), "/m/upload", "佐证由学校管理员上传", "回首页");
            phone.page().getByText("回首页").click();
            assertThat(phone.page()).hasURL(Pattern.compile("/m/today$"));
        }
    }

    @Test
    void saysInEnglishAndInTheDark() {
        try (var phone = Phone.of(1280, 800, ColorScheme.DARK, "en-US").signedInAs("teacher")) {
            shows(phone.page(), "/m/nowhere", "No such page", "Go to the start page");
            shows(phone.page(), "/progress", "Not open to you", "Go to the start page");
        }
    }

    /** The person was signed out elsewhere: words, and back to the very page afterwards. */
    @Test
    void comesBackWhenTheSessionWasOver() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            for (var address : List.of("/m/notices", "/find/communities")) {
                page.navigate("/m/today");
                assertThat(page.locator(".tk-bar-place").first()).isVisible();
                // an open page would find out by itself, and go to sign in while the test goes elsewhere
                page.navigate("about:blank");
                phone.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tongke-device"));
                page.navigate(address);
                assertThat(page.locator(".tk-sign-in-note")).hasText("登录已结束。重新登录后，会回到刚才那一页。");
                check(page, "session over");
                page.locator("input[name=signInName]").fill("teacher");
                page.locator("input[name=password]").fill("tongke");
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("登录").setExact(true))
                        .click();
                assertThat(page).hasURL(Pattern.compile(address + "$"));
            }
        }
    }

    /** The frontend has been started anew, or the page was left open over night. */
    @Test
    void saysThatAnOpenPageIsKnownNoMore() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/find/communities");
            var follow = page.locator("vaadin-button, button")
                    .filter(new Locator.FilterOptions().setHasText("关注"))
                    .first();
            assertThat(follow).isVisible();
            phone.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            follow.click();
            var words = page.locator(".v-system-error");
            assertThat(words).containsText("刚才的操作没有完成");
            check(page, "page known no more");
            words.click();
            assertThat(words).hasCount(0);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page).hasURL(Pattern.compile("/find/communities$"));
        }
    }

    @Test
    void triesAgainWhenTheServerIsAway() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = phone.page();
            page.route(
                    "**/graphql",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(502)
                            .setContentType("text/html")
                            .setBody("Bad Gateway")));
            page.navigate("/m/upload");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("服务器暂时没有回应，你的数据没有丢失。");
            check(page, "server away");
            page.unroute("**/graphql");
            page.getByText("重试").click();
            assertThat(page.locator(".tk-criteria")).isVisible();
        }
    }

    private static void shows(Page page, String address, String words, String next) {
        page.navigate(address);
        assertThat(page.locator("main")).containsText(words);
        assertThat(page.locator("main a").filter(new Locator.FilterOptions().setHasText(next)))
                .isVisible();
        check(page, address);
    }

    private static void check(Page page, String what) {
        assertThat(Eyes.axe(page)).as(what).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scroll: %s", what)
                .isEqualTo(0);
    }
}
