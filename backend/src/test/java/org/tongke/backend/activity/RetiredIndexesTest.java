package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.BackendTest;

/** Indexes that an older version of the product made. */
@BackendTest
class RetiredIndexesTest {
    private final MongoDatabase database;

    RetiredIndexesTest(ApplicationContext application) {
        database = application
                .getBean(MongoClient.class)
                .getDatabase("retired-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void giveWayToThePresentOnesAtTheNextStart() {
        var activities = database.getCollection(ActivityStore.COLLECTION);
        activities.createIndex(Indexes.ascending("twin.ids"), new IndexOptions().name("twinIds"));
        activities.createIndex(
                Indexes.ascending("vacated.channel", "vacated.startsAt"), new IndexOptions().name("vacated"));
        activities.createIndex(
                Indexes.ascending("startsAt", "_id", "county"), new IndexOptions().name("startsAt_facets"));
        for (int start = 0; start < 2; start++) {
            new ActivityStore(database);
            new GrandTimetableStore(database);
            assertThat(indexes())
                    .doesNotContain("twinIds", "vacated", "startsAt_facets")
                    .contains("lessonIds", "vacatedSlots", "startsAt_values", "startsAt_alike", "channels_startsAt");
        }
    }

    private List<String> indexes() {
        return database.getCollection(ActivityStore.COLLECTION)
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }
}
