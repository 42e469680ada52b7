package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedModulesTest {
    private final JoinedModules modules = new JoinedModules(new PocketFiles());

    @Test
    void aModuleBecomesAFunctionThatGivesWhatItExports() {
        assertThat(JoinedModules.definition("/m/week.js", """
                        import { one, two as other } from '../tk/dom.js';
                        import {
                          three,
                        } from './kept.js';
                        import './start.js';
                        const { four } = await import('./menu.js');
                        export const A = 1;
                        export async function b() {}
                        export class C {}
                        function d() {}
                        """)).isEqualTo("""
                        tongke.define('/m/week.js', () => {
                        const { one, two: other } = tongke.need('/tk/dom.js');
                        const {
                          three,
                        } = tongke.need('/m/kept.js');
                        tongke.need('/m/start.js');
                        const { four } = await tongke.load('/m/menu.js');
                        const A = 1;
                        async function b() {}
                        class C {}
                        function d() {}
                        return { A, b, C };
                        });
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import all from './a.js';",
                "import * as all from './a.js';",
                "import { a } from 'a';",
                "export { a };",
                "export * from './a.js';",
                "export default 1;",
                "export let a = 1;",
                "export function* a() {}",
                "const a = import(b);",
                "const a = import.meta.url;",
            })
    void aFormThatIsNotKnownIsRefused(String line) {
        assertThatThrownBy(() -> JoinedModules.definition("/m/week.js", line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/m/week.js has a form that is not known: "
                        + line.substring(Math.max(0, line.indexOf("import"))));
    }

    @Test
    void everyFileCanBeReadByOldPhones(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(modules.addresses()).hasSizeGreaterThan(20).contains(JoinedModules.CORE, "/m/all/tk/sheet.js");
        var written = new ArrayList<Path>();
        for (var address : modules.addresses()) {
            var file = folder.resolve(address.substring(1));
            Files.createDirectories(file.getParent());
            written.add(Files.writeString(file, modules.text(address)));
        }
        assertThat(OldPhonesTest.newerIn(written)).isEmpty();
    }

    @Test
    void aWeekIsAskedForByWhicheverFileComesFirst() {
        assertThat(modules.text("/m/all/m/ahead.js")).endsWith("tongke.need('/m/ahead.js');\n");
        assertThat(modules.text("/m/all/m/week.js"))
                .contains("tongke.define('/m/ahead.js'")
                .endsWith("tongke.need('/m/ahead.js');\ntongke.need('/m/week.js');\n");
        assertThat(modules.text("/m/all/m/notices.js")).doesNotContain("/m/ahead.js");
    }

    @Test
    void whatNoPageHasIsNotThere() {
        assertThatThrownBy(() -> modules.text("/m/all/tk/nothing.js")).isInstanceOf(IllegalArgumentException.class);
    }
}
