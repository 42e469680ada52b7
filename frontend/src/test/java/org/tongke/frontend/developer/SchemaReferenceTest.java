package org.tongke.frontend.developer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.developer.SchemaReference.Hit;
import org.tongke.frontend.developer.SchemaReference.Kind;

/** The reference of the contract, and of a small schema that has what ours has not. */
class SchemaReferenceTest {
    private final SchemaReference contract = new SchemaReference(Files.readString(Path.of("..", "schema.graphqls")));

    SchemaReferenceTest() throws IOException {}

    @Test
    void hasEveryTypeWithADescription() {
        assertThat(contract.types()).hasSizeGreaterThan(200);
        assertThat(contract.types())
                .filteredOn(type -> !type.kind().name().matches("QUERY|MUTATION|SUBSCRIPTION"))
                .allSatisfy(
                        type -> assertThat(type.description()).as(type.name()).isNotBlank());
        assertThat(contract.find("Query")
                        .orElseThrow()
                        .find("communities")
                        .orElseThrow()
                        .arguments())
                .extracting(SchemaReference.Argument::name)
                .contains("first", "after");
        assertThat(contract.find("ErrorCode").orElseThrow().members()).hasSameSizeAs(ErrorCode.values());
    }

    @Test
    void findsByNameBeforeDescription() {
        var names = contract.search("community").stream().map(Hit::name).toList();
        assertThat(names).startsWith("Community");
        assertThat(contract.search("COMMUNITIES query.")).extracting(Hit::name).contains("Query.communities");
        // what only a description says
        assertThat(contract.search("resolves OR quarantine"))
                .allSatisfy(hit -> assertThat(hit.description()).containsIgnoringCase("quarantine"));
        assertThat(contract.search("no-such-thing-anywhere")).isEmpty();
    }

    @Test
    void knowsWhatEndsAndWhatBelongsTogether() {
        var small = new SchemaReference("""
                interface Thing { id: ID! }
                type A implements Thing { id: ID! old: Int @deprecated(reason: "use new, ends 2027-09-01") }
                union Any = A
                input In { size: Int! = 3 }
                type Query { any(in: In = {size: 5}): Any thing: Thing }
                """);
        assertThat(small.find("A").orElseThrow().find("old").orElseThrow().ends())
                .isEqualTo("use new, ends 2027-09-01");
        assertThat(small.find("Thing").orElseThrow().others()).containsExactly("A");
        assertThat(small.find("Any").orElseThrow().kind()).isEqualTo(Kind.UNION);
        assertThat(small.find("In").orElseThrow().find("size").orElseThrow().type())
                .isEqualTo("Int! = 3");
        assertThat(small.find("Query")
                        .orElseThrow()
                        .find("any")
                        .orElseThrow()
                        .arguments()
                        .getFirst()
                        .given())
                .isEqualTo("{size : 5}");
    }
}
