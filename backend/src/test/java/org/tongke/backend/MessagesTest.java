package org.tongke.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongke.backend.base.error.ErrorCode;

/** Every text is there in Chinese and in English, with the same placeholders. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "messages", "backend");

    static Stream<Path> chineseFiles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("chineseFiles")
    void bothLanguagesSayTheSame(Path chinese) throws IOException {
        var room = chinese.getFileName().toString().replace(".properties", "");
        var zh = read(chinese);
        var en = read(FOLDER.resolve(room + "_en.properties"));
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        for (var key : zh.stringPropertyNames()) {
            assertThat(key).startsWith(room + ".");
            assertThat(placeholders(en.getProperty(key))).as(key).isEqualTo(placeholders(zh.getProperty(key)));
            assertThat(en.getProperty(key)).as(key).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasWords(ErrorCode code) throws IOException {
        assertThat(read(FOLDER.resolve("error.properties")).getProperty("error." + code))
                .isNotBlank();
    }

    private static long placeholders(String pattern) {
        return Arrays.stream(new MessageFormat(pattern).getFormatsByArgumentIndex())
                .count();
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
