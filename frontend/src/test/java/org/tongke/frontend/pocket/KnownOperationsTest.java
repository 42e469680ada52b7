package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operations that pocket pages name, against the contract. */
class KnownOperationsTest {
    private static final Path OPERATIONS = Path.of("src/main/graphql/pocket");
    private static final Pattern ASKED = Pattern.compile("(?:ask|asked|source)\\('([A-Z]\\w+)'");

    private static final Pattern KNOWN = Pattern.compile("\\.known\\(\"([A-Z]\\w+)\"");

    private final GraphQLSchema contract = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Path.of("../schema.graphqls").toFile()));

    @Test
    void everyOperationIsValid() throws IOException {
        for (var file : operations()) {
            assertThat(new Validator().validateDocument(contract, document(file), Locale.ENGLISH))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyFileHoldsOneOperationOfItsName() throws IOException {
        for (var file : operations()) {
            var definitions = document(file).getDefinitionsOfType(OperationDefinition.class);
            assertThat(definitions).as(file.toString()).hasSize(1);
            assertThat(definitions.getFirst().getName() + ".graphql")
                    .isEqualTo(file.getFileName().toString());
        }
    }

    @Test
    void pagesNameEveryOperationAndNoOther() throws IOException {
        var files = new PocketFiles();
        var asked = new TreeSet<String>();
        for (var path : files.paths()) {
            if (path.endsWith(".js")) {
                ASKED.matcher(files.text(path)).results().forEach(match -> asked.add(match.group(1)));
            }
        }
        // Flow's own modules, and views that anybody may see
        addAsked(Path.of("src/main/resources/META-INF/resources/flow"), ASKED, asked);
        addAsked(Path.of("src/main/java"), KNOWN, asked);
        assertThat(operations())
                .extracting(file -> file.getFileName().toString().replace(".graphql", ""))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private static void addAsked(Path folder, Pattern naming, Set<String> asked) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                naming.matcher(Files.readString(file)).results().forEach(match -> asked.add(match.group(1)));
            }
        }
    }

    private static List<Path> operations() throws IOException {
        try (var files = Files.list(OPERATIONS)) {
            return files.sorted().toList();
        }
    }

    private static Document document(Path file) throws IOException {
        return Parser.parse(Files.readString(file));
    }
}
