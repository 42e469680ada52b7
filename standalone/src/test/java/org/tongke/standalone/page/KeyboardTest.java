package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** What teachers and clerks do every day, with no pointer: everything is reached by Tab, done by Enter, left by Escape. */
@Tag("browser")
class KeyboardTest {
    private static final int MOST_STOPS = 90;
    private static final int AROUND_A_SHEET = 30;

    /** Also of what is drawn inside of a control. */
    private static final String HAS_FOCUS = "one => one.matches(':focus-within')";

    @Test
    void aTeacherSignsInLooksAtALessonAndAddsAnOwnEntry() {
        try (var phone = desk()) {
            var page = phone.page();
            page.navigate("/m/sign-in");
            type(page, page.locator("#signInName"), "member-teacher");
            type(page, page.locator("#password"), "tongke");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/m/today"));
            press(page, page.locator(".tk-bar-place[href='/m/week']"));

            var lesson = page.locator(".tk-entry:not(.tk-own)").first();
            press(page, lesson);
            var sheet = page.locator(".tk-sheet");
            assertThat(sheet).isVisible();
            for (int stop = 0; stop < AROUND_A_SHEET; stop++) {
                page.keyboard().press("Tab");
                // the browser's own controls, which come between the last and the first, belong to no page
                assertThat(
                                (Boolean)
                                        page.evaluate(
                                                "() => document.activeElement === document.body || !!document.activeElement.closest('.tk-sheet')"))
                        .as("the focus stays in the sheet")
                        .isTrue();
            }
            page.keyboard().press("Escape");
            assertThat(sheet).hasCount(0);
            assertThat(lesson).isFocused();

            var title = "备课" + UUID.randomUUID().toString().substring(0, 6);
            press(page, page.locator(".tk-week-act").first());
            type(page, page.locator("#tk-own-title"), title);
            page.keyboard().press("Enter");
            // what clashes with it names it, too
            var words = page.locator(".tk-entry-title").getByText(title);
            var own = page.locator(".tk-own").filter(new Locator.FilterOptions().setHas(words));
            assertThat(own).hasCount(1);
            press(page, own);
            press(page, page.locator(".tk-form .tk-danger"));
            assertThat(own).hasCount(0);
        }
    }

    @Test
    void aTeacherFindsALessonAndReachesWhatCanBeDoneWithIt() {
        try (var phone = desk().signedInAs("member-teacher")) {
            var page = phone.page();
            page.navigate("/m/today");
            press(page, page.locator(".tk-bar-place[href='/find']"));
            var found = page.locator(".tkf-found li").getByRole(AriaRole.BUTTON).first();
            press(page, found);
            var sheet = page.getByRole(AriaRole.DIALOG);
            assertThat(sheet).hasCount(1);
            reach(page, sheet.getByRole(AriaRole.BUTTON).last());
            page.keyboard().press("Escape");
            assertThat(sheet).hasCount(0);
            assertThat(found).isFocused();
        }
    }

    @Test
    void aClerkEntersALesson() {
        try (var phone = desk().signedInAs("clerk")) {
            var page = phone.page();
            page.navigate("/m/enter");
            var title = "键盘排课" + UUID.randomUUID().toString().substring(0, 6);
            reach(page, page.locator("#tk-enter-subject"));
            page.keyboard().press("ArrowDown");
            type(page, page.locator("#tk-enter-title"), title);
            reach(page, page.locator(".tk-enter-form .tk-main-action"));
            page.keyboard().press("Enter");
            assertThat(page.locator("main h2")).hasText("已排进课表：" + title);
        }
    }

    private static Phone desk() {
        return Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN");
    }

    private static void press(Page page, Locator control) {
        reach(page, control);
        page.keyboard().press("Enter");
    }

    private static void type(Page page, Locator field, String words) {
        reach(page, field);
        page.keyboard().insertText(words);
    }

    /** Goes on by Tab until a control has the focus. */
    private static void reach(Page page, Locator control) {
        assertThat(control).isVisible();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if ((Boolean) control.evaluate(HAS_FOCUS)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + control);
    }
}
