package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;

/** Somebody who has nothing gets to the first answer: on the page, in a terminal and in GraphiQL. No other host can be reached. */
@Tag("browser")
class DeveloperJourneyTest {
    private final List<String> foreign = new ArrayList<>();

    private void stayHere(Route route) {
        var address = route.request().url();
        if (address.startsWith(Product.get().address())) {
            route.resume();
        } else {
            foreign.add(address);
            route.abort();
        }
    }

    @Test
    void getsFromNothingToTheFirstAnswer() throws Exception {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN")) {
            desk.context().route("**/*", this::stayHere);
            var page = desk.page();
            page.navigate("/developers");
            button(page, "拿一个沙盒令牌").click();
            assertThat(page.locator(".tkf-secret")).hasText(Pattern.compile("[\\w-]{43}"));
            assertThat(page.getByText("有效到")).isVisible();

            button(page, "运行").click();
            assertThat(page.locator(".tkf-answer")).containsText("\"communities\"");
            assertThat(page.locator(".tkf-answer")).containsText("教共体");

            var printed = paste(page.locator(".tkf-command").innerText());
            assertThat(printed).startsWith("{\"data\":{\"communities\":").contains("教共体");

            page.getByLabel("Python").check();
            assertThat(page.locator("pre").filter(new Locator.FilterOptions().setHasText("import json")))
                    .isVisible();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GraphiQL"))
                    .click();
            page.getByLabel(Pattern.compile("Execute query")).click();
            assertThat(page.locator(".result-window")).containsText("教共体");
            assertThat(desk.complaints()).isEmpty();
            assertThat(foreign).isEmpty();
        }
    }

    @Test
    void looksUpAFieldAndAType() {
        try (var phone = Phone.small()) {
            phone.context().route("**/*", this::stayHere);
            var page = phone.page();
            page.navigate("/developers/reference");
            page.getByLabel("查找").fill("communities query");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Query.communities"))
                    .click();
            assertThat(page.locator(".tkf-meant")).containsText("CommunityConnection!");
            assertThat(page.locator(".tkf-meant code").first()).isInViewport();
            page.locator(".tkf-meant")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("CommunityConnection"))
                    .click();
            assertThat(page.locator("h1")).hasText("CommunityConnection");
            page.goBack();
            assertThat(page.locator("h1")).hasText("Query");
            page.goBack();
            assertThat(page.getByLabel("查找")).hasValue("communities query");
            assertThat(phone.complaints()).isEmpty();
            assertThat(foreign).isEmpty();
        }
    }

    private static String paste(String command) throws IOException, InterruptedException {
        var terminal = new ProcessBuilder("bash", "-c", command).start();
        var printed = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(terminal.waitFor()).isZero();
        return printed;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
