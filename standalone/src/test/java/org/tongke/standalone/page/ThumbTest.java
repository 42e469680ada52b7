package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.standalone.support.Phone;

/** What a page is for is done in the lower half of a phone's screen; {@code TodayTest} has the page of today. */
@Tag("browser")
class ThumbTest {
    private static final int HEIGHT = 800;

    @ParameterizedTest
    @CsvSource({
        "'', /m/sign-in, 登录",
        "teacher, /m/enter, 排进课表",
        "clerk, /m/upload, 拍照",
    })
    void theMainActionIsInTheLowerHalf(String who, String path, String name) {
        try (var phone = Phone.of(360, HEIGHT, ColorScheme.LIGHT, "zh-CN")) {
            var page = (who.isEmpty() ? phone : phone.signedInAs(who)).page();
            page.navigate(path);
            var action = page.locator(".tk-main-action, vaadin-button[theme~=primary]")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .first();
            assertThat(action).isInViewport();
            assertThat(action.boundingBox().y).isGreaterThanOrEqualTo(HEIGHT / 2.0);
        }
    }
}
