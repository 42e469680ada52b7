package org.tongke.frontend.developer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The change log of the contract, which is made of the contract: with {@code -Dtongke.docs.write=true} it takes in what is new. */
class ApiChangesTest {
    private static final Path KEPT = Path.of("..", "docs", "api-changes.txt");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static SchemaReference schema(String fields) {
        return new SchemaReference("type Query { " + fields + " } enum Colour { RED }");
    }

    @Test
    void leadsToTheSchemaAsItIs() throws IOException {
        var reference = new SchemaReference(Files.readString(Path.of("..", "schema.graphqls")));
        if (Boolean.getBoolean("tongke.docs.write")) {
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            var kept = ApiChanges.read(Files.readString(KEPT));
            Files.writeString(KEPT, kept.upTo(reference, today).write());
        }
        assertThat(ApiChanges.read(Files.readString(KEPT)).result())
                .as("run this test with -Dtongke.docs.write=true after a change of the schema")
                .isEqualTo(ApiChanges.namesOf(reference));
    }

    @Test
    void saysWhatIsNewWhatChangedAndWhatIsGone() {
        var log = new ApiChanges(List.of())
                .upTo(schema("a(first: Int! = 20, after: String): Int b: String c: Colour"), MONDAY)
                .upTo(
                        schema("a(first: Int! = 20): Int b: String @deprecated(reason: \"use d\") d: [Colour!]!"),
                        MONDAY.plusDays(1));
        assertThat(log.write()).isEqualTo("""
                2026-11-24
                ~ Query.a(first: Int! = 20): Int
                ~ Query.b: String @deprecated(use d)
                + Query.d: [Colour!]!
                - Query.c

                2026-11-23
                + Colour
                + Colour.RED
                + Query
                + Query.a(first: Int! = 20, after: String): Int
                + Query.b: String
                + Query.c: Colour
                """);
        assertThat(ApiChanges.read(log.write())).isEqualTo(log);
    }

    /** What comes and goes within a day was never published. */
    @Test
    void hasADayOnlyOnce() {
        var log = new ApiChanges(List.of())
                .upTo(schema("a: Int"), MONDAY)
                .upTo(schema("a: Int b: Int"), MONDAY)
                .upTo(schema("a: Int c: Int"), MONDAY);
        assertThat(log.days()).hasSize(1);
        assertThat(log.write()).contains("+ Query.c: Int").doesNotContain("Query.b");
    }
}
