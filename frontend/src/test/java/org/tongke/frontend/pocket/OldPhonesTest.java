package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Words and forms that came into browsers after Chromium 90, which the webviews of old phones are. */
class OldPhonesTest {
    private static final Map<String, Pattern> NEWER_IN_SCRIPTS = Map.of(
            "private members (91 for in)", Pattern.compile("(?:this|\\s)\\.?#\\w+\\b(?=[ (=;])"),
            "static blocks (94)", Pattern.compile("\\bstatic \\{"),
            "await outside of functions (89, not in workers)", Pattern.compile("^await ", Pattern.MULTILINE),
            "at() (92), Object.hasOwn (93), structuredClone (98), findLast (97)",
                    Pattern.compile("\\.at\\(|Object\\.hasOwn\\(|\\bstructuredClone\\(|\\.findLast(?:Index)?\\("),
            "toSorted and others (110), Array.fromAsync (121), groupBy (117)",
                    Pattern.compile("\\.to(?:Sorted|Reversed|Spliced)\\(|\\.fromAsync\\(|\\.groupBy\\("),
            "crypto.randomUUID (92), AbortSignal.timeout (103)",
                    Pattern.compile("\\.randomUUID\\(|AbortSignal\\.(?:timeout|any)\\("),
            "import assertions (91), import maps (89)", Pattern.compile("(?:assert|with) \\{ type:"));
    private static final Map<String, Pattern> NEWER_IN_STYLES = Map.of(
            ":has (105)", Pattern.compile(":has\\("),
            "nesting (112)", Pattern.compile("\\n\\s+&"),
            "@layer (99), @container (105)", Pattern.compile("@(?:layer|container)\\b"),
            "dvh and others (108), inset (87) is fine", Pattern.compile("\\d[dsl]v[hwib]\\b"),
            "color-mix (111), oklch (111), light-dark (123)", Pattern.compile("(?:color-mix|oklch|light-dark)\\("));

    private final PocketFiles files = new PocketFiles();

    @Test
    void modulesUseNothingNewer() {
        assertNone(".js", NEWER_IN_SCRIPTS);
    }

    @Test
    void stylesUseNothingNewer() {
        assertNone(".css", NEWER_IN_STYLES);
    }

    private void assertNone(String ending, Map<String, Pattern> newer) {
        var looked =
                files.paths().stream().filter(path -> path.endsWith(ending)).toList();
        assertThat(looked).isNotEmpty();
        for (var path : looked) {
            newer.forEach((what, pattern) -> assertThat(
                            pattern.matcher(files.text(path)).results().map(match -> match.group()))
                    .as(what + " in " + path)
                    .isEmpty());
        }
    }
}
