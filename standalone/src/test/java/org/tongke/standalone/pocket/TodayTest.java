package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The card of the lesson that is next or running. */
@Tag("browser")
class TodayTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void saysHowLongUntilTheNextLesson() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = opened(phone, 25, 65);
            assertThat(page.locator(".tk-next .tk-chip-now")).hasText(Pattern.compile(".*2[45] ?分钟.*"));
            assertThat(page.locator(".tk-next progress")).hasCount(0);
            assertThat(page.locator(".tk-next-places li")).not().hasCount(0);
            assertThat(page.locator(".tk-next-with")).containsText("与");
        }
    }

    @Test
    void showsHowMuchOfARunningLessonIsOver() {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = opened(phone, -10, 30);
            assertThat(page.locator(".tk-next .tk-chip-now")).hasText(Pattern.compile(".*(29|30) ?分钟.*"));
            var over = (Number) page.locator(".tk-next progress").evaluate("bar => bar.value");
            assertThat(over.doubleValue()).isBetween(25.0, 28.0);
            page.locator(".tk-next-open").click();
            assertThat(page.locator(".tk-sheet")).isVisible();
        }
    }

    @Test
    void theWayIntoALessonThatBeginsSoonIsUnderTheThumb() {
        try (var phone = Phone.of(360, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("teacher")) {
            var page = opened(phone, 25, 65);
            assertThat(page.locator(".tk-next-join")).isInViewport();
            // the page may be drawn once more meanwhile
            page.waitForFunction("() => document.querySelector('.tk-next-join').getBoundingClientRect().top > 800 / 2");
        }
        try (var phone = Phone.of(360, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("teacher")) {
            var page = opened(phone, 45, 85);
            assertThat(page.locator(".tk-next .tk-next-join")).isVisible();
            assertThat(page.locator(".tk-next-join.tk-main-action")).hasCount(0);
        }
    }

    /** The page of today, of whose lessons one is left, so many minutes from now. */
    private static Page opened(Phone phone, int from, int to) {
        var page = phone.page();
        page.route("**/graphql", route -> {
            if (UploadPage.asks(route.request(), "MyWeek")) {
                route.fulfill(new Route.FulfillOptions()
                        .setBody(oneLesson(route.fetch().text(), from, to))
                        .setContentType("application/json"));
            } else {
                route.resume();
            }
        });
        page.navigate("/m/today");
        return page;
    }

    private static String oneLesson(String answer, int from, int to) {
        var week = (ObjectNode) JSON.readTree(answer);
        var entries = (ArrayNode) week.at("/data/myWeek/entries");
        var now = OffsetDateTime.now(Lessons.ZONE).truncatedTo(ChronoUnit.SECONDS);
        var lesson = (ObjectNode) entries.valueStream()
                .filter(entry -> entry.path("slot").asString().equals("PLANNED"))
                .findFirst()
                .orElseThrow();
        lesson.put("startsAt", now.plusMinutes(from).toString());
        lesson.put("endsAt", now.plusMinutes(to).toString());
        entries.removeAll().add(lesson);
        return week.toString();
    }
}
