package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Pictures.photo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** A phone that is full, or that keeps nothing for pages: it is said, and nothing is lost without a word. */
@Tag("browser")
class KeepingTest {
    private static final String FULL = """
            const put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function (value, key) {
              if (window.full && this.name === 'bytes') {
                throw new DOMException('full', 'QuotaExceededError');
              }
              return put.call(this, value, key);
            };
            """;
    private static final String NO_DATABASES =
            "indexedDB.open = () => { throw new DOMException('private', 'SecurityError'); };";
    private static final String COUNTS_ASKING = """
            navigator.storage.persist = () => {
              localStorage.setItem('asked-times', String(Number(localStorage.getItem('asked-times')) + 1));
              return Promise.resolve(false);
            };
            """;

    @Test
    void saysThatThePhoneIsFull() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            phone.page().addInitScript(FULL);
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            phone.page().evaluate("window.full = true");
            upload.pick(photo("教研.jpg"));
            assertThat(upload.problems()).hasText("教研.jpg：手机存储空间不够，没有存进队列。请清理一些空间，再选一次。");
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();

            phone.page().evaluate("window.full = false");
            upload.pick(photo("教研.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
        }
    }

    @Test
    void saysThatNothingOutlastsThePage() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            phone.page().addInitScript(NO_DATABASES);
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            phone.context().setOffline(true);
            upload.pick(photo("教研.jpg"));
            assertThat(upload.said()).hasText("这个浏览器不让网页保存文件（可能是无痕模式），传完之前请不要关掉这一页。");
            phone.context().setOffline(false);
            assertThat(upload.done()).containsText("已上传 1 个");
        }
    }

    @Test
    void asksOnceNotToBeCleared() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            phone.page().addInitScript(COUNTS_ASKING);
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            assertThat(phone.page().evaluate("localStorage.getItem('asked-times')"))
                    .isNull();
            upload.pick(photo("一.jpg"), photo("二.jpg"));
            assertThat(upload.done()).containsText("已上传 2 个");
            upload.reload();
            upload.pick(photo("三.jpg"));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(phone.page().evaluate("localStorage.getItem('asked-times')"))
                    .isEqualTo("1");
        }
    }

    @Test
    void saysWhenThePhoneHasLostTheBytes() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            upload.awaitWorker();
            phone.context().setOffline(true);
            upload.pick(photo("教研.jpg"));
            upload.act("暂停", "教研.jpg").click();
            phone.page().evaluate("""
                    async () => {
                      const { erase, readAll } = await tongke.load('/tk/store.js');
                      const { knownViewer } = await tongke.load('/tk/viewer.js');
                      const account = knownViewer().id;
                      const [item] = await readAll(account, 'uploads');
                      await erase(account, 'bytes', item.bytesId);
                    }""");
            phone.context().setOffline(false);
            upload.act("重试", "教研.jpg").click();
            assertThat(upload.inState("refused")).containsText("手机清理了存储，这个文件已经不在队列里了。请移除，再选一次。");
            upload.act("移除", "教研.jpg").click();
            assertThat(upload.items()).hasCount(0);
            assertThat(upload.keptHashes()).isEmpty();
        }
    }
}
