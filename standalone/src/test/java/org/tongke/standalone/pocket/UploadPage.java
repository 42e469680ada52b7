package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongke.standalone.support.Phone;

/** The page of uploads, as a clerk uses it. */
final class UploadPage {
    /** A criterion that takes pictures and documents; the journey of the photo has another one for itself. */
    static final String RESEARCH = "2.2";
    /** One that takes documents alone. */
    static final String PLAN = "1.2";

    private static final String KEPT = """
            async () => {
              const { readAll } = await tongke.load('/tk/store.js');
              const { knownViewer } = await tongke.load('/tk/viewer.js');
              return (await readAll(knownViewer().id, 'uploads')).map((item) => item.sha256);
            }
            """;

    private final Page page;
    private final List<Request> requests = new ArrayList<>();

    private UploadPage(Page page) {
        this.page = page;
        page.onRequest(requests::add);
    }

    /** Opens the page with a criterion that is chosen already, and waits until files can be picked. */
    static UploadPage open(Phone phone, String criterion) {
        return open(phone.page(), criterion);
    }

    static UploadPage open(Page page, String criterion) {
        var upload = new UploadPage(page);
        page.navigate("/m/upload?criterion=" + criterion);
        upload.awaitPickers();
        return upload;
    }

    void reload() {
        page.reload();
        awaitPickers();
    }

    /** The worker has all that the page needs without a network. */
    void awaitWorker() {
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    }

    void pick(FilePayload... files) {
        page.locator("#tk-gallery").setInputFiles(files);
    }

    void pick(Path file) {
        page.locator("#tk-gallery").setInputFiles(file);
    }

    void tap(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .click();
    }

    /** Lessons to which pictures are offered, each with its pictures. */
    Locator offers() {
        return page.locator(".tk-offer");
    }

    Locator items() {
        return page.locator(".tk-queue-item");
    }

    Locator item(String fileName) {
        return items().filter(new Locator.FilterOptions().setHasText(fileName));
    }

    /** An item in a state, as in {@code sending}. */
    Locator inState(String state) {
        return page.locator(".tk-queue-item[data-state=" + state + "]");
    }

    Locator act(String words, String fileName) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words + "：" + fileName));
    }

    /** What is said of the queue as a whole. */
    Locator said() {
        return page.locator(".tk-queue-part > p");
    }

    Locator done() {
        return page.locator(".tk-done");
    }

    Locator problems() {
        return page.locator(".tk-problems li");
    }

    Locator toast() {
        return page.locator(".tk-toast");
    }

    /** Hashes of what the phone keeps in its queue. */
    List<String> keptHashes() {
        return ((List<?>) page.evaluate(KEPT)).stream().map(String::valueOf).toList();
    }

    /** How many files the phone keeps the bytes of. */
    int keptBytes() {
        return ((List<?>) page.evaluate(KEPT.replace("'uploads'", "'bytes'").replace("item.sha256", "1"))).size();
    }

    /** How often the bytes of a file set out for the bucket. */
    long sendings() {
        return requests.stream()
                .filter(request ->
                        request.method().equals("POST") && request.url().contains("tongke-files"))
                .count();
    }

    static boolean asks(Request request, String operation) {
        var body = request.url().endsWith("/graphql") ? request.postData() : null;
        return body != null && body.contains("\"operationName\":\"" + operation + "\"");
    }

    private void awaitPickers() {
        assertThat(page.locator("#tk-gallery")).isEnabled();
    }
}
