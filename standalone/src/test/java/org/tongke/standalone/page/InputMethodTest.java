package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** What an input method holds half typed is not looked for; what comes of it is. */
@Tag("browser")
class InputMethodTest {
    /** More than twice the pause after which what is typed is looked for. */
    private static final int LONG_PAUSE_MS = 1_000;

    @Test
    void halfSyllablesAreNoWish() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            page.navigate("/find");
            var words = page.getByLabel("找课").first();
            words.click();
            var method = page.context().newCDPSession(page);
            composes(method, "fen'sh");
            page.waitForTimeout(LONG_PAUSE_MS);
            assertThat(page).not().hasURL(Pattern.compile("q="));
            insert(method, "分数");
            assertThat(page).hasURL(Pattern.compile("q=%E5%88%86%E6%95%B0"));
            assertThat(words).hasValue("分数");
        }
    }

    private static void composes(CDPSession method, String half) {
        var typed = new JsonObject();
        typed.addProperty("text", half);
        typed.addProperty("selectionStart", half.length());
        typed.addProperty("selectionEnd", half.length());
        method.send("Input.imeSetComposition", typed);
    }

    private static void insert(CDPSession method, String text) {
        var typed = new JsonObject();
        typed.addProperty("text", text);
        method.send("Input.insertText", typed);
    }
}
