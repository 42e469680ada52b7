package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and forms that came into browsers after Chromium 90, which the webviews of old phones are. */
class OldPhonesTest {
    private static final Map<String, Pattern> NEWER_IN_STYLES = Map.of(
            ":has (105)", Pattern.compile(":has\\("),
            "nesting (112)", Pattern.compile("\\n\\s+&"),
            "@layer (99), @container (105)", Pattern.compile("@(?:layer|container)\\b"),
            "dvh and others (108), inset (87) is fine", Pattern.compile("\\d[dsl]v[hwib]\\b"),
            "color-mix (111), oklch (111), light-dark (123)", Pattern.compile("(?:color-mix|oklch|light-dark)\\("));

    @Test
    void modulesUseNothingNewer() throws Exception {
        assertThat(Node.scripts()).hasSizeGreaterThan(30);
        assertThat(newerIn(Node.scripts())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { static { A.one = 1; } }",
                "class A { #a; has(b) { return #a in b; } }",
                "[1, 2].at(-1)",
                "structuredClone({})",
                "Object.hasOwn({}, 'a')",
                "crypto.randomUUID()",
                "document.startViewTransition(() => {})",
                "/[a--b]/v",
                "import a from './a.json' with { type: 'json' }",
            })
    void whatIsNewerIsFound(String source, @TempDir Path folder) throws Exception {
        assertThat(newerIn(List.of(Files.writeString(folder.resolve("newer.js"), source))))
                .contains("newer.js:1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { #a = 1; static b = 2; #c() { return this.#a; } }",
                "let a = null; a ??= {}; a?.b;",
                "document.startViewTransition?.(() => {})",
                "await Promise.any([1])",
                "import('./a.js')",
            })
    void whatChromium90HasIsNot(String source, @TempDir Path folder) throws Exception {
        assertThat(newerIn(List.of(Files.writeString(folder.resolve("older.js"), source))))
                .isEmpty();
    }

    @Test
    void stylesUseNothingNewer() {
        var files = new PocketFiles();
        var looked =
                files.paths().stream().filter(path -> path.endsWith(".css")).toList();
        assertThat(looked).isNotEmpty();
        for (var path : looked) {
            NEWER_IN_STYLES.forEach((what, pattern) -> assertThat(
                            pattern.matcher(files.text(path)).results().map(match -> match.group()))
                    .as(what + " in " + path)
                    .isEmpty());
        }
    }

    static String newerIn(List<Path> scripts) throws IOException, InterruptedException {
        var arguments = new ArrayList<Object>(
                List.of("src/test/js/old-phones.mjs", Node.unpacked("acorn").resolve("dist/acorn.mjs")));
        arguments.addAll(scripts);
        return Node.run(arguments.toArray()).printed();
    }
}
