package org.tongke.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.standalone.support.Eyes;
import org.tongke.standalone.support.OpenWeek;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.PushedLink;
import org.tongke.standalone.support.ReadyCommunity;
import org.tongke.standalone.support.SharedLink;

/**
 * Every page, small and wide, light and dark, in Chinese and English: nothing sticks out, jumps, moves or is cut off, fingers hit what they mean,
 * nothing fails, axe finds nothing, and whoever goes through by keyboard sees where. Each page is opened twice: in one language on a phone, in the
 * other on a desk, its neighbour in the list the other way round; all other sizes are seen by resizing it. While one page is looked at, the next one
 * comes.
 */
@Tag("browser")
class PagesTest {
    /** Nothing is on its way any more, as far as a page tells, and nothing moves or fades. */
    private static final String SETTLED = """
            () => document.querySelector('h1')
                && !document.querySelector('[aria-busy="true"], .tk-skeleton, vaadin-connection-indicator[loading]')
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                && document.getAnimations().every(one => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity)
            """;

    private static final double LARGEST_SHIFT = 0.05;
    /** A page that is not there. */
    private static final String NOWHERE = "/nowhere";

    private static final double SMALL_TARGETS = 0.05;
    private static final ChineseTexts CHINESE = new ChineseTexts();
    private static final Size PHONE = new Size(360, 740);
    private static final Size NARROWEST = new Size(320, 740);
    private static final Size LYING = new Size(740, 360);
    private static final Size DESK = new Size(1280, 800);

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
                            "/public/week",
                            OpenWeek.of("demo-clerk"))),
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
                            "/find/corrections",
                            "/resources/pushed",
                            "/resources/" + RESOURCE,
                            "/me")),
            new Visit("clerk", List.of("/m/upload", "/m/enter", "/school", "/bells")),
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
            new Visit("administrator", List.of("/kinds", "/exchange")),
            new Visit(
                    "province",
                    List.of("/progress", "/roster", "/progress?view=map", "/targets?show=differs", NOWHERE)));

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void looksRight(String locale) {
        var isEnglish = locale.startsWith("en");
        var turn = isEnglish ? 1 : 0;
        for (var visit : VISITS) {
            try (var phone = Phone.of(PHONE.width, PHONE.height, ColorScheme.LIGHT, locale)) {
                if (!visit.signInName.isEmpty()) {
                    phone.signedInAs(visit.signInName);
                }
                Eyes.open(phone.context());
                var pages = List.of(phone.another(), phone.another());
                for (int next = 0; next <= visit.paths.size(); next++) {
                    if (next < visit.paths.size()) {
                        open(pages.get(next % 2), visit.paths.get(next), look(turn + next, isEnglish));
                    }
                    if (next > 0) {
                        check(
                                phone,
                                pages.get((next - 1) % 2),
                                visit.paths.get(next - 1),
                                look(turn + next - 1, isEnglish));
                    }
                }
            }
            turn += visit.paths.size();
        }
    }

    private static Look look(int turn, boolean isEnglish) {
        return new Look(turn % 2 == 0 ? PHONE : DESK, isEnglish ? ColorScheme.DARK : ColorScheme.LIGHT, isEnglish);
    }

    private static void open(Page page, String path, Look look) {
        look.size.give(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
        page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private static void check(Phone phone, Page page, String path, Look look) {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction(SETTLED);
        var what = path + " at " + look;
        assertThat(page.locator("[data-trouble]").all().stream()
                        .map(trouble -> trouble.getAttribute("data-trouble"))
                        .toList())
                .as("what is shown instead of %s", what)
                .isEqualTo(path.equals(NOWHERE) ? List.of("shell.notFound.title") : List.of());
        var eyes = Eyes.on(page);
        var shift = eyes.shift();
        assertThat(shift.sum()).as("jumps of %s: %s", what, shift.what()).isLessThanOrEqualTo(LARGEST_SHIFT);
        fits(eyes, what);
        readsWell(page, what);
        assertThat(eyes.unseenFocus()).as("focus by keyboard on %s", what).isEmpty();
        if (look.size == PHONE) {
            hits(eyes, what);
            assertThat(eyes.moving())
                    .as("moves under reduced motion on %s", what)
                    .isEmpty();
        }
        fitsElsewhere(page, eyes, what);
        if (look.size == PHONE) {
            // a desk's table that was made narrow afterwards is nobody's page
            assertThat(eyes.cut()).as("cut off on %s with large text", what).isEmpty();
            readsWell(page, what + " with large text");
        }
        if (look.isEnglish) {
            assertThat(CHINESE.among(eyes.chinese())).as("Chinese on %s", what).isEmpty();
            // other pages are called by a name, which stays as it is
            if (path.matches("/(m|find|developers)\\b.*")) {
                assertThat(page.title()).as("title of %s", what).doesNotContainPattern("\\p{IsHan}");
            }
        }
        // or the one that comes meanwhile
        assertThat(phone.complaints()).as(what).isEmpty();
    }

    /** On its side, as wide as the narrowest phone, and at last with text twice as large. */
    private static void fitsElsewhere(Page page, Eyes eyes, String what) {
        LYING.give(page);
        fits(eyes, what + " on its side");
        NARROWEST.give(page);
        fits(eyes, what + " on the narrowest phone");
        PHONE.give(page);
        fits(eyes, what + " on a phone");
        eyes.enlarge();
        fits(eyes, what + " with large text");
    }

    private static void hits(Eyes eyes, String what) {
        var targets = eyes.targets();
        assertThat(targets.tiny()).as("tiny controls on %s", what).isEmpty();
        assertThat(targets.small())
                .as("small controls among %s on %s", targets.count(), what)
                .hasSizeLessThanOrEqualTo((int) (targets.count() * SMALL_TARGETS));
    }

    private static void readsWell(Page page, String what) {
        var findings = Eyes.axe(page);
        assertThat(findings).as("axe on %s: %s", what, findings).isEmpty();
    }

    private static void fits(Eyes eyes, String what) {
        assertThat(eyes.sideways()).as("sideways scroll of %s", what).isEqualTo(0);
    }

    private record Size(int width, int height) {
        void give(Page page) {
            page.setViewportSize(width, height);
        }
    }

    private record Look(Size size, ColorScheme scheme, boolean isEnglish) {}

    private record Visit(String signInName, List<String> paths) {}
}
