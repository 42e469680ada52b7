package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.SupplierClient;

/** A teacher finds a lesson of other schools in the grand timetable, by initials and by subject, adds it, and sees it in the week. */
@Tag("browser")
class FindJourneyTest {
    private static final String FROM = "乐清市城东第三小学";
    private static final String TO = "乐清市岭下小学";
    private static final String NEAR = "水的三态";
    private static final String TITLE = "浮力的秘密";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SupplierClient supplier = new SupplierClient();

    @Test
    void aLessonIsFoundByInitialsAddedAndSeenInTheWeek() {
        Product.get();
        var tomorrow = ZonedDateTime.now(ZONE).plusDays(1).with(LocalTime.of(12, 5));
        var slot = tomorrow.toOffsetDateTime().withNano(0);
        assertThat(supplier.report("find-1", 1, TITLE, slot, FROM, TO)).isEqualTo("APPLIED");

        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/find");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("找课"))
                    .fill("fldmm");
            assertThat(page).hasURL(Pattern.compile("q=fldmm"));
            button(page, Pattern.compile("筛选")).click();
            page.getByLabel(Pattern.compile("^数学")).check();
            assertThat(page).hasURL(Pattern.compile("subject=MATHEMATICS"));
            button(page, Pattern.compile("看结果")).click();

            var found = page.locator(".tkf-found li").filter(new Locator.FilterOptions().setHasText(TITLE));
            assertThat(found).hasCount(1);
            found.getByRole(AriaRole.BUTTON).click();
            add(page);
            assertThat(found).containsText("在我的课表里");

            // the whole search stands in the address
            page.reload();
            assertThat(found).containsText("在我的课表里");
            page.navigate("/m/week?day=" + tomorrow.toLocalDate());
            assertThat(page.locator("[data-slot=PLANNED]")
                            .filter(new Locator.FilterOptions().setHasText(TITLE))
                            .first())
                    .isVisible();
        }
    }

    /** From the start page: to the lessons, to the lesson, into the timetable; once, however often the last is pressed. */
    @Test
    void aLessonIsAddedWithThreeTaps() {
        Product.get();
        var slot = ZonedDateTime.now(ZONE)
                .plusDays(1)
                .with(LocalTime.of(12, 15))
                .toOffsetDateTime()
                .withNano(0);
        assertThat(supplier.report("find-3", 1, NEAR, slot, FROM, TO)).isEqualTo("APPLIED");
        try (var phone = Phone.small().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/m/today");
            page.locator(".tk-bar-place[href='/find']").click();
            var found = page.locator(".tkf-found li").filter(new Locator.FilterOptions().setHasText(NEAR));
            found.getByRole(AriaRole.BUTTON).click();
            var sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(NEAR));
            button(sheet.page(), Pattern.compile("加入课表"))
                    .evaluate("add => { for (let i = 0; i < 5; i++) add.click(); }");
            assertThat(sheet).containsText("在你的课表里");
            assertThat(page.locator(".tkf-toast")).hasCount(1);
            page.keyboard().press("Escape");
            assertThat(found).containsText("在我的课表里");
        }
    }

    private static void add(Page page) {
        var sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(TITLE));
        assertThat(sheet).containsText(FROM);
        assertThat(sheet).containsText(TO);
        sheet.getByText("加入课表").click();
        assertThat(sheet).containsText("在你的课表里");
        page.keyboard().press("Escape");
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
