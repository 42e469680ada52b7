package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundNamesTest {

    @ParameterizedTest
    @CsvSource({
        "乐清市实验小学, 实验, true",
        "乐清市实验小学, yqssyxx, true",
        "乐清市实验小学, syxx, true",
        "乐清市实验小学, yueqing, true",
        "乐清市实验小学, ShiYan, true",
        "乐清市实验小学, yuqing, false",
        "乐清市实验小学, 小学实验, false",
        "长兴县第一小学, changxing, true",
        "长兴县第一小学, zhangxing, false",
        "莲都区重庆路小学, liandu, true",
        "莲都区重庆路小学, chongqinglu, true",
        "衢州市㙦村小学（东校区）, 小学(东, true",
        "衢州市㙦村小学（东校区）, 㙦村, true",
        "𠮷田小学, 𠮷田, true",
        "𠮷田小学, 田, true",
        "Ａ班小学, a班, true",
        "买买提·艾力, 艾力, true",
        "实验小学, .*, true",
        "实验小学, .小, true",
        "实验小学, [, true"
    })
    void areThoseThatHoldWhatWasTyped(String name, String typed, boolean found) {
        assertThat(matches(name, typed)).isEqualTo(found);
    }

    private static boolean matches(String name, String typed) {
        var filter = NameTokens.holding("tokens", typed).toBsonDocument();
        if (filter.isEmpty()) {
            return true;
        }
        var pattern = filter.getRegularExpression("tokens").getPattern();
        return NameTokens.of(name).stream()
                .anyMatch(token -> Pattern.compile(pattern).matcher(token).find());
    }
}
