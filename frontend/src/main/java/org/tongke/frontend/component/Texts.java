package org.tongke.frontend.component;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that a person reads, from {@code messages/<area>.properties} (Chinese) and {@code messages/<area>_en.properties}. A key begins
 * with its area; places for values are written as {@link MessageFormat} has them.
 */
@Component
public final class Texts implements I18NProvider {
    private static final Map<Language, Map<String, String>> TEXTS = load();

    /** The text of a key in the language of the page. */
    public static String text(String key, Object... values) {
        return text(Language.current(), key, values);
    }

    /** The text of a key in a language. */
    public static String text(Language language, String key, Object... values) {
        var pattern = texts(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no " + language + " text for " + key);
        }
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    /** All texts of a language by their keys. */
    public static Map<String, String> texts(Language language) {
        return TEXTS.getOrDefault(language, Map.of());
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Stream.of(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return text(Language.of(locale), key, values);
    }

    private static Map<Language, Map<String, String>> load() {
        try {
            var all = new EnumMap<Language, Map<String, String>>(Language.class);
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var language = String.valueOf(file.getFilename()).endsWith("_en.properties")
                        ? Language.ENGLISH
                        : Language.CHINESE;
                all.merge(language, read(file), Texts::join);
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> join(Map<String, String> some, Map<String, String> more) {
        var joined = new HashMap<>(some);
        joined.putAll(more);
        return Map.copyOf(joined);
    }

    private static Map<String, String> read(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = new HashMap<String, String>();
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return Map.copyOf(texts);
    }
}
