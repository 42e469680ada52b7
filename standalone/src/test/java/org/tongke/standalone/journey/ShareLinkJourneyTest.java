package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;

/** An officer shares how the county stands with somebody without an account, and ends it. */
@Tag("browser")
class ShareLinkJourneyTest {
    private static final String COUNTY = "乐清市";
    /** A folder for pictures to look at; none are made without it. */
    private static final String PICTURES =
            Optional.ofNullable(System.getenv("TONGKE_PICTURES")).orElse("");

    @Test
    void isMadeSeenAndEnded() {
        try (var phone = Phone.small().signedInAs("county");
                var stranger = Phone.small();
                var abroad = Phone.of(1280, 800, ColorScheme.DARK, "en")) {
            Eyes.open(phone.context());
            Eyes.open(stranger.context());
            var page = phone.page();
            page.navigate("/progress");
            button(page, "分享链接").click();
            page.getByLabel("给谁看（选填）").fill("督查室");
            button(page, "生成链接").click();
            var address = page.locator("vaadin-dialog code");
            assertThat(address).containsText("/public/shared/");
            var path = address.innerText().replaceFirst("^https?://[^/]+", "");
            var line = page.locator("vaadin-dialog li").filter(new Locator.FilterOptions().setHasText("督查室"));
            assertThat(line).containsText(COUNTY);
            assertThat(Eyes.on(page).sideways()).isZero();
            picture(page, "dialog");

            var seen = stranger.page();
            seen.navigate(path);
            assertThat(seen.locator("h1")).hasText(COUNTY + " · 教共体进度");
            assertThat(seen.locator(".pb-list h3").first()).isVisible();
            assertThat(seen.locator(".pb-lacks li").first()).containsText("还差");
            assertThat(Eyes.on(seen).sideways()).isZero();
            assertThat(Eyes.axe(seen)).isEmpty();
            picture(seen, "shared");
            abroad.page().navigate(path);
            assertThat(abroad.page().locator("h1")).hasText(COUNTY + " · Progress of the communities");
            assertThat(Eyes.axe(abroad.page())).isEmpty();
            picture(abroad.page(), "shared-abroad");

            line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("作废")))
                    .click();
            var sure = page.getByRole(
                    AriaRole.DIALOG, new Page.GetByRoleOptions().setName("作废链接：" + COUNTY + " · 督查室？"));
            assertThat(sure).containsText("不能恢复");
            sure.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("作废"))
                    .click();
            assertThat(line).hasCount(0);
            assertThat(button(page, "生成链接")).isFocused();
            assertThat(seen.reload().status()).isEqualTo(404);
            assertThat(seen.locator("h1")).hasText("这个链接打不开");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, "share-" + name + ".png")));
        }
    }
}
