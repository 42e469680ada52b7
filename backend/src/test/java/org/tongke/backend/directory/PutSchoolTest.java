package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.support.BackendTest;

@BackendTest
class PutSchoolTest {
    private final Schools schools;
    private final MongoDatabase database;

    @Autowired
    PutSchoolTest(Schools schools, MongoDatabase database) {
        this.schools = schools;
        this.database = database;
    }

    @Test
    void losesNoNameOfSeveralAtOnce() {
        var id = UUID.randomUUID().toString();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(number -> crowd.submit(() -> schools.put(id, "学校" + number, SchoolArea.TOWN, "330382")));
        }
        var stored = Objects.requireNonNull(
                database.getCollection("schools").find(new Document("_id", id)).first());
        assertThat(Fact.revisionOf(stored)).isEqualTo(8);
        assertThat(stored.getList(Fact.CHANGES, Document.class)).hasSize(8);
    }
}
