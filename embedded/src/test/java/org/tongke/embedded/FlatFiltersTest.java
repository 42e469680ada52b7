package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Flat filters ask what the nested ones asked. */
class FlatFiltersTest {

    private static Document and(Document... conditions) {
        return new Document("$and", List.of(conditions));
    }

    private static @Nullable Object flat(Document filter) {
        return FlatFilters.in(new Document("find", "things").append("filter", filter))
                .get("filter");
    }

    @Test
    void writesConditionsOnDifferentFieldsSideBySide() {
        assertThat(flat(and(new Document("_id", 1), and(new Document("a", 2), new Document("b", 3)))))
                .isEqualTo(new Document("_id", 1).append("a", 2).append("b", 3));
    }

    @Test
    void keepsTwoConditionsOnOneField() {
        var atLeast = new Document("a", new Document("$gte", 1));
        var below = new Document("a", new Document("$lt", 2));
        assertThat(flat(and(atLeast, below))).isEqualTo(new Document(atLeast).append("$and", List.of(below)));
        assertThat(flat(and(and(atLeast, below), atLeast, new Document("b", 3))))
                .isEqualTo(new Document(atLeast)
                        .append("$and", List.of(atLeast, below))
                        .append("b", 3));
    }

    @Test
    void looksIntoUpdatesDeletesAndPipelines() {
        var nested = and(new Document("_id", 1), new Document("a", 2));
        var side = new Document("_id", 1).append("a", 2);
        var update = new Document("q", nested).append("u", new Document("$set", new Document("b", 3)));
        assertThat(FlatFilters.in(new Document("update", "things").append("updates", List.of(update)))
                        .get("updates"))
                .isEqualTo(List.of(new Document(update).append("q", side)));
        assertThat(FlatFilters.in(new Document("delete", "things")
                                .append("deletes", List.of(new Document("q", nested).append("limit", 1))))
                        .get("deletes"))
                .isEqualTo(List.of(new Document("q", side).append("limit", 1)));
        assertThat(FlatFilters.in(new Document("aggregate", "things")
                                .append("pipeline", List.of(new Document("$match", nested), new Document("$limit", 1))))
                        .get("pipeline"))
                .isEqualTo(List.of(new Document("$match", side), new Document("$limit", 1)));
    }

    @Test
    void leavesOtherFiltersAlone() {
        var either = new Document("$or", List.of(new Document("a", 1), new Document("b", 2)));
        assertThat(flat(either)).isEqualTo(either);
        assertThat(flat(and(either, either))).isEqualTo(new Document(either).append("$and", List.of(either)));
    }
}
