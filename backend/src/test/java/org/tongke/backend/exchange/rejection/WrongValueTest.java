package org.tongke.backend.exchange.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Each value is read by the rule of its field; the row is refused with the place of the first wrong one. */
@Tag("slow")
@BackendTest
class WrongValueTest {
    private static final String TOO_LONG_TITLE = "长".repeat(201);

    private final Platform platform;

    WrongValueTest(ApplicationContext application) {
        platform = Scene.in(application).platform("云课");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value("externalId", null, "REQUIRED externalId []"),
                value("externalId", "  ", "REQUIRED externalId []"),
                value("externalId", 17, "MALFORMED externalId [17]"),
                value("externalId", "L\u0000", "MALFORMED externalId [L\uFFFD]"),
                value("externalId", "L\n1", "MALFORMED externalId [L\uFFFD1]"),
                value("externalId", "L\uD800", "MALFORMED externalId [L\uFFFD]"),
                value("externalId", "x".repeat(201), "TOO_LONG externalId [200]"),
                value("revision", null, "REQUIRED revision []"),
                value("revision", " ", "REQUIRED revision []"),
                value("revision", 0, "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", -3, "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", 9_007_199_254_740_992L, "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", BigInteger.TEN.pow(30), "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", new BigDecimal("1e999999999"), "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", "9007199254740992", "OUT_OF_RANGE revision [1, 9007199254740991]"),
                value("revision", 1.5, "MALFORMED revision [1.5]"),
                value("revision", Double.NaN, "MALFORMED revision [NaN]"),
                value("revision", "v2", "MALFORMED revision [v2]"),
                value("revision", "+2", "MALFORMED revision [+2]"),
                value("revision", "２", "MALFORMED revision [２]"),
                value("revision", true, "MALFORMED revision [true]"),
                value("state", null, "REQUIRED state []"),
                value("state", "planned", "MALFORMED state [planned]"),
                value("state", 1, "MALFORMED state [1]"),
                value("kind", null, "REQUIRED kind []"),
                value("kind", List.of("SYNCED_LESSON"), "MALFORMED kind [[SYNCED_LESSON]]"),
                value("title", null, "REQUIRED title []"),
                value("title", "\u200b \u3000", "REQUIRED title []"),
                value("title", Map.of("zh", "课"), "MALFORMED title [{zh=课}]"),
                value("title", "一\u202e二", "MALFORMED title [一\uFFFD二]"),
                value("title", "一\u2066二", "MALFORMED title [一\uFFFD二]"),
                value("title", "一\u2028二", "MALFORMED title [一\uFFFD二]"),
                value("title", TOO_LONG_TITLE, "TOO_LONG title [200]"),
                value("subject", null, "REQUIRED subject []"),
                value("subject", 5, "MALFORMED subject [5]"),
                value("className", "x".repeat(101), "TOO_LONG className [100]"),
                value("startsAt", null, "REQUIRED startsAt []"),
                value("startsAt", "2021-03-10T10:20:00", "MALFORMED startsAt [2021-03-10T10:20:00]"),
                value("startsAt", "2021-03-10 10:20:00+08:00", "MALFORMED startsAt [2021-03-10 10:20:00+08:00]"),
                value("startsAt", "2021-02-30T10:20:00+08:00", "MALFORMED startsAt [2021-02-30T10:20:00+08:00]"),
                value("startsAt", "2021-03-10T25:20:00+08:00", "MALFORMED startsAt [2021-03-10T25:20:00+08:00]"),
                value("startsAt", "2021-03-10T10:20:00+99:00", "MALFORMED startsAt [2021-03-10T10:20:00+99:00]"),
                value("startsAt", 1_615_343_400_000L, "MALFORMED startsAt [1615343400000]"),
                value(
                        "startsAt",
                        "0021-03-10T10:20:00+08:00",
                        "OUT_OF_RANGE startsAt [2000-01-01T00:00:00Z, 2100-01-01T00:00:00Z]"),
                value(
                        "endsAt",
                        "9999-12-31T23:59:59Z",
                        "OUT_OF_RANGE endsAt [2000-01-01T00:00:00Z, 2100-01-01T00:00:00Z]"),
                value("endsAt", "2021-03-10T10:20:00+08:00", "TIMES_BACKWARDS endsAt []"),
                value("endsAt", "2021-03-10T10:00:00+08:00", "TIMES_BACKWARDS endsAt []"),
                value("endsAt", "2021-03-11T10:20:00.001+08:00", "LASTS_TOO_LONG endsAt []"),
                value("joinUrl", "http://live.example.cn/1", "MALFORMED joinUrl [http://live.example.cn/1]"),
                value("joinUrl", "javascript:alert(1)", "MALFORMED joinUrl [javascript:alert(1)]"),
                value("joinUrl", "https:alert(1)", "MALFORMED joinUrl [https:alert(1)]"),
                value("joinUrl", "https:///1", "MALFORMED joinUrl [https:///1]"),
                value("joinUrl", "https://a.cn/a b", "MALFORMED joinUrl [https://a.cn/a b]"),
                value("joinUrl", "https://bank.cn@evil.cn/", "MALFORMED joinUrl [https://bank.cn@evil.cn/]"),
                value("joinUrl", "//a.cn/1", "MALFORMED joinUrl [//a.cn/1]"),
                value("joinUrl", "https://a.cn/" + "x".repeat(2_000), "TOO_LONG joinUrl [2000]"));
    }

    private static Arguments value(String field, @Nullable Object value, String refusal) {
        return Arguments.of(field, value, refusal);
    }

    @ParameterizedTest
    @MethodSource("values")
    void isRefusedAtItsField(String field, @Nullable Object value, String refusal) {
        var answer = platform.sends(lesson("L1").with(field, value));
        assertThat(answer.substring(answer.indexOf("REFUSED ") + 8))
                .isEqualTo(refusal.replace(" " + field + " ", " activities.0." + field + " "));
        assertThat(platform.find("L1")).isEmpty();
        assertThat(platform.printsAside("L1")).isEqualTo("-");
    }

    @Test
    void isRefusedInSchools() {
        assertThat(refusal(lesson("L1").schools())).isEqualTo("REQUIRED activities.0.schools []");
        assertThat(refusal(lesson("L1").school("", null, null))).isEqualTo("REQUIRED activities.0.schools.2.name []");
        assertThat(refusal(lesson("L1").school(12, null, null)))
                .isEqualTo("MALFORMED activities.0.schools.2.name [12]");
        assertThat(refusal(lesson("L1").school("河边小学", 33, null)))
                .isEqualTo("MALFORMED activities.0.schools.2.county [33]");
        assertThat(refusal(lesson("L1").school("河边小学", null, "x".repeat(101))))
                .isEqualTo("TOO_LONG activities.0.schools.2.room [100]");
        var many = lesson("L1");
        for (int school = 0; school < 19; school++) {
            many = many.school("城关一小", null, null);
        }
        assertThat(refusal(many)).isEqualTo("OUT_OF_RANGE activities.0.schools [0, 20]");
    }

    @Test
    void isRefusedInTeachers() {
        assertThat(refusal(lesson("L1").teacher("王海", null, null).teacher(null, null, null)))
                .isEqualTo("REQUIRED activities.0.teachers.1.name []");
        assertThat(refusal(lesson("L1").teacher("王海", "HEAD", null)))
                .isEqualTo("MALFORMED activities.0.teachers.0.role [HEAD]");
        assertThat(refusal(lesson("L1").teacher("王海", null, false)))
                .isEqualTo("MALFORMED activities.0.teachers.0.school [false]");
    }

    @Test
    void isKeptShortInTheRecordOfTheBatch() {
        var batch = UUID.randomUUID();
        var rows = new ArrayList<Row>();
        rows.add(lesson("L1").title("长".repeat(1_000_000)));
        rows.add(lesson("L2").title("\uD800").with("className", List.of(List.of())));
        platform.sends(batch, rows);
        var refused = platform.findBatch(batch).orElseThrow().refused();
        assertThat(refused.get(0).payload().getString("title")).hasSize(2_001).endsWith("…");
        assertThat(refused.get(1).payload().getString("title")).isEqualTo("?");
        assertThat(refused.get(1).payload().getString("className")).isEqualTo("[[]]");
    }

    private String refusal(Row row) {
        var answer = platform.sends(row);
        assertThat(answer).startsWith("0 L1 REFUSED ");
        return answer.substring("0 L1 REFUSED ".length());
    }
}
