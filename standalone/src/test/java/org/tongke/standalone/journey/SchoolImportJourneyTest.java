package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Officer;

/** An officer pastes a table of schools on a phone: the sound rows go in, the broken ones are told, and the new ones are found. */
@Tag("browser")
class SchoolImportJourneyTest {
    private static final String COUNTY = "330328";
    private static final String TABLE = """
            学校全称\t学校标识码\t城乡类型
            文成县大峃镇第九小学\t2133032891\t城区
            文成县铜铃山小学\t2133032892\t乡村
            文成县飞云小学\t21330328\t乡村
            """;

    @Test
    void takesWhatIsSoundAndTellsTheRest() {
        try (var phone = Officer.of(COUNTY).onPhone()) {
            var page = phone.page();
            page.navigate("/schools");
            button(page, "导入").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByRole(AriaRole.TEXTBOX).last().fill(TABLE);
            button(page, "试运行").click();
            assertThat(dialog).containsText("新增 2，修改 0，不变 0，有问题 1");
            assertThat(dialog).containsText("「21330328」不是 10 位数字的学校标识码");
            button(page, "导入 2 行").click();
            assertThat(dialog).containsText("已导入 2 行");
            button(page, "关闭").click();
            assertThat(page.locator(".tkf-count")).containsText("共 2 所");

            // the rest of the filters waits behind a button, and all of it stands in the address
            page.getByLabel(Pattern.compile("校名")).fill("tls");
            assertThat(page.locator(".tkf-count")).containsText("共 1 所");
            var more = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("城乡类型"));
            assertThat(more).isHidden();
            button(page, "筛选").click();
            more.click();
            page.locator("vaadin-combo-box-item:visible")
                    .getByText("城区")
                    .first()
                    .click();
            assertThat(page.locator(".tkf-count")).containsText("共 0 所");
            assertThat(page).hasURL(Pattern.compile("q=tls.*area=URBAN|area=URBAN.*q=tls"));
            page.reload();
            assertThat(button(page, "筛选（1）")).isVisible();
            assertThat(page.locator(".tkf-count")).containsText("共 0 所");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
