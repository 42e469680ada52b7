package org.tongke.backend.base.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** A list of 3,000 things, of which 30 always share a name. */
@StoresTest
class KeysetTest {
    private static final int PAGE = 100;

    private final MongoCollection<Document> things;

    KeysetTest(MongoDatabase database) {
        things = database.getCollection("things");
    }

    @BeforeEach
    void given() {
        things.createIndex(Indexes.ascending("places", "name", "_id"));
        things.createIndex(Indexes.ascending("name", "_id"));
        things.insertMany(IntStream.range(0, 3_000)
                .mapToObj(number -> new Document("_id", "%04d".formatted(number * 7 % 3_000))
                        .append("name", "%03d".formatted(number / 30))
                        .append("places", List.of("region:33", "school:" + number)))
                .toList());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesThroughAllPagesOnceAndInOrder(boolean ascending) {
        var order = new Keyset("name", ascending);
        var met = new ArrayList<String>();
        for (var page = page(order, Optional.empty()); !page.isEmpty(); page = page(order, endOf(page))) {
            page.forEach(thing -> met.add(thing.getString("name") + " " + thing.getString("_id")));
        }
        var sorted = met.stream().sorted().toList();
        assertThat(met).hasSize(3_000).isEqualTo(ascending ? sorted : sorted.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "region"})
    void readsOfADeepPageNotMuchMoreThanThePage(String which) {
        assumeTrue(Stores.findReal().isPresent(), "the embedded store explains nothing");
        var order = new Keyset("name", true);
        var deep = order.after(Optional.of(new Keyset.Place("090", "1500")));
        var filter = which.equals("all") ? deep : Filters.and(deep, Filters.in("places", List.of("region:33")));
        var stats = things.find(filter)
                .sort(order.sort())
                .limit(PAGE)
                .explain(ExplainVerbosity.EXECUTION_STATS)
                .get("executionStats", Document.class);
        assertThat(stats.getInteger("nReturned")).isEqualTo(PAGE);
        assertThat(stats.getInteger("totalKeysExamined")).isLessThan(2 * PAGE);
    }

    private List<Document> page(Keyset order, Optional<Keyset.Place> after) {
        return things.find(order.after(after)).sort(order.sort()).limit(PAGE).into(new ArrayList<>());
    }

    private static Optional<Keyset.Place> endOf(List<Document> page) {
        var last = page.getLast();
        return Optional.of(new Keyset.Place(last.getString("name"), last.getString("_id")));
    }
}
