package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.standalone.support.Officer;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;

/** An officer enters a clerk's account; the clerk signs in with its start code on a phone, sets a password, and another one later. */
@Tag("browser")
class AccountJourneyTest {
    private static final String COUNTY = "330324";
    private static final String SCHOOL = "永嘉县岩头中心小学";
    private static final String FIRST = "nan-xi-jiang-21";
    private static final String SECOND = "yan-dang-shan-22";

    @Test
    void beginsWithAStartCodeAndEndsWithAPasswordOfOnesOwn() {
        var officer = Officer.of(COUNTY);
        Product.get()
                .bean(Schools.class)
                .put("account-journey-" + officer.signInName(), SCHOOL, SchoolArea.TOWN, COUNTY);
        var signInName = "clerk-" + UUID.randomUUID().toString().substring(0, 8);
        try (var desk = officer.atDesk();
                var phone = Phone.small()) {
            var code = enter(desk.page(), signInName);

            signIn(phone.page(), signInName, code);
            var own = phone.page().getByLabel("自己的密码");
            own.fill("short");
            button(phone.page(), "登录").click();
            assertThat(phone.page().getByText("太容易被猜到")).isVisible();
            own.fill(FIRST);
            button(phone.page(), "登录").click();
            assertThat(phone.page()).hasURL(Pattern.compile("/school$"));

            phone.page().navigate("/me");
            assertThat(phone.page().locator(".tkf-plain-list").first()).containsText("学校管理员 · " + SCHOOL);
            changePassword(phone.page());

            desk.page().reload();
            assertThat(row(desk.page(), signInName)).containsText("已设密码");
            Assertions.assertThat(desk.complaints()).isEmpty();
        }
        try (var phone = Phone.small()) {
            signIn(phone.page(), signInName, FIRST);
            assertThat(phone.page().getByText("登录名或密码不对")).isVisible();
            signIn(phone.page(), signInName, SECOND);
            assertThat(phone.page()).hasURL(Pattern.compile("/school$"));
        }
    }

    /** Says the start code. */
    private static String enter(Page page, String signInName) {
        page.navigate("/accounts");
        button(page, "新增账号").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("姓名").fill("谷雨");
        dialog.getByLabel("登录名").fill(signInName);
        button(page, "新增并生成启动码").click();
        assertThat(dialog).containsText("这一项必须填写");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("学校"))
                .last()
                .fill("ytzxxx");
        page.locator("vaadin-combo-box-item:visible").getByText(SCHOOL).first().click();
        button(page, "新增并生成启动码").click();
        var code = page.locator("vaadin-dialog code");
        assertThat(code).hasText(Pattern.compile("(\\w{4}-){2}\\w{4}"));
        var told = code.innerText();
        button(page, "关闭").click();
        assertThat(row(page, signInName)).containsText("等待首次登录");
        assertThat(page.getByText(told)).hasCount(0);
        return told;
    }

    private static void signIn(Page page, String signInName, String password) {
        page.navigate("/m/sign-in");
        page.getByLabel("登录名").fill(signInName);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button(page, "登录").click();
    }

    private static void changePassword(Page page) {
        button(page, "修改密码").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("现在的密码").fill("not-this-one");
        dialog.getByLabel("新密码").fill(SECOND);
        var save = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("修改密码"));
        save.click();
        assertThat(dialog).containsText("现在的密码不对");
        dialog.getByLabel("现在的密码").fill(FIRST);
        save.click();
        assertThat(page.locator(".tkf-toast")).containsText("密码已修改");
    }

    private static Locator row(Page page, String signInName) {
        return page.locator("tr").filter(new Locator.FilterOptions().setHasText(signInName));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
