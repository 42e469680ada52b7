package org.tongke.standalone.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser of one person: a phone or a desk. It remembers what its pages complained of. */
public final class Phone implements AutoCloseable {
    private static final double PATIENCE_MS = 20_000;
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("TONGKE_CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));

    static {
        // a cold server on a busy machine is slow; what must be fast says so itself
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Phone(BrowserContext context) {
        this.context = context;
        this.page = another();
    }

    /** One more page of the same person, whose complaints are remembered, too. */
    public Page another() {
        var opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    /** A phone of 360 by 740 pixels in Chinese. */
    public static Phone small() {
        return of(360, 740, ColorScheme.LIGHT, "zh-CN");
    }

    /** A browser of a size, scheme and language. */
    public static Phone of(int width, int height, ColorScheme scheme, String locale) {
        return new Phone(BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(Product.get().address())));
    }

    /** A small phone in Chinese, on which another app shows the pages. */
    public static Phone inApp(String userAgent) {
        return new Phone(BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setUserAgent(userAgent)
                .setBaseURL(Product.get().address())));
    }

    /** A desk of 1280 by 800 pixels in Chinese, whose product is at another address. */
    public static Phone deskAt(String address) {
        return new Phone(BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(address)));
    }

    /**
     * A phone whose browser is started anew and keeps what it has in a folder: closed and opened again it is the same phone.
     *
     * @param arguments more arguments of the browser
     */
    public static Phone keptIn(Path folder, String... arguments) {
        return new Phone(PLAYWRIGHT
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(Stream.concat(ARGUMENTS.stream(), Stream.of(arguments))
                                        .toList())
                                .setViewportSize(360, 740)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai")
                                .setBaseURL(Product.get().address())));
    }

    /** The page that is open. */
    public Page page() {
        return page;
    }

    /** All that belongs to this browser: cookies, network. */
    public BrowserContext context() {
        return context;
    }

    /** What the browser's console and scripts complained of since the last call. */
    public List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /** Signs in without the page, as an account of the demo. */
    public Phone signedInAs(String signInName) {
        var answer = context.request()
                .post(
                        "/graphql",
                        RequestOptions.create()
                                .setHeader("X-Tongke", "test")
                                .setData(Map.of(
                                        "operationName",
                                        "SignIn",
                                        "variables",
                                        Map.of("input", Map.of("signInName", signInName, "password", "tongke")))));
        if (!answer.text().contains("\"errors\":[]")) {
            throw new AssertionError(answer.text());
        }
        return this;
    }

    @Override
    public void close() {
        // a request that comes in while the browser closes would find a route whose page is gone
        context.pages().forEach(Page::unrouteAll);
        context.unrouteAll();
        context.close();
    }
}
