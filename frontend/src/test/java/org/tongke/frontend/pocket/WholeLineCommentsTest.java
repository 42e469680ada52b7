package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WholeLineCommentsTest {
    @Test
    void goAndAllElseStaysInItsLine() {
        assertThat(WholeLineComments.takeOut("""
                /**
                 * What it does.
                 */
                import { h } from './dom.js';
                // why
                const at = 'https://example.com/'; // here
                /** @type {HTMLElement} */ (pick).hidden = true;
                  /* one line */
                const a = b /* c */ * d;
                .tk-week > * { color: red; } /* why */
                """)).isEqualTo("""



                import { h } from './dom.js';

                const at = 'https://example.com/'; // here
                /** @type {HTMLElement} */ (pick).hidden = true;

                const a = b /* c */ * d;
                .tk-week > * { color: red; } /* why */
                """);
    }

    /** A text over several lines could have one that begins like a comment. */
    @Test
    void noTextOfOursSpansLines() {
        var files = new PocketFiles();
        assertThat(files.paths().stream().filter(path -> path.endsWith(".js")))
                .isNotEmpty()
                .allSatisfy(path -> {
                    var code = Pattern.compile("^.*//.*$", Pattern.MULTILINE)
                            .matcher(files.text(path))
                            .replaceAll("");
                    assertThat(code).as(path).doesNotContain("`").doesNotContain("\\\n");
                });
    }

    @Test
    void nothingOfThemIsServed() {
        var files = new PocketFiles();
        assertThat(files.paths().stream().filter(path -> path.endsWith(".js") || path.endsWith(".css")))
                .allSatisfy(path -> assertThat(files.text(path).lines().map(String::strip))
                        .as(path)
                        .noneMatch(line -> line.startsWith("//") || line.startsWith("* @")));
    }
}
