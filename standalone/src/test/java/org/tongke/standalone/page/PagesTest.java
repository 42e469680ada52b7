package org.tongke.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.PushedLink;
import org.tongke.standalone.support.ReadyCommunity;
import org.tongke.standalone.support.SharedLink;

/**
 * Every page, small and wide, light and dark, in Chinese and English: nothing sticks out, nothing fails, axe finds nothing. Each page is looked at
 * twice, so that it is seen in both sizes, both colours and both languages; neighbours in the list in the other two ways.
 */
@Tag("browser")
class PagesTest {
    /** Nothing is on its way any more, as far as a page tells. */
    private static final String SETTLED = """
            () => !document.querySelector('[aria-busy="true"], .tk-skeleton, vaadin-connection-indicator[loading]')
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
            """;
    /** For what comes in by a fade. */
    private static final int PAUSE_MS = 150;

    private static final int NARROW = 640;
    private static final int NARROWEST = 320;
    private static final List<Look> LOOKS = List.of(
            new Look(360, 740, ColorScheme.LIGHT, "zh-CN"),
            new Look(360, 740, ColorScheme.DARK, "en-US"),
            new Look(1280, 800, ColorScheme.DARK, "en-US"),
            new Look(1280, 800, ColorScheme.LIGHT, "zh-CN"));

    private static final ReadyCommunity READY = ReadyCommunity.named("海塘小学", 2);
    private static final String RESOURCE = SharedLink.of("圆的面积微课", "https://example.com/circle");

    private static final String PUSH = PushedLink.of("立体图形的展开", "https://example.com/solids");

    private static final List<Visit> VISITS = List.of(
            new Visit(
                    "",
                    List.of(
                            "/m/sign-in",
                            "/developers",
                            "/developers/reference?q=communities",
                            "/developers/reference/Query/communities",
                            "/developers/codes",
                            "/developers/changes",
                            "/",
                            "/public/communities",
                            "/public/communities?region=3303",
                            "/public/communities?name=xx",
                            "/public/week")),
            new Visit(
                    "teacher",
                    List.of(
                            "/m/today",
                            "/m/week",
                            "/m/notices",
                            "/find",
                            "/find?from=2030-01-01&subject=MATHEMATICS&colour=red",
                            "/find/communities",
                            "/resources",
                            "/resources?q=ydmj&subject=MATHEMATICS&kind=PAGE&order=MOST_USED&own=yes",
                            "/resources/share",
                            "/resources/problems",
                            "/resources/pushed",
                            "/resources/" + RESOURCE,
                            "/me")),
            new Visit("clerk", List.of("/m/upload", "/m/enter", "/school")),
            new Visit(
                    "county",
                    List.of(
                            "/progress",
                            "/targets",
                            "/communities",
                            "/roster",
                            "/schools",
                            "/teachers",
                            "/accounts",
                            "/accounts/import",
                            "/audit",
                            "/review",
                            "/review/" + READY.id())),
            new Visit(
                    "centre",
                    List.of(
                            "/pushes",
                            "/pushes/new",
                            "/pushes/" + PUSH,
                            "/recommendations?show=all",
                            "/resources/share")),
            new Visit("developer", List.of("/tokens", "/developers")),
            new Visit(
                    "province",
                    List.of("/progress", "/roster", "/progress?view=map", "/targets?show=differs", "/nowhere")));

    static Stream<Look> looks() {
        return LOOKS.stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void looksRight(Look look) {
        var turn = LOOKS.indexOf(look) % 2;
        for (var visit : VISITS) {
            try (var phone = Phone.of(look.width, look.height, look.scheme, look.locale)) {
                if (!visit.signInName.isEmpty()) {
                    phone.signedInAs(visit.signInName);
                }
                for (var path : visit.paths) {
                    if (turn++ % 2 == 0) {
                        check(phone, path, look);
                    }
                }
            }
        }
    }

    private static void check(Phone phone, String path, Look look) {
        var page = phone.page();
        page.navigate(path);
        page.waitForLoadState(LoadState.LOAD);
        page.locator("h1").first().waitFor();
        page.waitForFunction(SETTLED);
        page.waitForTimeout(PAUSE_MS);
        fits(page, path, look);
        if (look.width < NARROW) {
            page.setViewportSize(NARROWEST, look.height);
            fits(page, path + " on the narrowest phone", look);
            page.setViewportSize(look.width, look.height);
        }
        assertThat(phone.complaints()).as("%s at %s", path, look).isEmpty();
        var findings = new AxeBuilder(page).analyze().getViolations();
        assertThat(findings).as("axe on %s at %s: %s", path, look, findings).isEmpty();
        // other pages are called by a name, which stays as it is
        if (look.locale.startsWith("en")
                && (path.startsWith("/m/") || path.startsWith("/find") || path.startsWith("/developers"))) {
            assertThat(page.title()).as("title of %s", path).doesNotContainPattern("[\\p{IsHan}&&[^同课]]");
        }
    }

    private static void fits(Page page, String path, Look look) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scroll of %s at %s", path, look)
                .isEqualTo(0);
    }

    private record Look(int width, int height, ColorScheme scheme, String locale) {}

    private record Visit(String signInName, List<String> paths) {}
}
