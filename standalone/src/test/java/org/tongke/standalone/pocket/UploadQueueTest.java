package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Pictures.photo;
import static org.tongke.standalone.pocket.Pictures.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.standalone.support.Phone;
import tools.jackson.databind.json.JsonMapper;

/** Photos on a bad link: none is lost, none is sent that was removed, and each leaves the phone when the server has it. */
@Tag("browser")
class UploadQueueTest {
    private static final String FIVE_TAPS = "button => { for (let tap = 0; tap < 5; tap++) button.click(); }";
    private static final String OPERATIONS = "**/graphql";

    @Test
    void waitsOnThePhoneAndGoesByItself(@TempDir Path folder) {
        List<String> kept;
        try (var phone = Phone.keptIn(folder).signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.awaitWorker();
            phone.context().setOffline(true);
            upload.pick(photo("教研.jpg"));
            assertThat(upload.said()).hasText("已存好，联网后自动上传。");
            upload.reload();
            assertThat(upload.item("教研.jpg")).isVisible();
            kept = upload.keptHashes();
        }
        try (var phone = Phone.keptIn(folder)) {
            phone.context().setOffline(true);
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            assertThat(upload.item("教研.jpg")).isVisible();
            assertThat(upload.keptHashes()).isEqualTo(kept).hasSize(1);

            var confirmed = phone.page()
                    .waitForResponse(
                            answer -> UploadPage.asks(answer.request(), "ConfirmUpload"),
                            () -> phone.context().setOffline(false));
            assertThat(confirmed.text()).contains("\"sha256\":\"" + kept.getFirst() + "\"");
            assertThat(upload.done()).containsText("已上传 1 个，服务器核对无误");
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();
        }
    }

