package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.SupplierClient;

/**
 * A teacher shares a file and puts it to a lesson; a colleague of another school of the community finds it, opens it on the phone and sees it at
 * the lesson before that starts, and reads it without a signal; taken back, it leaves a stub.
 */
@Tag("browser")
class ResourceJourneyTest {
    private static final String FROM = "乐清市云溪实验小学";
    private static final String TO = "乐清市竹坞村小学";
    private static final String COMMUNITY = "云溪实验小学教共体";
    private static final String LESSON = "椭圆的画法";
    private static final String TITLE = "椭圆画法图解";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void whatIsSharedIsOpenedByAColleagueOnThePhone() throws IOException {
        Product.get();
        var monday = ZonedDateTime.now(ZONE).plusWeeks(1).with(DayOfWeek.MONDAY);
        var slot = monday.with(LocalTime.of(12, 20)).toOffsetDateTime().withNano(0);
        assertThat(new SupplierClient().report("resource-1", 1, LESSON, slot, FROM, TO))
                .isEqualTo("APPLIED");

        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("teacher");
                var phone = Phone.small().signedInAs("member-teacher")) {
            share(desk.page());
            use(desk.page());
            open(phone);
            atTheLesson(phone.page(), "/m/week?day=" + monday.toLocalDate());
            var address = phone.page().url();
            keep(phone.page());
            readOffline(phone, monday.toLocalDate());
            withdraw(desk.page());
            lostOnThePhone(phone.page());
            phone.page().navigate(address);
            assertThat(phone.page().getByText("这份资源已撤回")).isVisible();
            assertThat(phone.page().getByText("画错了一步")).isVisible();
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static void share(Page page) throws IOException {
        page.navigate("/resources");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("分享材料"))
                .click();
        page.locator("input[type=file]").setInputFiles(new FilePayload("椭圆.pdf", "application/pdf", pdf()));
        // the name of the file is offered as the title
        var title = page.getByLabel("标题");
        assertThat(title).hasValue("椭圆");
        title.fill(TITLE);
        page.getByLabel(COMMUNITY).check();
        button(page, "分享").click();
        page.waitForURL(Pattern.compile("/resources/(?!share)"));
        assertThat(page.locator("h1")).hasText(TITLE);
    }

    private static void use(Page page) {
        button(page, "用到我的课里").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("用在“" + LESSON + "”")))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LESSON)))
                .isVisible();
    }

    /** Found by initials; the way to the file is one tap. */
    private static void open(Phone phone) {
        var page = phone.page();
        page.navigate("/resources");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("找资源"))
                .fill("tyhftj");
        assertThat(page).hasURL(Pattern.compile("q=tyhftj"));
        var found = page.locator(".tkf-resources li").filter(new Locator.FilterOptions().setHasText(TITLE));
        assertThat(found).containsText(FROM);
        found.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("h1")).hasText(TITLE);
        assertThat(page.locator(".tkf-resource-picture img")).isVisible();
        var way = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("打开").setExact(true));
        assertThat(way).hasAttribute("rel", Pattern.compile("noopener"));
        var file = phone.context().request().get(way.getAttribute("href"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.body(), 0, 5)).isEqualTo("%PDF-");
        page.reload();
        assertThat(page.getByText("1 人打开过")).isVisible();
    }

    private static void atTheLesson(Page page, String week) {
        page.navigate(week);
        page.locator(".tk-entry")
                .filter(new Locator.FilterOptions().setHasText(LESSON))
                .first()
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(TITLE))
                .click();
        assertThat(page.locator("h1")).hasText(TITLE);
    }

    /** Also on a phone whose first page this is. */
    private static void keep(Page page) {
        page.evaluate("localStorage.clear()");
        page.reload();
        button(page, "离线保存").click();
        assertThat(page.locator(".tk-toast")).containsText("已保存");
        assertThat(button(page, "已离线保存（点此移除）")).isVisible();
    }

    /** Without a signal the week has the file, and gives the bytes that were shared. */
    private static void readOffline(Phone phone, LocalDate monday) throws IOException {
        var page = phone.page();
        page.navigate("/m/week?day=" + monday);
        assertThat(button(page, "离线资料 1")).isVisible();
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
        phone.context().setOffline(true);
        page.reload();
        button(page, "离线资料 1").click();
        var file = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打开：" + TITLE))
                        .click());
        assertThat(file.suggestedFilename()).isEqualTo("椭圆.pdf");
        assertThat(Files.readAllBytes(file.path())).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        close(page);
        phone.context().setOffline(false);
        // what the browser says of requests without a network is no fault of the page
        phone.complaints();
    }

    /** What is taken back does not stay on phones that have a signal. */
    private static void lostOnThePhone(Page page) {
        page.reload();
        button(page, "离线资料 1").click();
        assertThat(page.getByText("《" + TITLE + "》已被撤回")).isVisible();
        close(page);
        assertThat(button(page, "离线资料 1")).hasCount(0);
    }

    /** Closing goes one step back in the history; whoever leaves in that moment stays. */
    private static void close(Page page) {
        page.keyboard().press("Escape");
        page.waitForFunction("() => !(history.state && history.state.tkSheet)");
    }

    private static void withdraw(Page page) {
        button(page, "撤回").click();
        page.getByLabel("为什么撤回").fill("画错了一步");
        button(page, "撤回这份资源").click();
        assertThat(page.getByText("这份资源已撤回")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
