package org.tongke.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.ReportedRow;

/** A supplier's batch of 500 rows: all new, all known already, all moved. */
final class Sync {

    /** Batches that are sent again and again; more than threads, so that no two send the same at once. */
    private static final int SETS = 4;
    /** Lessons are moved once or twice, not twenty times. */
    private static final int MOVING_SETS = 12;

    /** Name of the path that moves lessons. */
    static final String MOVED = "sync of 500, moved";

    private final Province province;
    private final MongoCollection<Document> activities;
    private final MongoCollection<Document> batches;
    private final List<Document> templates;
    private final List<List<ReportedRow>> known = new ArrayList<>();
    private final AtomicLong revisions = new AtomicLong(1);
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** @param isMoving whether there shall be lessons to move */
    Sync(Province province, ApplicationContext backend, boolean isMoving) {
        this.province = province;
        var database = backend.getBean(MongoDatabase.class);
        activities = database.getCollection("activities");
        batches = database.getCollection("batches");
        for (int set = 0; set < SETS; set++) {
            var rows = rows("set" + set, 1, 0);
            province.sync(rows);
            known.add(rows);
        }
        for (int set = 0; isMoving && set < MOVING_SETS; set++) {
            province.sync(rows("moving" + set, 1, 0));
            province.sync(rows("bareMoving" + set, 1, 0));
        }
        templates = activities.find(Filters.in("_id", ids("set0"))).into(new ArrayList<>());
        templates.forEach(template -> template.remove("_id"));
    }

    List<HotPath> paths() {
        return List.of(
                new HotPath(
                        "sync of 500, new",
                        call -> province.sync(rows("new" + call + "-" + revisions.incrementAndGet(), 1, 0)),
                        call -> insertBare("bare" + call + "-" + revisions.incrementAndGet())),
                new HotPath(
                        "sync of 500, unchanged",
                        call -> province.sync(known.get(call % SETS)),
                        call -> lookBare("set" + call % SETS)),
                new HotPath(
                        MOVED,
                        call -> {
                            var revision = revisions.incrementAndGet();
                            return province.sync(rows("moving" + call % MOVING_SETS, revision, (int) (revision % 300)));
                        },
                        call -> moveBare("bareMoving" + call % MOVING_SETS)));
    }

    /** In weeks that nobody asks for: a lesson that was moved stands twice in a week, which only the backend counts. */
    private List<ReportedRow> rows(String set, long revision, int minutes) {
        var most = province.communities().size();
        return IntStream.range(0, Batches.MOST_ROWS)
                .mapToObj(number -> province.row(
                        "%s-%s-%d".formatted(run, set, number),
                        revision,
                        number % most,
                        LocalTime.of(13, 0).plusMinutes(minutes),
                        Province.FIRST_MONDAY.plusWeeks(Province.WEEKS).plusDays(number % 200)))
                .toList();
    }

    private List<String> ids(String set) {
        return IntStream.range(0, Batches.MOST_ROWS)
                .mapToObj(number -> "bench:%s-%s-%d".formatted(run, set, number))
                .toList();
    }

    private int lookBare(String set) {
        var found = activities
                .find(Filters.in("_id", ids(set)))
                .projection(Projections.include("reported.revision", "reported.contentHash"))
                .batchSize(Batches.MOST_ROWS + 1)
                .into(new ArrayList<>());
        record();
        return found.size();
    }

    /** What is there of another set under new ids: as many different documents as the backend writes. */
    private int insertBare(String set) {
        var ids = ids(set);
        activities.find(Filters.in("_id", ids)).into(new ArrayList<>());
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (int number = 0; number < ids.size(); number++) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq(ids.get(number)),
                    new Document("$set", templates.get(number)),
                    new UpdateOptions().upsert(true)));
        }
        activities.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        record();
        return writes.size();
    }

    private int moveBare(String set) {
        var found = activities
                .find(Filters.in("_id", ids(set)))
                .batchSize(Batches.MOST_ROWS + 1)
                .into(new ArrayList<>());
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (var stored : found) {
            var values = new Document(stored);
            var changes = stored.getList("changes", Document.class);
            List.of("_id", "changes", "revision").forEach(values::remove);
            var before = stored.getDate("startsAt");
            var after = new Date(before.getTime() + Duration.ofMinutes(7).toMillis());
            var left = stored.getList("channels", String.class).stream()
                    .map(channel -> new Document("channel", channel)
                            .append("startsAt", before)
                            .append("endsAt", before))
                    .toList();
            values.append("startsAt", after).append("vacated", left);
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq(stored.get("_id")), Filters.eq("revision", stored.get("revision"))),
                    Updates.combine(
                            new Document("$set", values),
                            Updates.inc("revision", 1L),
                            Updates.pushEach("changes", List.of(changes.getLast()), new PushOptions().slice(-20)))));
        }
        activities.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        record();
        return writes.size();
    }

    private void record() {
        batches.insertOne(new Document("_id", "bare:" + UUID.randomUUID()));
    }
}
