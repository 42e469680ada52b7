package org.tongke.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.backend.exchange.Suppliers;

/**
 * A province of communities with two schools each, spread over all counties, that have three lessons a week for forty weeks. It
 * grows by communities: what one of them has stays the same, so that only the size of the whole differs between two measurements.
 */
final class Province {

    static final int WEEKS = 40;
    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 9, 7);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int A_WEEK = 3;
    private static final int ACTIVITIES = WEEKS * A_WEEK;
    private static final String SUPPLIER = "bench";
    private static final Origin BY = Origin.system("bench");
    /** Many at once are written without the indexes, which are then built in one pass: a fraction of the time. */
    private static final int MANY = 50_000;

    private final MongoDatabase database;
    private final MongoCollection<Document> activities;

    private final Schools schools;
    private final Communities entering;
    private final Batches batches;
    private final List<Region> counties;
    private final List<Community> communities = new ArrayList<>();
    private final Viewer platform = new Viewer("bench-platform", "bench", List.of(Grant.ofSupplier(SUPPLIER)));

    Province(ApplicationContext backend) {
        database = backend.getBean(MongoDatabase.class);
        activities = database.getCollection("activities");
        schools = backend.getBean(Schools.class);
        entering = backend.getBean(Communities.class);
        batches = backend.getBean(Batches.class);
        backend.getBean(Suppliers.class).put(SUPPLIER, "bench");
        counties = backend.getBean(Regions.class).all().stream()
                .filter(region -> region.kind() == RegionKind.COUNTY)
                .toList();
    }

    List<Community> communities() {
        return List.copyOf(communities);
    }

    /** Reports rows as the supplier of this province. Returns how many rows were answered. */
    int sync(List<ReportedRow> rows) {
        return batches.sync(SUPPLIER, UUID.randomUUID(), rows, platform).size();
    }

    /** Grows to at least so many activities, each written by the backend from a supplier's row. */
    void growTo(int count) throws InterruptedException {
        var indexes = count - activities.estimatedDocumentCount() > MANY ? takeIndexes() : List.<Document>of();
        write(count);
        if (!indexes.isEmpty()) {
            database.runCommand(
                    new Document("createIndexes", activities.getNamespace().getCollectionName())
                            .append("indexes", indexes));
        }
    }

    private List<Document> takeIndexes() {
        var indexes = activities.listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> !index.getString("name").equals("_id_"))
                .toList();
        activities.dropIndexes();
        return indexes;
    }

    private void write(int count) throws InterruptedException {
        var isWritten = activities.estimatedDocumentCount() >= count;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var sent = new ArrayList<Future<?>>();
            var rows = new ArrayList<ReportedRow>();
            while (communities.size() * ACTIVITIES < count) {
                found(communities.size());
                if (!isWritten) {
                    rows.addAll(lessons(communities.size() - 1));
                }
                while (rows.size() >= Batches.MOST_ROWS) {
                    var batch = List.copyOf(rows.subList(0, Batches.MOST_ROWS));
                    rows.subList(0, Batches.MOST_ROWS).clear();
                    sent.add(pool.submit(() -> sync(batch)));
                }
            }
            if (!rows.isEmpty()) {
                sync(List.copyOf(rows));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void found(int number) {
        var county = counties.get(number % counties.size());
        var core = schools.put("bench-core-" + number, coreName(number), SchoolArea.TOWN, county.code());
        var member = schools.put("bench-member-" + number, memberName(number), SchoolArea.RURAL, county.code());
        // of no programme: the progress of thousands of communities is not what is measured here
        var community = entering.put(
                "bench-" + number, "第" + number + "教共体", Mode.CO_BUILT, core, List.of(member), Set.of(), BY);
        communities.add(community);
    }

    private List<ReportedRow> lessons(int number) {
        var rows = new ArrayList<ReportedRow>();
        for (int week = 0; week < WEEKS; week++) {
            for (int lesson = 0; lesson < A_WEEK; lesson++) {
                var day = FIRST_MONDAY.plusWeeks(week).with(DayOfWeek.of(1 + (number + lesson * 2) % 5));
                var id = "l-%d-%d-%d".formatted(number, week, lesson);
                rows.add(row(id, 1, number, LocalTime.of(8 + lesson * 2, 30), day));
            }
        }
        return rows;
    }

    /** A lesson of a community as a supplier would report it. */
    ReportedRow row(String externalId, long revision, int community, LocalTime startsAt, LocalDate day) {
        var format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        var begin = day.atTime(startsAt).atZone(ZONE);
        var taught = Taught.of(externalId);
        return new ReportedRow(
                externalId,
                revision,
                "PLANNED",
                "SYNCED_LESSON",
                taught.title(),
                taught.subject(),
                taught.className(),
                format.format(begin),
                format.format(begin.plusMinutes(40)),
                List.of(
                        new ReportedRow.School(coreName(community), null, "同步课堂教室1"),
                        new ReportedRow.School(memberName(community), null, "录播教室")),
                List.of(
                        new ReportedRow.Teacher(Taught.teacher(2 * community), "LEADS", coreName(community)),
                        new ReportedRow.Teacher(Taught.teacher(2 * community + 1), "ASSISTS", memberName(community))),
                "https://lessons.example.org/join/" + externalId);
    }

    private static String coreName(int number) {
        return "第" + number + "中心小学";
    }

    private static String memberName(int number) {
        return "第" + number + "村小学";
    }
}
