package org.tongke.standalone.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the product says in Chinese, by its message files: on an English page none of it may stand, while names and titles may be Chinese. */
final class ChineseTexts {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    /** A sign of Chinese between words that are not. */
    private static final Pattern ODD_SIGN = Pattern.compile("[A-Za-z)] ?[，、；：。（]|[，、；：。）] ?[A-Za-z(]");
    /** How many characters of its own a text with places needs to be told from data. */
    private static final int TELLING = 3;

    private final Set<String> whole = new HashSet<>();
    private final List<Pattern> withPlaces = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ChineseTexts() {
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/**/*.properties")) {
                var name = String.valueOf(file.getFilename());
                if (!name.endsWith("_en.properties")) {
                    var english = read(file.createRelative(name.replace(".properties", "_en.properties")));
                    read(file).forEach((key, text) -> {
                        // the names of the languages are the same in both
                        if (!text.equals(english.get(key))) {
                            learn(String.valueOf(text).strip());
                        }
                    });
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void learn(String text) {
        if (!PLACE.matcher(text).find()) {
            whole.add(text);
        } else if (HAN.matcher(PLACE.matcher(text).replaceAll("")).results().count() >= TELLING) {
            withPlaces.add(Pattern.compile(PLACE.splitAsStream(text + " ")
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"))
                    .replaceFirst(" \\\\E$", "\\\\E")));
        }
    }

    /** Those of the texts of a page that are Chinese although they are no data. */
    List<String> among(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(seen::add)
                .filter(text -> whole.contains(text)
                        || isOddlySigned(text)
                        || withPlaces.stream()
                                .anyMatch(pattern -> pattern.matcher(text).matches()))
                .toList();
    }

    /** A program that is shown has comments in both languages. */
    private static boolean isOddlySigned(String text) {
        return text.indexOf('\n') < 0 && ODD_SIGN.matcher(text).find();
    }

    private static Properties read(Resource file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
