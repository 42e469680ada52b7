package org.tongke.backend.access.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/**
 * Whole lists go into workbooks and onto paper while they are read. With TONGKE_LARGE=true in the environment they have 50,000 rows:
 * docs/performance.md has what it tells then.
 */
@Tag("slow")
@BackendTest
class ListExportTest {
    private static final Logger LOG = LoggerFactory.getLogger(ListExportTest.class);
    private static final String COUNTY = "330784";
    /** More than a page, and the last is not full. */
    private static final int ROWS = "true".equals(System.getenv("TONGKE_LARGE")) ? 50_000 : 1_010;

    private static final int AT_ONCE = 1_000;

    private final MongoDatabase database;
    private final Api api;
    private final World world;
    private final School school;
    private final Person officer;

    @Autowired
    ListExportTest(ApplicationContext app, MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        api = Api.at(port);
        world = World.in(app);
        school = world.school(COUNTY);
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
    }

    /** As many as are asked for, each like the one that is there. */
    private void multiply(String collection, Object id) {
        var all = database.getCollection(collection);
        var one = Objects.requireNonNull(all.find(Filters.eq("_id", id)).first());
        for (int from = 1; from < ROWS; from += AT_ONCE) {
            all.insertMany(IntStream.range(from, Math.min(ROWS, from + AT_ONCE))
                    .mapToObj(number -> like(one, number))
                    .toList());
        }
    }

    private static Document like(Document one, int number) {
        var another = new Document(one).append("_id", one.get("_id") + "-" + number);
        // of schools and teachers that tell their number no two have the same
        List.of("codeKey", "numberKey").forEach(key -> another.computeIfPresent(key, (any, own) -> own + "-" + number));
        return another;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * What came.
     *
     * @param status of the answer
     * @param body its bytes
     */
    private record Came(int status, byte[] body) {
        List<Row> rows() throws IOException {
            try (var read = new ReadableWorkbook(new ByteArrayInputStream(body))) {
                return read.getFirstSheet().read();
            }
        }

        String words() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private Came fetch(String path, Person caller) throws Exception {
        var request = api.to(path).header("Authorization", "Bearer " + caller.token());
        var since = Instant.now();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.GET().build(), BodyHandlers.ofInputStream());
            var bytes = new ByteArrayOutputStream();
            Duration first;
            try (var body = response.body()) {
                bytes.write(body.readNBytes(1));
                first = Duration.between(since, Instant.now());
                body.transferTo(bytes);
            }
            LOG.info(
                    "{}: first byte after {} ms, {} bytes after {} ms",
                    path.replaceAll("\\?.*", ""),
                    first.toMillis(),
                    bytes.size(),
                    Duration.between(since, Instant.now()).toMillis());
            return new Came(response.statusCode(), bytes.toByteArray());
        }
    }

    @Test
    void schoolsAreThoseOfThePageWithTheHeadsThatAnImportKnows() throws Exception {
        multiply("schools", school.id());
        var path = "?lang=zh-CN&region=" + COUNTY + "&q=" + encode(school.name());
        var rows = fetch("/exports/schools.xlsx" + path, officer).rows();
        assertThat(rows).hasSize(ROWS + 1);
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("学校标识码");
        assertThat(rows).extracting(row -> row.getCellText(1)).containsOnly("学校全称", school.name());

        var page = fetch("/exports/schools.html" + path, officer).words();
        assertThat(page.split("<td>" + school.name() + "</td>", -1)).hasSize(ROWS + 1);
        assertThat(page).contains("counter(pages)", "数据截至", "永康市 · ");
        assertThat(fetch("/exports/schools.xlsx?closed=1&q=" + encode(school.name()), officer)
                        .rows())
                .hasSize(1);
    }

    @Test
    void teachersAreThoseWhomOneMaySee() throws Exception {
        var teacher = world.teacher(school, "=周老师");
        multiply("teachers", teacher.id());
        var path = "/exports/teachers.xlsx?school=" + encode(school.globalId().encode());
        var rows = fetch(path, officer).rows();
        assertThat(rows).hasSize(ROWS + 1);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("=周老师");
        assertThat(rows.get(1).getCellText(1)).isEqualTo(school.name());
        var away = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330212"));
        assertThat(fetch(path, away).rows()).hasSize(1);
        assertThat(fetch(path, world.person(Role.TEACHER, school.key())).status())
                .isEqualTo(404);
    }

    /** Entries that nobody made break the chain, so not in a database that others use. */
    @Test
    @EnabledIfEnvironmentVariable(named = "TONGKE_LARGE", matches = "true")
    void theLogIsAsLong() throws Exception {
        world.awaitAudit(school.id(), 1);
        var entry = Objects.requireNonNull(database.getCollection("audit_entries")
                .find(Filters.eq("fact", school.id()))
                .first());
        multiply("audit_entries", Objects.requireNonNull(entry.get("_id")));
        var administrator = world.person(Role.ADMINISTRATOR);
        assertThat(fetch("/exports/audit.xlsx?thing=" + school.id(), administrator)
                        .rows())
                .hasSizeGreaterThan(ROWS);
    }
}
