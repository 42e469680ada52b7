package org.tongke.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern USED = Pattern.compile(
            "\"((?:shell|timetable|community|verification|exchange|publication|push|resource|developer|pocket)\\.[A-Za-z0-9_.]*[A-Za-z0-9_])\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern CJK = Pattern.compile("[\\p{IsHan}\u3000-\u303f\uff00-\uffef]");

    @Test
    void hasEveryTextInBothLanguages() {
        var chinese = new TreeSet<>(Texts.texts(Language.CHINESE).keySet());

        assertThat(chinese).hasSizeGreaterThan(100);
        assertThat(new TreeSet<>(Texts.texts(Language.ENGLISH).keySet())).isEqualTo(chinese);
    }

    @Test
    void hasTheSamePlacesForValuesInBothLanguages() {
        Texts.texts(Language.CHINESE)
                .forEach((key, chinese) -> assertThat(
                                places(Texts.texts(Language.ENGLISH).getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(places(chinese)));
    }

    @Test
    void hasNoChineseInEnglishTexts() {
        Texts.texts(Language.ENGLISH).forEach((key, english) -> {
            if (!key.endsWith("language.zh") && !key.startsWith("pocket.")) {
                assertThat(CJK.matcher(english).find()).as(key).isFalse();
            }
        });
    }

    @Test
    void hasEveryTextThatTheScreensName() throws IOException {
        var known = Texts.texts(Language.CHINESE);
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matcher = USED.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        // Beginnings of keys that are completed with a code, as in "shell.me.theme." + code, end with a dot and are not
        // found here.
        named.removeIf(key -> known.containsKey(key + ".title") && known.containsKey(key + ".why"));

        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(known).containsKey(key));
    }

    @Test
    void writesValuesAsTheLanguageDoes() {
        assertThat(Texts.text(Language.CHINESE, "verification.sum", 1, 4)).isEqualTo("4 项指标中已达标 1 项");
        assertThat(Texts.text(Language.ENGLISH, "verification.document", 1)).isEqualTo("PDF, 1 page");
        assertThat(Texts.text(Language.ENGLISH, "verification.document", 3)).isEqualTo("PDF, 3 pages");
    }

    private static TreeSet<String> places(String pattern) {
        new MessageFormat(pattern);
        var places = new TreeSet<String>();
        var matcher = PLACE.matcher(pattern);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }
}
