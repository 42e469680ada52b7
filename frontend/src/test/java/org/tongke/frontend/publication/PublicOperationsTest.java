package org.tongke.frontend.publication;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operations and the style of the public pages. */
class PublicOperationsTest {
    private static final Path OPERATIONS = Path.of("src/main/graphql/publication");
    private static final Path ASKING = Path.of("src/main/java/org/tongke/frontend/publication/PublicController.java");
    private static final Pattern ASKED = Pattern.compile("\"((?:Public|Shared)[A-Z]\\w+)\"");
    private static final Pattern CLASS = Pattern.compile("\"((?:tk|pb)-[a-z -]+)\"");
    /** Classes by which the script finds what it fills. */
    private static final List<String> NAMED_FOR_THE_SCRIPT = List.of("pb-to-demo", "pb-demo");
    /** Words of styles that came after Chromium 90, which old phones have. */
    private static final Pattern NEWER = Pattern.compile(
            ":has\\(|\\n\\s+&|@(?:layer|container)\\b|\\d[dsl]v[hwib]\\b|(?:color-mix|oklch|light-dark)\\(");

    private static List<Path> operations() throws IOException {
        try (var files = Files.list(OPERATIONS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void areValidAndAskForThePublicPartAlone() throws IOException {
        var contract = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Path.of("../schema.graphqls").toFile()));
        for (var file : operations()) {
            var document = Parser.parse(Files.readString(file));
            assertThat(new Validator().validateDocument(contract, document, Locale.ENGLISH))
                    .as(file.toString())
                    .isEmpty();
            assertThat(document.getDefinitionsOfType(OperationDefinition.class).stream()
                            .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                            .map(Field::getName))
                    .isNotEmpty()
                    .allMatch(field -> field.startsWith("public") || field.startsWith("shared"));
        }
    }

    @Test
    void areThoseThatThePagesName() throws IOException {
        assertThat(ASKED.matcher(Files.readString(ASKING)).results().map(match -> match.group(1)))
                .containsAll(operations().stream()
                        .map(file -> file.getFileName().toString().replace(".graphql", ""))
                        .toList());
    }

    /** What the pages share with others may move to another of the shared files. */
    @Test
    void theStyleKnowsTheClassesOfThePages() throws IOException {
        var style = new Shell().style();
        try (var files = Files.list(ASKING.getParent())) {
            for (var file : files.toList()) {
                CLASS.matcher(Files.readString(file))
                        .results()
                        .flatMap(match -> Pattern.compile(" ").splitAsStream(match.group(1)))
                        .filter(name -> !NAMED_FOR_THE_SCRIPT.contains(name) && !name.matches("pb-[xy]"))
                        .forEach(name -> assertThat(style).as(file + " " + name).contains("." + name));
            }
        }
    }

    @Test
    void theStyleUsesNothingNewerThanOldPhonesKnow() {
        assertThat(NEWER.matcher(new Shell().style()).find()).isFalse();
    }
}
