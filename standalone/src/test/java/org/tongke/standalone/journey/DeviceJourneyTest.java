package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Officer;

/** Somebody signs out a browser that he or she left behind, then the own one with all others. */
@Tag("browser")
class DeviceJourneyTest {
    private static final Pattern SIGN_IN = Pattern.compile("/m/sign-in");

    @Test
    void aDeviceIsSignedOutFromAnother() {
        var officer = Officer.of("330329");
        try (var phone = officer.onPhone();
                var left = officer.atDesk()) {
            left.page().navigate("/me");
            assertThat(left.page().getByText("这台设备")).isVisible();

            var page = phone.page();
            page.navigate("/me");
            var other = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^退出.*Chrome")));
            assertThat(other).hasCount(1);
            other.click();
            assertThat(page.locator(".tkf-toast")).containsText("已退出");
            assertThat(other).hasCount(0);
            // who is signed in is remembered for some seconds
            left.page().waitForCondition(() -> {
                left.page().navigate("/me");
                return SIGN_IN.matcher(left.page().url()).find();
            });

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("全部退出"))
                    .click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("全部退出"))
                    .click();
            assertThat(page).hasURL(SIGN_IN);
        }
    }
}
