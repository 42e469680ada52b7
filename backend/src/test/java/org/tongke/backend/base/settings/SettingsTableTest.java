package org.tongke.backend.base.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings in {@code docs/operations.md} says what the code of each process reads and what the compose file sets. */
class SettingsTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z]+\\.[^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z]+[.][a-z.-]+)`");
    private static final Pattern IN_CODE = Pattern.compile(
            "\\$\\{(tongke\\.[a-z.-]+)|(?:optional|required|(?<!System\\.)getProperty)\\(\\s*\"(tongke\\.[a-z.-]+)\"");

    /** Names of settings, each with the processes that it is for. */
    private static final Map<String, Set<String>> TABLE = table();

    private static Map<String, Set<String>> table() {
        var rows = new TreeMap<String, Set<String>>();
        var section = read(Path.of("../docs/operations.md"))
                .split("\n## Settings\n")[1]
                .split("\n## ")[0];
        ROW.matcher(section).results().forEach(row -> {
            var where = row.group(2).equals("all")
                    ? Set.of("backend", "frontend", "standalone")
                    : Set.of(row.group(2).split(", "));
            NAME.matcher(row.group(1)).results().forEach(name -> rows.put(name.group(1), where));
        });
        return rows;
    }

    private static Set<String> described(String process) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue().contains(process))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "frontend"})
    void saysWhatAProcessReadsAndNothingElse(String process) {
        var read = readBy(process);
        if (process.equals("backend")) {
            // checked there, as the process that holds both has no checks of its own
            read.remove("tongke.stores");
        }
        assertThat(read).isNotEmpty();
        assertThat(described(process))
                .filteredOn(name -> name.startsWith("tongke."))
                .containsExactlyElementsOf(read);
    }

    @Test
    void saysWhatTheWholeProductReadsBesides() {
        assertThat(TABLE.keySet()).containsAll(readBy("standalone"));
        assertThat(TABLE)
                .allSatisfy(
                        (name, where) -> assertThat(where).as(name).isSubsetOf("backend", "frontend", "standalone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "frontend"})
    void saysWhatTheComposeFileSets(String process) {
        assertThat(setByCompose(process))
                .isNotEmpty()
                .isSubsetOf(described(process).stream()
                        .map(SettingsTableTest::variable)
                        .toList());
    }

    private static String variable(String name) {
        return new WrongSettingException.WrongSetting(name, "").variable();
    }

    private static Collection<String> setByCompose(String service) {
        Object file = new Yaml().load(read(Path.of("../docker-compose.yml")));
        return new JsonMapper()
                .valueToTree(file)
                .at("/services/" + service + "/environment")
                .propertyNames();
    }

    private static TreeSet<String> readBy(String module) {
        try (var files = Files.walk(Path.of("..", module, "src", "main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .flatMap(file -> IN_CODE.matcher(read(file)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
