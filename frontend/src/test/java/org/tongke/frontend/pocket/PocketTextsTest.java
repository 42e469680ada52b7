package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Texts;

/** The texts of the pocket pages, in both languages and where they are used. */
class PocketTextsTest {
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("pocket(?:\\.\\w+)+\\.?");

    private final Map<String, String> chinese = texts(Language.CHINESE);
    private final Map<String, String> english = texts(Language.ENGLISH);

    @Test
    void bothLanguagesHaveTheSameKeysAndValues() {
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        chinese.forEach((key, text) ->
                assertThat(values(english.getOrDefault(key, ""))).as(key).isEqualTo(values(text)));
    }

    @Test
    void noTextHasAnApostrophe() {
        // The pages fill in values by themselves, and to MessageFormat an apostrophe is a sign of its own.
        assertThat(chinese.values()).noneMatch(text -> text.contains("'"));
        assertThat(english.values()).noneMatch(text -> text.contains("'"));
    }

    @Test
    void englishTextsHoldNoChinese() {
        assertThat(english.values())
                .noneMatch(text -> text.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN));
    }

    @Test
    void everyKeyThatIsUsedExistsAndEveryOneThatExistsIsUsed() throws IOException {
        var used = used();
        assertThat(used).allMatch(key -> chinese.containsKey(key) || isStart(key), "exists");
        assertThat(chinese.keySet())
                .allMatch(
                        key -> used.contains(key)
                                || used.stream().anyMatch(start -> isStart(start) && key.startsWith(start)),
                        "is used");
    }

    /** Whether a key in a module is only the beginning of one, to which a code is added. */
    private boolean isStart(String key) {
        return key.endsWith(".") && chinese.keySet().stream().anyMatch(one -> one.startsWith(key));
    }

    private static Set<String> used() throws IOException {
        var files = new PocketFiles();
        var found = new TreeSet<String>();
        for (var path : files.paths()) {
            if (path.endsWith(".js")) {
                collect(files.text(path), found);
            }
        }
        for (var page : PocketPage.values()) {
            found.add(page.titleKey());
            collect(new ClassPathResource("pocket/" + page.code() + ".html").getContentAsString(UTF_8), found);
        }
        collect(new ClassPathResource("pocket/shell.html").getContentAsString(UTF_8), found);
        return found;
    }

    private static void collect(String source, Set<String> found) {
        USED.matcher(source).results().map(match -> match.group()).forEach(found::add);
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(Language language) {
        return Texts.texts(language).entrySet().stream()
                .filter(text -> text.getKey().startsWith("pocket."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
