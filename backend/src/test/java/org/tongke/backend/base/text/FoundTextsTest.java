package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundTextsTest {

    @ParameterizedTest
    @CsvSource({
        "二次函数的图像, 二次函数, true",
        "二次函数的图像, 函数 图像, true",
        "二次函数的图像, 图像函数, false",
        "二次函数的图像, hanshu, true",
        "二次函数的图像, ercihanshu, true",
        "二次函数的图像, echs, true",
        "二次函数的图像, hanshi, false",
        "西安的城墙, xian, true",
        "二次函数的图像, 一次函数, false",
        "My School Calendar, calen, true",
        "My School Calendar, school CAL, true",
        "My School Calendar, alendar, false",
        "第3课 林晓岚, 林晓岚, true",
        "第3课 林晓岚, lxl, true",
        "１２３ＡＢＣ, 123abc, true",
        "𠮷田小学, 𠮷田, true",
        "歌声与微笑（第2课时）, 微笑, true"
    })
    void areThoseThatHoldAllWords(String text, String typed, boolean found) {
        assertThat(holds(TextTokens.holding("t", typed).toBsonDocument(), TextTokens.of(List.of(text))))
                .isEqualTo(found);
    }

    @Test
    void areAllWhereNothingIsAsked() {
        assertThat(TextTokens.holding("t", " ，。").toBsonDocument())
                .isEqualTo(Filters.empty().toBsonDocument());
    }

    @Test
    void haveThreeTokensACharacterAtMost() {
        assertThat(TextTokens.of(List.of("二次函数的图像与性质"))).hasSizeLessThanOrEqualTo(30);
        assertThat(TextTokens.of(List.of("数".repeat(10_000)))).hasSizeLessThan(10);
    }

    /** The little of MongoDB's language that the filters use, read as its manual says. */
    private static boolean holds(BsonDocument filter, Collection<String> tokens) {
        return filter.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "$and" -> entry.getValue().asArray().stream().allMatch(part -> holds(part.asDocument(), tokens));
            case "$or" -> entry.getValue().asArray().stream().anyMatch(part -> holds(part.asDocument(), tokens));
            case "t" -> all(entry.getValue(), Set.copyOf(tokens));
            default -> throw new IllegalArgumentException(entry.getKey());
        });
    }

    private static boolean all(BsonValue asked, Set<String> tokens) {
        return asked.isString()
                ? tokens.contains(asked.asString().getValue())
                : asked.asDocument().getArray("$all").stream()
                        .allMatch(one -> tokens.contains(one.asString().getValue()));
    }
}
