package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/**
 * A resource centre shares a link and pushes it to all schools; a teacher of one opens it on the phone, which the receipts show; the others are
 * reminded, and only they; taken back, it leaves a stub with whoever has opened it, and nothing with others.
 */
@Tag("browser")
class PushJourneyTest {
    private static final String TITLE = "多边形内角和探究单";
    private static final String OPENED_BY = "乐清市竹坞村小学";

    @Test
    void whatIsPushedIsOpenedReceiptedRemindedAndTakenBack() {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("centre");
                var phone = Phone.small().signedInAs("member-teacher");
                var other = Phone.small().signedInAs("teacher")) {
            share(desk.page());
            push(desk.page());
            beTold(phone.page());
            open(phone);
            receipts(desk);
            remind(desk.page());
            seeReminder(other.page(), phone.page());
            beReminded(other.page(), phone.page());
            recall(desk.page());
            seeStub(phone.page());
            other.page().navigate("/resources/pushed");
            assertThat(other.page().locator("h1")).hasText("推送给我的");
            assertThat(received(other.page())).hasCount(0);
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static void share(Page page) {
        page.navigate("/pushes");
        link(page, "分享材料").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("链接").setExact(true))
                .check();
        page.getByLabel("链接地址").fill("https://example.com/polygons");
        page.getByLabel("标题").fill(TITLE);
        button(page, "分享").click();
        page.waitForURL(Pattern.compile("/resources/(?!share)"));
        assertThat(page.locator("h1")).hasText(TITLE);
    }

    /** To everybody, which must be confirmed, and said to whom before it is sent. */
    private static void push(Page page) {
        link(page, "推送给学校").click();
        assertThat(page.locator("h1")).hasText("新推送");
        assertThat(page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("资源").setExact(true)))
                .hasValue(TITLE);
        assertThat(page.getByText(Pattern.compile("^\\d+ 所学校，\\d+ 位教师$"))).isVisible();
        button(page, "下一步：核对").click();
        assertThat(page.getByText("这样会送给全部学校")).isVisible();
        page.getByLabel(Pattern.compile("^我确认")).check();
        button(page, "下一步：核对").click();
        assertThat(page.getByText("《" + TITLE + "》会马上送出")).isVisible();
        button(page, "送出").click();
        page.waitForURL(Pattern.compile("/pushes/(?!new)"));
        assertThat(page.locator(".tkf-body > .tkf-row .tkf-state")).hasText("已送达");
    }

    /** The bell says that there is something, the notice who gave what, and leads to it. */
    private static void beTold(Page page) {
        page.navigate("/m/today");
        assertThat(page.locator(".tk-bell")).hasAccessibleName(Pattern.compile("^通知，\\d+\\+? 条未读$"));
        page.locator(".tk-bell").click();
        var notice = notices(page, "推送了资源");
        assertThat(notice).containsText("资源中心");
        assertThat(page.locator(".tk-bell")).hasAccessibleName("通知");
        notice.click();
        assertThat(page.locator("h1")).hasText(TITLE);
    }

    /** Only those who have not opened it. */
    private static void beReminded(Page other, Page opened) {
        other.navigate("/m/notices");
        assertThat(notices(other, "提醒打开资源")).isVisible();
        opened.navigate("/m/notices");
        assertThat(notices(opened, "推送了资源")).isVisible();
        assertThat(notices(opened, "提醒打开资源")).hasCount(0);
        opened.navigate("/resources/pushed");
    }

    private static Locator notices(Page page, String kind) {
        return page.locator("a.tk-notice")
                .filter(new Locator.FilterOptions().setHasText(TITLE))
                .filter(new Locator.FilterOptions().setHasText(kind));
    }

    /** The newest stands first on the page of resources; once opened it counts as read. */
    private static void open(Phone phone) {
        var page = phone.page();
        page.navigate("/resources");
        assertThat(received(page)).containsText("未打开");
        link(page, TITLE).first().click();
        assertThat(page.locator("h1")).hasText(TITLE);
        var way = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^打开链接")));
        var answer = phone.context()
                .request()
                .get(way.getAttribute("href"), RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.headers().get("location")).isEqualTo("https://example.com/polygons");
        page.navigate("/resources/pushed");
        assertThat(received(page)).containsText("已打开");
    }

    private static void receipts(Phone desk) {
        var page = desk.page();
        page.reload();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("已打开（1）"))
                .check();
        assertThat(page).hasURL(Pattern.compile("show=opened"));
        assertThat(page.locator(".tkf-table tbody tr")).hasCount(1);
        assertThat(page.locator(".tkf-table tbody tr")).containsText(OPENED_BY);
        var workbook = desk.context().request().get(link(page, "下载 Excel 表").getAttribute("href"));
        assertThat(workbook.status()).isEqualTo(200);
    }

    private static void remind(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^提醒未打开的学校")))
                .click();
        button(page, "发出提醒").click();
        assertThat(page.getByText(Pattern.compile("提醒了 \\d+ 所学校"))).isVisible();
    }

    private static void seeReminder(Page other, Page opened) {
        other.navigate("/resources");
        assertThat(received(other)).containsText("提醒");
        opened.reload();
        assertThat(received(opened)).containsText("已打开");
        assertThat(received(opened)).not().containsText("提醒");
    }

    private static void recall(Page page) {
        button(page, "撤回").click();
        page.getByLabel("理由").fill("链接失效");
        button(page, "撤回这条推送").click();
        assertThat(page.getByText("这条推送已撤回")).isVisible();
        assertThat(page.locator(".tkf-table tbody tr")).containsText(OPENED_BY);
    }

    private static void seeStub(Page page) {
        page.reload();
        assertThat(received(page)).containsText("链接失效");
        assertThat(received(page).getByRole(AriaRole.LINK)).hasCount(0);
    }

    /** What was given, in the list of it or at the top of the resources. */
    private static Locator received(Page page) {
        return page.locator(".tkf-lines > li").filter(new Locator.FilterOptions().setHasText(TITLE));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
