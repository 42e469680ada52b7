package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/**
 * How much comes to a phone until the week is read on a slow line, the first time and the next. How long it takes is written down
 * ({@code bin/weigh}) and not judged: that is the machine's, too.
 */
@Tag("browser")
class WeekWeightTest {
    private static final long BYTES_PER_SECOND = 400_000 / 8;
    private static final Duration ROUND_TRIP = Duration.ofMillis(400);
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();
    /** By then a browser has nothing to do with itself. */
    private static final Duration BROWSER_STARTS = Duration.ofSeconds(3);

    private static final long FIRST_TIME = 100_000;

    private static final long NEXT_TIME = 10_000;

    /** Notes when the first lesson is on the screen, by the page's own clock: whoever asks for it from outside asks now and then only. */
    private static final String NOTE = """
            new MutationObserver((changes, observer) => {
              if (document.querySelector('.tk-entry')) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => performance.mark('read')));
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String NOTED = "() => performance.getEntriesByName('read').map(mark => mark.startTime)[0]";

    @TempDir
    Path phoneFolder;

    private final List<String> report = new ArrayList<>();

    @Test
    void theWeekIsLight() throws IOException {
        long first = visit("the first time", BROWSER_STARTS);
        long next = visit("the next time", BROWSER_STARTS);
        visit("the next time, the browser just starting", Duration.ZERO);
        Files.writeString(Path.of("target", "week-weight.txt"), String.join("\n", report) + "\n");
        assertThat(first).as("bytes of the first time").isBetween(1L, FIRST_TIME);
        assertThat(next).as("bytes of the next time").isBetween(0L, NEXT_TIME);
    }

    /** Loads the page anew, as pulling it down does, until it is what the server has now. */
    private void refresh(Page page) {
        var began = System.nanoTime();
        page.waitForResponse(answer -> UploadPage.asks(answer.request(), "MyWeek"), page::reload)
                .finished();
        assertThat(page.locator(".tk-as-of")).containsText("数据截至");
        report.add("pulled down: %,d ms until it is as of now"
                .formatted(Duration.ofNanos(System.nanoTime() - began).toMillis()));
    }

    /** Opens the browser and then the week, and closes it when the week is read and nothing comes any more. */
    private long visit(String name, Duration rest) {
        try (var line = Line.slow(BYTES_PER_SECOND, ROUND_TRIP);
                var phone = Phone.keptIn(phoneFolder, line.argument())) {
            if (report.isEmpty()) {
                phone.signedInAs("teacher");
            }
            phone.page().waitForTimeout(rest.toMillis());
            phone.page().addInitScript(NOTE);
            phone.page().navigate("/m/week?day=" + NEXT_MONDAY);
            assertThat(phone.page().locator(".tk-entry").first()).isVisible();
            var took = ((Number) phone.page().waitForFunction(NOTED).jsonValue()).longValue();
            var read = line.received();
            phone.page().waitForFunction("() => navigator.serviceWorker.ready.then(() => true)");
            long all = line.received();
            for (long before = -1; before != all; all = line.received()) {
                before = all;
                phone.page().waitForTimeout(2 * ROUND_TRIP.toMillis());
            }
            report.add("%s: %,d bytes and %,d ms until the week is read; %,d bytes with what comes behind it"
                    .formatted(name, read, took, all));
            refresh(phone.page());
            return read;
        }
    }
}