    @Test
    void severalGoOneAfterTheOther() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.pick(photo("一.jpg"), photo("二.jpg"), photo("三.jpg"));
            assertThat(upload.done()).containsText("已上传 3 个");
            // nobody has to look for what became of them
            assertThat(upload.done()).isInViewport();
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.sendings()).isEqualTo(3);
        }
    }

    @Test
    void leavesOnlyWhenTheServerHasTheSameBytes() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            phone.page().route(OPERATIONS, route -> {
                if (UploadPage.asks(route.request(), "ConfirmUpload")) {
                    var answer = route.fetch();
                    var other = answer.text().replaceFirst("\"sha256\":\"\\w{8}", "\"sha256\":\"00000000");
                    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(other));
                } else {
                    route.resume();
                }
            });
            upload.pick(photo("教研.jpg"));
            assertThat(upload.inState("refused")).containsText("服务器收到的内容和手机上的不一致");
            assertThat(upload.keptHashes()).hasSize(1);

            phone.page().unroute(OPERATIONS);
            upload.act("重试", "教研.jpg").evaluate(FIVE_TAPS);
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.sendings()).isEqualTo(2);
        }
    }

    @Test
    void whatIsRemovedComesBackOnce() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.awaitWorker();
            phone.context().setOffline(true);
            upload.pick(photo("一.jpg"), photo("二.jpg"));
            assertThat(upload.items()).hasCount(2);

            upload.act("移除", "一.jpg").evaluate(FIVE_TAPS);
            assertThat(upload.items()).hasCount(1);
            assertThat(upload.toast()).hasCount(1);
            assertThat(upload.toast()).containsText("已移除 一.jpg");
            upload.toast().locator("button").evaluate(FIVE_TAPS);
            assertThat(upload.items()).hasCount(2);
            assertThat(upload.items().first()).containsText("一.jpg");
            assertThat(upload.keptHashes()).hasSize(2);

            upload.act("移除", "一.jpg").click();
            assertThat(upload.items()).hasCount(1);
            upload.reload();
            assertThat(upload.items()).hasCount(1);
            phone.context().setOffline(false);
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.keptHashes()).isEmpty();
        }
    }

    @Test
    void whatIsRemovedIsNotSentAlthoughItHadBegun() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var held = holdFirst(phone.page(), "RequestUpload");
            upload.pick(photo("错.jpg"));
            phone.page().waitForCondition(() -> !held.isEmpty());
            upload.act("移除", "错.jpg").click();
            held.getFirst().resume();
            upload.pick(photo("对.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.sendings()).isEqualTo(1);
        }
    }

    @Test
    void whatAnotherPageRemovedIsNotSent() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.awaitWorker();
            phone.context().setOffline(true);
            upload.pick(photo("教研.jpg"));
            upload.act("暂停", "教研.jpg").click();

            var other = UploadPage.open(phone.context().newPage(), UploadPage.RESEARCH);
            other.act("移除", "教研.jpg").click();
            assertThat(other.items()).hasCount(0);
            assertThat(other.keptHashes()).isEmpty();

            phone.context().setOffline(false);
            upload.act("重试", "教研.jpg").click();
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();
            assertThat(upload.sendings()).isZero();
        }
    }

    @Test
    void refusesAtOnceWhatIsNoPicture() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.pick(text("假.jpg", "image/jpeg"), text("说明.txt", "text/plain"), photo("真.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.problems()).hasCount(2);
            assertThat(upload.problems().first()).hasText("假.jpg：这个文件打不开，可能已经损坏，或不是图片。");
            assertThat(upload.problems().last()).containsText("说明.txt：这里不收这种文件。");
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.sendings()).isEqualTo(1);

            upload.pick(photo("又一张.jpg"));
            assertThat(upload.problems()).hasCount(0);
            assertThat(upload.done()).containsText("已上传 2 个");

            var plan = UploadPage.open(phone, UploadPage.PLAN);
            plan.pick(photo("方案.jpg"));
            assertThat(plan.problems()).containsText("这里不收这种文件。这一项要PDF（每个不超过 25 MB）");
            assertThat(plan.items()).hasCount(0);
        }
    }

    @Test
    void whatTheServerRefusesKeepsNothingBack() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.pick(text("假.pdf", "application/pdf"), photo("真.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.items()).hasCount(1);
            assertThat(upload.inState("refused")).containsText("假.pdf");
            upload.act("移除", "假.pdf").click();
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();
        }
    }

    @Test
    void whatTheServerCannotTakeKeepsNothingBack() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            phone.page().route(OPERATIONS, route -> {
                if (UploadPage.asks(route.request(), "RequestUpload")
                        && body(route).contains("难.jpg")) {
                    route.fulfill(new Route.FulfillOptions().setStatus(500).setBody(""));
                } else {
                    route.resume();
                }
            });
            upload.pick(photo("难.jpg"), photo("易.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.items()).hasCount(1);
            assertThat(upload.said()).hasText("服务器暂时没有接收，会自动再试。");
            phone.page().unroute(OPERATIONS);
            assertThat(upload.done()).containsText("已上传 2 个");
        }
    }

    @Test
    void aCutInTheMiddleIsRepeated(@TempDir Path folder) {
        try (var line = new Line();
                var phone = Phone.keptIn(folder, line.argument()).signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            line.cutAfter(60_000);
            upload.pick(photo("教研.jpg"));
            assertThat(upload.said()).hasText("已存好，联网后自动上传。");
            assertThat(upload.inState("waiting")).isVisible();
            assertThat(line.cuts()).isPositive();
            line.mend();
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.sendings()).isGreaterThan(1);
        }
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var lost = new ArrayList<String>();
            phone.page().route(OPERATIONS, route -> {
                if (lost.isEmpty() && UploadPage.asks(route.request(), "ConfirmUpload")) {
                    lost.add(route.fetch().text());
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            upload.pick(photo("教研.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(lost.getFirst()).contains("\"errors\":[]");
            assertThat(upload.sendings()).isEqualTo(1);
        }
    }

    /** Holds the first question of an operation back; the list has it as soon as it came. */
    private static List<Route> holdFirst(Page page, String operation) {
        var held = new ArrayList<Route>();
        page.route(OPERATIONS, route -> {
            if (held.isEmpty() && UploadPage.asks(route.request(), operation)) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    private static String body(Route route) {
        return String.valueOf(JsonMapper.shared().readTree(route.request().postData()));
    }
}
