package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** An administrator adds a kind of activity, and a school can enter one at once. */
@Tag("browser")
class KindJourneyTest {
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "guests": {"title": "来访家长", "x-title-en": "Parents", "type": "integer", "minimum": 0},
              "form": {"title": "形式", "x-title-en": "Form", "oneOf": [
                {"const": "TALK", "title": "讲座", "x-title-en": "Talk"},
                {"const": "VISIT", "title": "观摩", "x-title-en": "Visit"}]}},
             "required": ["guests"], "additionalProperties": false}
            """;

    @Test
    void isAddedAndEnteredWithoutARelease() {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("administrator");
                var school = Phone.small().signedInAs("clerk")) {
            var page = desk.page();
            page.navigate("/me");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("活动类型"))
                    .click();
            press(page, "新增类型");
            page.getByLabel("代码").fill("open day");
            page.getByLabel("中文名称").fill("家校开放日");
            page.getByLabel("英文名称").fill("Open day");
            page.getByLabel("这种活动另外要填的项（JSON Schema）").fill("{\"type\": \"array\"}");
            press(page, "保存");
            assertThat(page.locator("vaadin-text-field[invalid]")).containsText("代码");
            page.getByLabel("代码").fill("OPEN_DAY");
            press(page, "保存");
            assertThat(page.locator("vaadin-text-area[invalid]")).containsText("属性定义不合要求");
            page.getByLabel("这种活动另外要填的项（JSON Schema）").fill(SCHEMA);
            press(page, "保存");
            var card = page.locator(".tkf-card").filter(new Locator.FilterOptions().setHasText("OPEN_DAY"));
            assertThat(card).containsText("家校开放日（Open day）");
            assertThat(card).containsText("来访家长（必填）、形式（讲座、观摩）");
            assertThat(desk.complaints()).isEmpty();

            var form = school.page();
            form.navigate("/m/enter");
            form.getByLabel("类型").selectOption("OPEN_DAY");
            assertThat(form.getByLabel("来访家长")).isVisible();
            assertThat(school.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }
}
