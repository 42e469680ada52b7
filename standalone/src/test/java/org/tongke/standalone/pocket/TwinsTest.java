package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.SupplierClient;

/** Two suppliers report one lesson: it is shown once, apart when the school says so, and as one again when that was wrong. */
@Tag("browser")
class TwinsTest {
    private static final String FROM = "乐清市云溪实验小学";
    private static final String TO = "乐清市竹坞村小学";
    private static final String CLASS = "四年级6班";
    private static final Pattern EITHER = Pattern.compile("植物的身体|认识植物");

    @Test
    void areOneLessonUntilTheSchoolSaysOtherwiseAndOneAgain() {
        Product.get();
        var slot = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
                .plusWeeks(1)
                .with(DayOfWeek.THURSDAY)
                .with(LocalTime.of(17, 10))
                .toOffsetDateTime()
                .withNano(0);
        assertThat(new SupplierClient().report("twins-1", CLASS, "植物的身体", slot, FROM, TO))
                .isEqualTo("APPLIED");
        assertThat(SupplierClient.sandbox().report("twins-2", CLASS, "认识植物", slot, FROM, TO))
                .isEqualTo("APPLIED");
        try (var phone = Phone.small().signedInAs("clerk")) {
            var page = phone.page();
            page.navigate("/m/week?day=" + slot.toLocalDate());
            var places = page.locator(".tk-entry").filter(new Locator.FilterOptions().setHasText(EITHER));
            assertThat(places).hasCount(1);
            places.click();
            assertThat(page.locator(".tk-sheet")).containsText("两个来源");
            press(page, "这是两节课");
            assertThat(places).hasCount(2);
            assertThat(page.locator(".tk-toast")).containsText("已分开显示");
            page.reload();
            assertThat(places).hasCount(2);
            openTheOneThatWasSaidToBeAnother(page, places);
            assertThat(Eyes.axe(page)).isEmpty();
            press(page, "还是同一节课");
            assertThat(places).hasCount(1);
        }
    }

    private static void openTheOneThatWasSaidToBeAnother(Page page, Locator places) {
        places.first().click();
        assertThat(page.locator(".tk-sheet-head")).isVisible();
        if (button(page, "还是同一节课").count() == 0) {
            page.keyboard().press("Escape");
            assertThat(page.locator(".tk-sheet")).hasCount(0);
            places.last().click();
        }
    }

    private static void press(Page page, String name) {
        button(page, name).click();
        assertThat(page.locator(".tk-sheet")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.locator(".tk-sheet").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
