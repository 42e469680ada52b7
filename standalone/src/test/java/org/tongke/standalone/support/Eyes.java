package org.tongke.standalone.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What can be seen of a page by measuring it. It has to be there before the page is, as some of it happens while a page loads. */
public final class Eyes {
    /** Rows beyond are like those before: a list of a thousand says no more than its beginning, and takes seconds. */
    private static final String LATE_ROWS = "li:nth-child(n+25), tbody > tr:nth-child(n+25)";

    private static final String LARGE_TEXT = "size => { document.documentElement.style.fontSize = size; }";

    /** A long list says no more by its later rows. */
    private static final int MOST_STOPS = 40;

    private final Page page;

    private Eyes(Page page) {
        this.page = page;
    }

    /** Looks at all pages that the browser opens from now on. */
    public static void open(BrowserContext context) {
        try {
            context.addInitScript(new ClassPathResource("page/eyes.js").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What there is to see on a page. */
    public static Eyes on(Page page) {
        return new Eyes(page);
    }

    /** What axe finds. */
    public static List<Rule> axe(Page page) {
        return axe(new AxeBuilder(page).exclude(LATE_ROWS));
    }

    /** What axe finds, of the parts and by the rules that were chosen; what it is content with is not told, which is most of the work. */
    public static List<Rule> axe(AxeBuilder axe) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // without frames nothing is gained by a page of its own for each answer
        return axe.options(options).setLegacyMode(true).analyze().getViolations();
    }

    /** By how many pixels the page is wider than the screen. */
    public int sideways() {
        return ((Number) page.evaluate("tongkeEyes.sideways()")).intValue();
    }

    /** Makes the text twice as large, as a phone's setting does. */
    public void enlarge() {
        page.evaluate(LARGE_TEXT, "200%");
    }

    /** Makes the text as large as it was. */
    public void shrink() {
        page.evaluate(LARGE_TEXT, "");
    }

    /** Texts whose end is hidden. */
    public List<String> cut() {
        return lines("tongkeEyes.cut()");
    }

    /** What would move for a person who asked for little motion. */
    public List<String> moving() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        var found = lines("tongkeEyes.moving()");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        return found;
    }

    /** Goes through the page by the Tab key: where the focus cannot be seen, as it is not shown or lies under something. */
    public List<String> unseenFocus() {
        var found = new ArrayList<String>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            var wrong = (String) page.evaluate("tongkeEyes.focus()");
            if (wrong != null && wrong.isEmpty()) {
                break;
            }
            if (wrong != null) {
                found.add(wrong);
            }
        }
        return found;
    }

    /** Texts that hold Chinese. */
    public List<String> chinese() {
        return lines("tongkeEyes.texts()");
    }

    /** How far things have jumped since the page was asked for, and which. */
    public Shift shift() {
        var shift = (Map<?, ?>) page.evaluate("tongkeEyes.shift()");
        return new Shift(number(shift.get("sum")).doubleValue(), String.valueOf(shift.get("shifted")));
    }

    /** What a finger can hit. */
    public Targets targets() {
        var targets = (Map<?, ?>) page.evaluate("tongkeEyes.targets()");
        return new Targets(
                number(targets.get("count")).intValue(), strings(targets.get("small")), strings(targets.get("tiny")));
    }

    private List<String> lines(String question) {
        return strings(page.evaluate(question));
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }

    private static List<String> strings(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().map(String::valueOf).toList();
    }

    /**
     * How far things jumped.
     *
     * @param sum as browsers count it: 0 for not at all
     * @param what each jump with what jumped
     */
    public record Shift(double sum, String what) {}

    /**
     * Controls as a finger meets them.
     *
     * @param count of all
     * @param small less than 44 pixels wide or high
     * @param tiny less than 24 pixels, and with another one near
     */
    public record Targets(int count, List<String> small, List<String> tiny) {}
}
