package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;

/** Within WeChat, WeCom and DingTalk, which save nothing: that is said, and there is a link for a browser. */
@Tag("browser")
class InAppTest {
    private static final String WECHAT =
            "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0";
    private static final String LOADED =
            "() => performance.getEntriesByType('resource').some(one => one.name.endsWith('/tk/in-app.js'))";

    @Test
    void aCalendarSaysWhereItCanBeHad() {
        try (var phone = Phone.inApp(WECHAT).signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/me");
            var subscribe = page.locator("a[href^='webcal:']");
            var open = page.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("生成订阅地址"));
            assertThat(subscribe.or(open)).isVisible();
            if (open.isVisible()) {
                open.click();
            }
            subscribe.click();
            var said = page.locator("dialog.tk-link");
            assertThat(said).containsText("在浏览器打开");
            assertThat(said).containsText("不能订阅日历");
            assertThat(said.locator("input")).hasValue(Pattern.compile("^http://localhost.*ics.*"));
            assertThat(Eyes.axe(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(said).hasCount(0);
            assertThat(subscribe).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WECHAT, "Mozilla/5.0 wxwork/4.1", "Mozilla/5.0 AliApp(DingTalk/7.0)"})
    void aFileOnAPocketPageSaysSo(String userAgent) {
        try (var phone = Phone.inApp(userAgent).signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/notices");
            page.waitForFunction(LOADED);
            pressAFile(page);
            var said = page.locator("dialog.tk-link");
            assertThat(said).containsText("存不了文件");
            assertThat(said.locator("input")).hasValue(Pattern.compile("/m/notices$"));
        }
    }

    @Test
    void aBrowserSavesIt() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/m/notices");
            var download = page.waitForDownload(() -> pressAFile(page));
            assertThat(download.suggestedFilename()).isEqualTo("名单.txt");
            assertThat(page.locator("dialog")).hasCount(0);
        }
    }

    /** A link as the shelf of kept files has it; when it is pressed the module has listened. */
    private static void pressAFile(Page page) {
        page.evaluate("""
                async () => {
                  await import('/tk/in-app.js');
                  const link = document.createElement('a');
                  link.href = URL.createObjectURL(new Blob(['x']));
                  link.download = '名单.txt';
                  document.body.append(link);
                  link.click();
                }""");
    }
}
