package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.standalone.support.Phone;

/** A large file goes in parts: what has arrived is not sent again, whatever happened meanwhile. */
@Tag("browser")
class PartsTest {
    private static final int PART = 5 << 20;
    private static final Pattern NUMBER = Pattern.compile("[?&]partNumber=(\\d+)");

    @TempDir
    Path folder;

    @Test
    void aCutAtSixtyPercentSendsOnlyTheRest() throws IOException {
        var plan = folder.resolve("方案.pdf");
        Files.write(plan, Pictures.pdf(20_000_000));
        var browser = folder.resolve("browser");
        try (var line = new Line()) {
            try (var phone = Phone.keptIn(browser, line.argument()).signedInAs("clerk")) {
                var upload = UploadPage.open(phone, UploadPage.RESEARCH);
                upload.awaitWorker();
                line.cutAfterAll(Files.size(plan) * 6 / 10);
                // else bytes of the third part could overtake some of the second
                var third = held(phone.page(), 3);
                upload.pick(plan);
                assertThat(upload.item("方案.pdf")).containsText("已传 10.5 MB");
                phone.page().waitForCondition(() -> !third.isEmpty());
                phone.page().unroute(NUMBER);
                third.getFirst().resume();
                assertThat(upload.said()).hasText("已存好，联网后自动上传。");
                // two parts have arrived whole
                assertThat(upload.item("方案.pdf")).containsText("已传 10.5 MB，共 20.0 MB，会接着传");
                upload.reload();
                assertThat(upload.item("方案.pdf")).containsText("已传 10.5 MB");
                upload.act("暂停", "方案.pdf").click();
                assertThat(upload.inState("paused")).containsText("已传 10.5 MB，共 20.0 MB，已暂停");
            }
            line.mend();
            try (var phone = Phone.keptIn(browser, line.argument())) {
                var upload = UploadPage.open(phone, UploadPage.RESEARCH);
                assertThat(upload.inState("paused")).containsText("已传 10.5 MB");
                var parts = parts(phone.page());
                var before = line.sent();
                upload.act("重试", "方案.pdf").click();
                assertThat(upload.done()).containsText("已上传 1 个，服务器核对无误");
                assertThat(upload.keptHashes()).isEmpty();
                assertThat(parts).containsExactly(3, 4);
                assertThat(line.sent() - before)
                        .isBetween(Files.size(plan) - 2 * PART, Files.size(plan) - 2 * PART + 100_000);
            }
        }
    }

    @Test
    void canBePausedAndRemovedInTheMiddle() throws IOException {
        var list = folder.resolve("名单.pdf");
        Files.write(list, Pictures.pdf(PART + 100_000));
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var held = held(phone.page(), 2);
            upload.pick(list);
            phone.page().waitForCondition(() -> !held.isEmpty());
            upload.act("暂停", "名单.pdf").click();
            assertThat(upload.inState("paused")).containsText("已传 5.2 MB，共 5.3 MB，已暂停");

            var parts = parts(phone.page());
            upload.act("重试", "名单.pdf").click();
            phone.page().waitForCondition(() -> held.size() == 2);
            upload.act("移除", "名单.pdf").click();
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();
            assertThat(upload.keptBytes()).isZero();
            assertThat(parts).containsExactly(2);
        }
    }

    /** Holds each try to send the part with this number, and lets all others go. */
    private static List<Route> held(Page page, int number) {
        var held = new ArrayList<Route>();
        page.route(NUMBER, route -> {
            if (number(route.request()) == number) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    /** Numbers of the parts that set out from now on. */
    private static List<Integer> parts(Page page) {
        var parts = new ArrayList<Integer>();
        page.onRequest(request -> {
            if (number(request) > 0) {
                parts.add(number(request));
            }
        });
        return parts;
    }

    /** Number of the part that a request carries, 0 for another request. */
    private static int number(Request request) {
        var number = NUMBER.matcher(request.url());
        return request.method().equals("PUT") && number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
