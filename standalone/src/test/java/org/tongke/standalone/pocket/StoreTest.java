package org.tongke.standalone.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** What a phone keeps for an account, and how what waits there is sent. */
@Tag("browser")
class StoreTest {
    @Test
    void keepsAcrossPages() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            store(page, "write('one', 'weeks', 'b', { words: '课' })");
            store(page, "write('one', 'weeks', 'a', 1)");
            store(page, "write('other', 'weeks', 'a', 2)");
            page.reload();
            assertThat(store(page, "read('one', 'weeks', 'b').then((kept) => kept.words)"))
                    .isEqualTo("课");
            assertThat(store(page, "readAll('one', 'weeks').then((all) => all.length)"))
                    .isEqualTo(2);
            assertThat(store(page, "read('other', 'weeks', 'a')")).isEqualTo(2);
            store(page, "erase('one', 'weeks', 'a')");
            page.reload();
            assertThat(store(page, "read('one', 'weeks', 'a').then((kept) => kept === undefined)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void whatWasRemovedStaysRemoved() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            var other = phone.context().newPage();
            other.navigate("/m/sign-in");
            store(page, "write('one', 'uploads', 'x', 'waiting')");
            assertThat(store(page, "replace('one', 'uploads', 'x', 'sending')")).isEqualTo(true);
            store(other, "erase('one', 'uploads', 'x')");
            assertThat(store(page, "replace('one', 'uploads', 'x', 'waiting')")).isEqualTo(false);
            assertThat(store(other, "readAll('one', 'uploads').then((all) => all.length)"))
                    .isEqualTo(0);
            // both at once: whichever comes first, the removal stands
            store(page, "write('one', 'uploads', 'x', 'waiting')");
            store(page, """
                    Promise.all([
                      store.replace('one', 'uploads', 'x', 'sending'),
                      store.erase('one', 'uploads', 'x'),
                      store.replace('one', 'uploads', 'x', 'waiting', 'y'),
                    ])""");
            assertThat(store(page, "readAll('one', 'uploads').then((all) => all.length)"))
                    .isEqualTo(0);
        }
    }

    @Test
    void aNewIdTakesThePlaceOfTheOldOne() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            store(page, "write('one', 'uploads', 'x', 'refused')");
            assertThat(store(page, "replace('one', 'uploads', 'x', 'waiting', 'y')"))
                    .isEqualTo(true);
            assertThat(store(page, "read('one', 'uploads', 'y')")).isEqualTo("waiting");
            assertThat(store(page, "readAll('one', 'uploads')")).isEqualTo(List.of("waiting"));
        }
    }

    @Test
    void nothingOfAnotherAccountStays() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            var other = phone.context().newPage();
            other.navigate("/m/sign-in");
            store(page, "write('one', 'weeks', 'a', 1)");
            // the other page has its database open
            store(other, "write('two', 'weeks', 'a', 2)");
            store(page, "wipeExcept('one')");
            assertThat(store(page, "read('one', 'weeks', 'a')")).isEqualTo(1);
            assertThat(page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name).join())"))
                    .isEqualTo("tongke-account-one");
            store(page, "wipeExcept(null)");
            assertThat(page.evaluate("indexedDB.databases().then((all) => all.length)"))
                    .isEqualTo(0);
        }
    }

    @Test
    void anAttemptThatFailsOddlyEndsNothing() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            assertThat(page.evaluate("""
                    async () => {
                      const { Sender } = await tongke.load('/tk/sender.js');
                      const waiting = ['one', 'two'];
                      const sent = [];
                      let odd = true;
                      const sender = new Sender('test', () => waiting[0], async (thing) => {
                        if (odd) {
                          odd = false;
                          throw new Error('full');
                        }
                        sent.push(waiting.shift());
                        return 'ok';
                      }, () => {});
                      await sender.goOn();
                      const link = sender.link;
                      await sender.tryAgain();
                      return [link, ...sent].join(' ');
                    }""")).isEqualTo("failing one two");
        }
    }

    @Test
    void whatComesWhileTheSendingEndsIsSentToo() {
        try (var phone = Phone.small()) {
            var page = open(phone);
            assertThat(page.evaluate("""
                    async () => {
                      const { Sender } = await tongke.load('/tk/sender.js');
                      const waiting = ['one'];
                      const sent = [];
                      const sender = new Sender('test', () => waiting[0], async () => {
                        sent.push(waiting.shift());
                        return 'ok';
                      }, () => {});
                      const { request } = navigator.locks;
                      navigator.locks.request = async (...asked) => {
                        const result = await request.apply(navigator.locks, asked);
                        if (sent.length === 1) {
                          waiting.push('two');
                          sender.goOn();
                        }
                        return result;
                      };
                      await sender.goOn();
                      while (sender.sending) {
                        await new Promise((done) => setTimeout(done, 10));
                      }
                      return sent.join(' ');
                    }""")).isEqualTo("one two");
        }
    }

    private static Page open(Phone phone) {
        phone.page().navigate("/m/sign-in");
        return phone.page();
    }

    /** What a call of the module comes to, as the page has loaded it. */
    private static Object store(Page page, String call) {
        var named = call.startsWith("Promise") ? call : "store." + call;
        return page.evaluate("tongke.load('/tk/store.js').then((store) => " + named + ")");
    }
}
