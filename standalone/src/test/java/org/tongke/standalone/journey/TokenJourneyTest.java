package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** A supplier makes a token, which is shown once, works, and works no more when it is revoked. */
@Tag("browser")
class TokenJourneyTest {
    private static final String NAME = "夜间报送";

    @Test
    void isShownOnceAndRevoked() {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("sandbox");
                var program = Phone.small()) {
            var page = desk.page();
            page.navigate("/tokens");
            button(page, "新建令牌").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("名称").fill(NAME);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建令牌"))
                    .click();
            var secret = page.locator("vaadin-dialog code").innerText();
            assertThat(ask(program, secret).status()).isEqualTo(200);
            button(page, "关闭").click();

            page.reload();
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText(NAME));
            assertThat(card).containsText("只报送课");
            assertThat(card).containsText("最近使用");
            assertThat(page.content()).doesNotContain(secret);

            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("撤销")))
                    .click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销令牌"))
                    .click();
            assertThat(card).hasCount(0);
            assertThat(ask(program, secret).status()).isEqualTo(401);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static APIResponse ask(Phone program, String secret) {
        return program.context()
                .request()
                .post(
                        "/graphql",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + secret)
                                .setData(Map.of("query", "{ viewer { name } }")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
