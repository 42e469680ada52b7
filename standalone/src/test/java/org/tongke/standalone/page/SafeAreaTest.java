package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.standalone.support.Phone;

/** On a phone with a notch and a home bar nothing that is read or pressed lies under them. */
@Tag("browser")
class SafeAreaTest {
    private static final int NOTCH = 47;
    private static final int HOME_BAR = 34;
    private static final int HEIGHT = 740;

    @ParameterizedTest
    @ValueSource(strings = {"/m/today", "/m/week", "/m/notices", "/find", "/resources", "/me"})
    void nothingLiesUnderNotchOrHomeBar(String path) {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            notched(page);
            page.navigate(path);
            assertThat(page.locator("h1").first()).isVisible();
            assertThat(page.locator("h1").first().boundingBox().y).isGreaterThanOrEqualTo(NOTCH);
            var places = page.locator(".tk-bar-place");
            assertThat(places.first()).isVisible();
            for (var place : places.all()) {
                assertThat(bottom(place)).as(place.innerText()).isLessThanOrEqualTo(HEIGHT - HOME_BAR);
            }
        }
    }

    private static double bottom(Locator place) {
        var box = place.boundingBox();
        return box.y + box.height;
    }

    private static void notched(Page page) {
        var insets = new JsonObject();
        insets.addProperty("top", NOTCH);
        insets.addProperty("bottom", HOME_BAR);
        var wanted = new JsonObject();
        wanted.add("insets", insets);
        page.context().newCDPSession(page).send("Emulation.setSafeAreaInsetsOverride", wanted);
    }
}
