package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.ReadyCommunity;
import org.tongke.standalone.support.Weeks;

/** Takes the pictures that the README shows, of the running product ({@code bin/pictures}); an ordinary run leaves them as they are. */
@Tag("browser")
@EnabledIfSystemProperty(named = "tongke.docs.write", matches = "true")
class ReadmePicturesTest {
    private static final Path FOLDER = Path.of("..", "docs", "pictures");
    private static final long LARGEST = 150 * 1024;

    @Test
    void theWeekOnAPhone() throws IOException {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            // a week that lies ahead: on the last day of this one all of it is over and folded away
            page.navigate("/m/week?day=" + Weeks.nextMonday());
            assertThat(page.locator("[data-slot]").first()).isVisible();
            take(page, "phone.png");
        }
    }

    @Test
    void theReviewOnADesk() throws IOException {
        var ready = ReadyCommunity.named("海塘小学", 3);
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("county")) {
            var page = desk.page();
            page.navigate("/review/" + ready.id());
            assertThat(page.locator("h1")).isVisible();
            page.getByText("课堂.jpg").first().click();
            assertThat(page.locator("main")).containsText("第 3 份");
            page.waitForFunction("[...document.images].every(picture => picture.complete && picture.naturalWidth > 0)");
            take(page, "desk.png");
        }
    }

    private static void take(Page page, String name) throws IOException {
        page.evaluate("document.activeElement?.blur()");
        var picture = page.screenshot();
        assertThat(picture).hasSizeLessThan((int) LARGEST);
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name), picture);
    }
}
