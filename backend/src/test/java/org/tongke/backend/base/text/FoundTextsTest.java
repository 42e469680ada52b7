package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.support.BackendTest;

@BackendTest
class FoundTextsTest {
    private static final String TOKENS = "tokens";

    private final Sounds sounds;
    private final MongoDatabase database;

    @Autowired
    FoundTextsTest(Sounds sounds, MongoDatabase database) {
        this.sounds = sounds;
        this.database = database;
    }

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
        "第3课 林晓岚, 晓岚课, false",
        "１２３ＡＢＣ, 123abc, true",
        "𠮷田小学, 𠮷田, true",
        "歌声与微笑（第2课时）, 微笑, true",
        "二次函数, ' ，。', true"
    })
    void areThoseThatHoldAllWords(String text, String typed, boolean found) {
        sounds.learn(List.of(text));
        var texts = database.getCollection("foundTexts");
        texts.deleteMany(Filters.empty());
        texts.insertOne(new Document(TOKENS, TextTokens.of(List.of(text))));
        var words = sounds.holding(TOKENS, TextTokens.words(typed)).values();
        assertThat(texts.countDocuments(words.isEmpty() ? Filters.empty() : Filters.and(words)) == 1)
                .isEqualTo(found);
    }

    @Test
    void haveATokenACharacterAtMost() {
        assertThat(TextTokens.of(List.of("二次函数的图像与性质"))).hasSize(9);
        assertThat(TextTokens.of(List.of("数".repeat(10_000)))).hasSize(1);
    }
}
