package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.BackendTest;

@BackendTest
class SaidRowTest {
    private final RowReader reader;

    SaidRowTest(ApplicationContext application) {
        reader = application.getBean(RowReader.class);
    }

    /** Reckoned by the first version, whose reports could say less: its rows must still be known when they come again. */
    @Test
    void keepsTheHashOfARowThatSaysNoMoreThanBefore() {
        assertThat(hash(lesson("L1").teacher("王海", "LEADS", "城关一小")))
                .isEqualTo("3c32eb09fe61957ad087a29ca29226660ccf9a807e48052806268209528cbb12");
    }

    @Test
    void isAnotherForEverythingThatIsSaid() {
        var plain = lesson("L1").teacher("王海", "LEADS", "城关一小");
        var all = new HashSet<String>();
        all.add(hash(plain));
        all.add(hash(plain.grade("五年级")));
        all.add(hash(plain.with("className", "五年级")));
        all.add(hash(plain.series("五年级", "五年级")));
        all.add(hash(plain.recording("https://a.cn/1")));
        all.add(hash(plain.with("joinUrl", "https://a.cn/1")));
        all.add(hash(plain.material("a", "https://a.cn/1")));
        all.add(hash(plain.material("a", "https://a.cn/1").material("a", "https://a.cn/1")));
        all.add(hash(plain.attribute("textbook", "a")));
        all.add(hash(lesson("L1").numbered("王海", "a")));
        all.add(hash(lesson("L1").schools().classAt("城关一小", "a").classAt("山村小学", null)));
        all.add(hash(lesson("L1").schools().classAt("城关一小", null).classAt("山村小学", "a")));
        assertThat(all).hasSize(12);
    }

    private String hash(Row row) {
        return reader.read(row.sent()).version().contentHash();
    }
}
