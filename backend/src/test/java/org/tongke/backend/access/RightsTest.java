package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TwoCounties;

/**
 * What everybody can do at every field that the table of who may do what names, over HTTP. What is expected stands in
 * {@code rights/expected.txt}, which knows nothing of the table.
 */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final int LABEL = 36;

    private final ApplicationContext app;
    private final GraphQLSchema schema;
    private final Map<String, String> samples = Samples.read();
    private final Map<String, List<String>> expected = readExpected();
    private final Map<String, List<String>> actual = new LinkedHashMap<>();
    private List<String> columns = List.of();

    @LocalServerPort
    private int port;

    @Autowired
    RightsTest(ApplicationContext app, GraphQlSource source) throws IOException {
        this.app = app;
        schema = source.schema();
    }

    @BeforeAll
    void tryAll() {
        var matrix = new RightsMatrix(app, Api.at(port), TwoCounties.in(app));
        columns = matrix.columns();
        var known = new LinkedHashMap<>(expected);
        known.keySet().removeIf(row -> !samples.containsKey(Samples.nameOf(row)));
        actual.putAll(matrix.rows(known, samples));
    }

    /** The matrix as a whole, to be read as one. */
    @Test
    void theMatrixIsTheGoldenOne() {
        assertThat(print(actual)).isEqualTo(print(expected));
    }

    @TestFactory
    Stream<DynamicContainer> eachFieldGivesEachCallerHisDue() {
        return expected.keySet().stream()
                .map(row -> dynamicContainer(
                        row,
                        IntStream.range(0, columns.size())
                                .mapToObj(column -> dynamicTest(
                                        columns.get(column) + ": " + cell(expected, row, column),
                                        () -> assertThat(cell(actual, row, column))
                                                .isEqualTo(cell(expected, row, column))))));
    }

    @Test
    void everyRowOfTheTableHasASample() throws IOException {
        assertThat(fieldsTried()).containsExactlyInAnyOrderElementsOf(rowsOfTheTable());
    }

    @Test
    void everyQueryMutationAndSubscriptionHasASample() {
        var roots = Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull)
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> nameOf(type, field)))
                .toList();
        assertThat(fieldsTried()).containsAll(roots);
    }

    @Test
    void everyTypeThatNodeFindsHasASample() {
        var node = (GraphQLInterfaceType) Objects.requireNonNull(schema.getType("Node"));
        var types = schema.getImplementations(node).stream()
                .map(type -> "Node." + type.getName())
                .toList();
        assertThat(fieldsTried()).containsAll(types);
    }

    @Test
    void everySampleIsExpectedSomewhere() {
        assertThat(samples.keySet().stream().map(Samples::rowOf))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    private Set<String> fieldsTried() {
        return samples.keySet().stream()
                .map(Samples::rowOf)
                .map(Samples::fieldOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rowsOfTheTable() throws IOException {
        return new ClassPathResource("access/who-may.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("\\s.*", ""))
                .toList();
    }

    private static Map<String, List<String>> readExpected() throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        new ClassPathResource("rights/expected.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> rows.put(
                        line.substring(0, LABEL).strip(),
                        List.of(line.substring(LABEL).strip().split("\\s+"))));
        return rows;
    }

    private static String cell(Map<String, List<String>> matrix, String row, int column) {
        return matrix.getOrDefault(row, List.of()).get(column);
    }

    private static String print(Map<String, List<String>> matrix) {
        return matrix.entrySet().stream()
                .map(row -> row.getKey()
                        + " ".repeat(LABEL - row.getKey().length())
                        + row.getValue().stream().map("%-7s"::formatted).collect(Collectors.joining(" ")))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private static String nameOf(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return type.getName() + "." + field.getName();
    }
}
