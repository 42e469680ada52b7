package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** A teacher shares the own week with somebody without an account, for longer than first thought, and ends it. */
@Tag("browser")
class WeekLinkJourneyTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    /** A folder for pictures to look at; none are made without it. */
    private static final String PICTURES =
            Optional.ofNullable(System.getenv("TONGKE_PICTURES")).orElse("");

    @Test
    void isMadeSeenAndEnded() {
        try (var phone = Phone.small().signedInAs("teacher");
                var stranger = Phone.small();
                var abroad = Phone.of(1280, 800, ColorScheme.DARK, "en")) {
            List.of(phone, stranger, abroad).forEach(one -> Eyes.open(one.context()));
            var page = phone.page();
            page.navigate("/me");
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText("分享我的课表"));
            assertThat(card).containsText("其他老师的姓名");
            card.getByLabel("一个月").check();
            picture(card, "closed");
            button(card, "生成链接").click();
            var address = card.locator("code");
            assertThat(address).containsText("/public/weeks/");
            assertThat(card.getByRole(AriaRole.HEADING)).isFocused();
            var path = address.innerText().replaceFirst("^https?://[^/]+", "");
            assertThat(Eyes.on(page).sideways()).isZero();
            assertThat(Eyes.axe(page)).isEmpty();
            picture(card, "open");

            var seen = stranger.page();
            seen.navigate(path + "?week=" + NEXT_MONDAY);
            assertThat(seen.locator("h1")).hasText("林晓岚的一周");
            assertThat(seen.locator(".pb-lessons li").first()).isVisible();
            assertThat(seen.locator("main")).containsText("主讲");
            assertThat(seen.locator("main")).containsText("关注的课");
            assertThat(seen.locator("main")).not().containsText("http");
            assertThat(Eyes.on(seen).sideways()).isZero();
            assertThat(Eyes.axe(seen)).isEmpty();
            picture(seen.locator("body"), "shared");
            seen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下一周"))
                    .click();
            seen.waitForURL("**" + path + "?week=" + NEXT_MONDAY.plusWeeks(1));
            var answer = abroad.page().navigate(path + "?week=" + NEXT_MONDAY);
            assertThat(answer.headers()).containsEntry("x-robots-tag", "noindex, nofollow");
            assertThat(answer.headers().get("cache-control")).contains("no-store");
            assertThat(answer.headers().get("content-security-policy")).doesNotContain("unsafe");
            assertThat(abroad.page().locator("h1")).hasText("Week of 林晓岚");
            assertThat(Eyes.axe(abroad.page())).isEmpty();
            picture(abroad.page().locator("body"), "shared-abroad");

            card.getByText("换一个有效期").click();
            card.getByLabel("90 天").check();
            button(card, "改有效期").click();
            assertThat(page.getByText("地址不变").first()).isVisible();
            assertThat(address).containsText(path);

            button(card, "停用链接").click();
            var sure = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("停用这个链接？"));
            assertThat(sure).containsText("不能恢复");
            button(sure, "停用链接").click();
            assertThat(button(card, "生成链接")).isVisible();
            assertThat(card.getByRole(AriaRole.HEADING)).isFocused();
            assertThat(seen.reload().status()).isEqualTo(404);
            assertThat(seen.locator("h1")).hasText("这个链接打不开");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Locator part, String name) {
        if (!PICTURES.isEmpty()) {
            part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of(PICTURES, "week-link-" + name + ".png")));
        }
    }
}
