package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.support.BackendTest;

/** A row that is kept aside says the same when it is tried again. */
@BackendTest
class PayloadTest {
    private final RowReader reader;

    @Autowired
    PayloadTest(RowReader reader) {
        this.reader = reader;
    }

    static Stream<Row> rows() {
        var plain = lesson("L1");
        return Stream.of(
                plain,
                plain.revision(new BigInteger("9007199254740991")),
                plain.revision(new BigDecimal("7.0")),
                plain.revision(7.0),
                plain.revision("12"),
                plain.title("𠀀".repeat(200)),
                plain.with("joinUrl", "https://a.cn/" + "b".repeat(1_980)),
                plain.with("changedAt", "2021-03-10T10:20:00.123+08:00"),
                plain.teacher("王海", "ASSISTS", "城关一小").numbered("李", "T-1"),
                plain.classAt("河边小学", "五（1）班").school("分校", "乐清市", "201"),
                plain.grade("五年级").series("S/1", "专题").material("课件", "https://a.cn/1.pdf"),
                plain.recording("https://a.cn/1.mp4").attribute("textbook", "第4单元"),
                plain.with("kind", "ONLINE_RESEARCH").attribute("theme", "备课").attribute("creditHours", 2));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void comesBackAsItWas(Row row) {
        var stored = Document.parse(Payload.of(row.sent()).toJson());
        assertThat(reader.read(Payload.read(stored))).isEqualTo(reader.read(row.sent()));
    }
}
