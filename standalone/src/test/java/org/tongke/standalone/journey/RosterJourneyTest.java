package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.standalone.support.Officer;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;

/** A county's roster from the file to its communities: problems are mended by a tap, the county submits, and the city locks. */
@Tag("browser")
class RosterJourneyTest {
    private static final String COUNTY = "330326";
    private static final String CORE = "平阳县昆阳第一小学";
    private static final String MEMBER = "平阳县顺溪小学";
    private static final String OTHER = "平阳县南雁小学";
    private static final String FORM = """
            设区市,县市区,序号,核心校(校区)全称,成员(受援)校(校区)全称,教育共同体模式
            温州市,平阳县,1,平阳县昆阳第一小学,平阳县顺溪小学、平阳县南雁学校,共建型
            """;

    @Test
    void isUploadedMendedSubmittedLockedAndMakesCommunities() {
        var officer = Officer.of(COUNTY);
        var schools = Product.get().bean(Schools.class);
        schools.put("roster-core", CORE, SchoolArea.URBAN, COUNTY);
        schools.put("roster-member", MEMBER, SchoolArea.RURAL, COUNTY);
        schools.put("roster-other", OTHER, SchoolArea.RURAL, COUNTY);
        try (var desk = officer.atDesk();
                var city = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("city")) {
            var page = desk.page();
            page.navigate("/roster");
            upload(page);
            var preview = page.locator(".tkf-preview");
            assertThat(preview).containsText("没有名为「平阳县南雁学校」的学校");
            assertThat(button(page, "写入名单")).isDisabled();
            button(page, "是「" + OTHER + "」").click();
            assertThat(preview).containsText("错误 0 处");
            button(page, "写入名单").click();
            assertThat(page.locator(".tkf-table")).containsText(MEMBER + "、" + OTHER);

            assertThat(page.locator("input[type=file]")).hasCount(1);
            submit(page);
            rollUp(city.page());

            page.reload();
            assertThat(page.locator(".tkf-notice").first()).containsText("汇总锁定");
            assertThat(page.locator("input[type=file]")).hasCount(0);
            page.navigate("/communities");
            assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText(CORE)))
                    .containsText("已列入，未组建");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void upload(Page page) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("附件4.csv", "text/csv", FORM.getBytes(StandardCharsets.UTF_8)));
    }

    private static void submit(Page page) {
        button(page, "提交名单").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交名单"))
                .click();
        assertThat(page.locator(".tkf-roster-state")).containsText("已提交");
    }

    /** The filter stands in the address, and the locked roster is found by it. */
    private static void rollUp(Page page) {
        page.navigate("/roster?show=submitted");
        assertThat(page.locator(".tkf-table tbody tr")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("汇总 1 份")))
                .click();
        button(page, "汇总并锁定").click();
        assertThat(page.locator(".tkf-toast").first()).containsText("已汇总 1 份");
        page.getByLabel(Pattern.compile("^已锁定")).check();
        assertThat(page.locator(".tkf-table tbody")).containsText("平阳县");
        assertThat(page).hasURL(Pattern.compile("show=locked"));
        assertThat(page.locator(".tkf-notice").first().innerText()).doesNotContain("平阳县");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
