package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** The province goes from its map down to a community and back to where it was; table, bars and map say the same. */
@Tag("browser")
class OverviewJourneyTest {
    private static final String COUNTY = "乐清市";
    /** A folder for pictures to look at; none are made without it. */
    private static final String PICTURES =
            Optional.ofNullable(System.getenv("TONGKE_PICTURES")).orElse("");

    @Test
    void fromTheMapToACommunityAndBackToTheSamePlace() {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("province")) {
            var page = desk.page();
            page.navigate("/progress?view=map");
            var tile = page.locator(".tkf-tiles").getByRole(AriaRole.LINK, name("^" + COUNTY));
            assertThat(page.locator(".tkf-tiles li")).hasCount(105);
            var words = tile.getAttribute("aria-label");
            picture(page, "map");
            var figures = Pattern.compile("已核验 (\\d+) / (\\d+) 个").matcher(words);
            assertThat(figures.find()).as(words).isTrue();

            choose(page, "条形");
            assertThat(page).hasURL(Pattern.compile("view=bars"));
            choose(page, "按县（市、区）");
            assertThat(page).hasURL(Pattern.compile("by=unit"));
            var bar = page.locator(".tkf-bars li").filter(new Locator.FilterOptions().setHasText(COUNTY));
            assertThat(bar).containsText(figures.group());
            picture(page, "bars");
            choose(page, "表格");
            var row = page.locator(".tkf-table tr")
                    .filter(new Locator.FilterOptions().setHasText(COUNTY))
                    .first();
            assertThat(row.locator("td").nth(1)).hasText(figures.group(2));
            assertThat(row.locator("td").nth(5)).hasText(figures.group(1));
            picture(page, "table");

            row.getByRole(AriaRole.LINK).click();
            assertThat(page).hasURL(Pattern.compile("/progress/330382"));
            assertThat(page.locator("h1")).containsText(COUNTY);
            picture(page, "county");
            page.locator(".tkf-table").last().getByRole(AriaRole.LINK).first().click();
            assertThat(page).hasURL(Pattern.compile("/communities/"));
            assertThat(page.getByText("课堂信息汇总表")).isVisible();
            page.goBack();
            assertThat(page.locator("h1")).containsText(COUNTY);
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("by=unit"));
            assertThat(row).isVisible();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aDayThatIsOverIsShownWithoutWhatCameLater() {
        try (var phone = Phone.small().signedInAs("county")) {
            var page = phone.page();
            page.navigate("/progress");
            assertThat(page.locator(".tkf-table").last()).isVisible();
            picture(page, "county-small");
            // before the demo was there
            page.getByLabel("截至").fill("2020-10-15");
            assertThat(page).hasURL(Pattern.compile("asOf=2020-10-15"));
            assertThat(page.getByText("截至 2020年10月15日（当天结束时）")).isVisible();
            assertThat(page.getByText("还没有新增教共体，所以没有比例。")).isVisible();
            page.navigate("/progress?view=globe", new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            assertThat(page.getByText("地址里有看不懂的条件：view=globe")).isVisible();
        }
    }

    @Test
    void theWorkbookAndThePageToPrintAreATapAway() {
        try (var phone = Phone.small().signedInAs("county")) {
            var page = phone.page();
            page.navigate("/progress");
            var file = page.waitForDownload(() -> page.getByText("下载 Excel").click());
            assertThat(file.suggestedFilename()).endsWith(".xlsx").contains(COUNTY);
            page.getByText("打印页（A4）").click();
            assertThat(page.locator("h1")).hasText("教共体进度 " + COUNTY);
            picture(page, "print");
            if (!PICTURES.isEmpty()) {
                page.pdf(new Page.PdfOptions()
                        .setPath(Path.of(PICTURES, "print.pdf"))
                        .setPreferCSSPageSize(true));
            }
        }
    }

    private static Locator.GetByRoleOptions name(String name) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private static void choose(Page page, String value) {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(value).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
    }

    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name + ".png"))
                    .setFullPage(true));
        }
    }
}
