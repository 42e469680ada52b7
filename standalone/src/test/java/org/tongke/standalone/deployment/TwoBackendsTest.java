package org.tongke.standalone.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.mongodb.client.MongoClients;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.base.text.Sha256;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.SupplierClient;

/**
 * Two backends and a frontend, packaged and started as the Dockerfiles say, behind a proxy on real stores. People and programs notice
 * nothing of there being two, nor of one of them being stopped.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "TONGKE_TEST_STORES", matches = "real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoBackendsTest {
    private static final String STORES = "test-" + UUID.randomUUID().toString().substring(0, 13);
    private static final String FROM = "乐清市云溪实验小学";
    private static final String TO = "乐清市竹坞村小学";
    private static final String COMMUNITY = "云溪实验小学教共体";
    private static final int LESSONS = 21;
    private static final int A_DAY = 3;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ZonedDateTime FIRST_DAY =
            ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).plusDays(9).with(LocalTime.of(6, 5));

    private final URI bucket = URI.create(env("TONGKE_S3_ENDPOINT"));
    private final ReverseProxy proxy = new ReverseProxy();
    private final Gate gate = new Gate(bucket);
    private final Client phone = new Client(proxy.address());
    private PackagedProcess one;
    private PackagedProcess other;
    private PackagedProcess pages;

    private static String env(String name) {
        return System.getenv().getOrDefault(name, "http://localhost:1");
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pages = PackagedProcess.start(
                "pages",
                PackagedProcess.unpack("frontend", folder),
                Map.of("TONGKE_BACKEND_URL", proxy.address(), "SERVER_FORWARD_HEADERS_STRATEGY", "framework"));
        var backend = PackagedProcess.unpack("backend", folder);
        one = PackagedProcess.start("one", backend, settings(gate.address()));
        // puts the demo in place, which only one can do first
        one.port();
        other = PackagedProcess.start("other", backend, settings(bucket.toString()));
        proxy.leadTo(List.of(one.port(), other.port()), pages.port(), bucket.getPort(), STORES);
    }

    private Map<String, String> settings(String bucketAddress) {
        return Map.of(
                "SPRING_MONGODB_URI",
                env("TONGKE_MONGO_URI"),
                "TONGKE_MONGO_DATABASE",
                STORES,
                "TONGKE_BUCKET_ENDPOINT",
                bucketAddress,
                "TONGKE_BUCKET_ACCESS_KEY",
                env("TONGKE_S3_ACCESS_KEY"),
                "TONGKE_BUCKET_SECRET_KEY",
                env("TONGKE_S3_SECRET_KEY"),
                "TONGKE_BUCKET_NAME",
                STORES,
                "TONGKE_PUBLIC_URL",
                proxy.address(),
                "TONGKE_DEMO",
                "true",
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "framework");
    }

    @AfterAll
    void stop() throws Exception {
        for (var process : List.of(one, other, pages)) {
            process.close();
            process.endsWithin(SOON);
        }
        proxy.close();
        gate.close();
        try (var client = MongoClients.create(env("TONGKE_MONGO_URI"))) {
            client.getDatabase(STORES).drop();
        }
        var store = MinioClient.builder()
                .endpoint(bucket.toString())
                .credentials(env("TONGKE_S3_ACCESS_KEY"), env("TONGKE_S3_SECRET_KEY"))
                .build();
        for (var object : store.listObjects(
                ListObjectsArgs.builder().bucket(STORES).recursive(true).build())) {
            store.removeObject(RemoveObjectArgs.builder()
                    .bucket(STORES)
                    .object(object.get().objectName())
                    .build());
        }
        store.removeBucket(RemoveBucketArgs.builder().bucket(STORES).build());
    }

    private static Client at(PackagedProcess process) throws IOException, InterruptedException {
        return new Client("http://localhost:" + process.port());
    }

    @Test
    @Order(1)
    void everyProcessSaysThatItIsHealthyToTheInsideOnly() throws Exception {
        for (var process : List.of(one, other, pages)) {
            assertThat(at(process).status("/actuator/health")).isEqualTo(200);
            assertThat(at(process).status("/actuator/health/readiness")).isEqualTo(200);
        }
        assertThat(phone.status("/actuator/health")).isEqualTo(404);
        assertThat(one.log())
                .as("what the product sets for its log is in force")
                .contains("[tongke] [");
    }

    @Test
    @Order(2)
    void whoSignsInAtOneIsKnownToTheOther() throws Exception {
        var cookie = at(one).signIn("teacher");
        assertThat(at(other).call(cookie, "Viewer", Map.of()).at("/viewer/name").asString())
                .isEqualTo("林晓岚");
        assertThat(phone.greeting("demo-developer")).contains("connection_ack");
    }

    /** The page lives in the frontend, asks a backend by the proxy, and is told by it that something has changed. */
    @Test
    @Order(3)
    @Tag("browser")
    void aPageShowsWhatSomebodyElseHasJustUploaded() throws Exception {
        try (var desk = Phone.deskAt(proxy.address()).signedInAs("county")) {
            desk.page().navigate("/progress");
            var row = desk.page()
                    .locator("tr, li")
                    .filter(new Locator.FilterOptions().setHasText(COMMUNITY))
                    .first();
            assertThat(row).isVisible();
            var before = row.innerText();
            var clerk = phone.signIn("clerk");
            assertThat(confirm(clerk, upload(clerk, 1))).isTrue();
            assertThat(row).not().hasText(before);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void nobodyNoticesThatOneIsStopped() throws Exception {
        var clerk = phone.signIn("clerk");
        var ticket = upload(clerk, 2);
        try (var program = new Listener(phone)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(program.isOpen())
                            .as("%s streams, %s", program.streams(), program.troubles())
                            .isTrue());
            gate.hold();
            var confirmed = CompletableFuture.supplyAsync(() -> confirm(clerk, ticket));
            assertThat(gate.awaitHeld())
                    .as("the confirmation has come to its file")
                    .isTrue();
            IntStream.range(0, LESSONS / 3).forEach(this::report);
            one.stop();
            IntStream.range(LESSONS / 3, LESSONS * 2 / 3).forEach(this::report);
            await().atMost(SOON).until(() -> !one.listens());
            assertThat(confirmed).isNotDone();
            gate.release();
            assertThat(confirmed)
                    .as("it is answered by the one that stops")
                    .succeedsWithin(SOON)
                    .isEqualTo(true);
            assertThat(one.endsWithin(SOON)).as("it stops when it has answered").isTrue();
            IntStream.range(LESSONS * 2 / 3, LESSONS).forEach(this::report);
            await().atMost(SOON).until(() -> program.told().size() >= LESSONS);
            assertThat(program.told())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LESSONS)
                            .mapToObj(number -> title(number) + " r1")
                            .toList());
            assertThat(program.streams()).isGreaterThan(1);
        }
        assertThat(phone.call(clerk, "Viewer", Map.of()).at("/viewer/name").asString())
                .isEqualTo("王海棠");
    }

    private static String title(int number) {
        return "两端 " + number;
    }

    /** At the one that goes on, so that every report has an answer. */
    private void report(int number) {
        try {
            var supplier = new SupplierClient("http://localhost:" + other.port());
            assertThat(supplier.report("both-" + number, 1, title(number), startsAt(number), FROM, TO))
                    .isEqualTo("APPLIED");
        } catch (IOException | InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    private static OffsetDateTime startsAt(int number) {
        return FIRST_DAY.plusDays(number / A_DAY).plusHours(number % A_DAY * 6L).toOffsetDateTime();
    }

    /** Sends a photo of a lesson to the bucket, by the proxy, and returns its ticket. */
    private String upload(String clerk, int number) throws IOException {
        var bytes = photo(number);
        var input = Map.of(
                "id",
                UUID.randomUUID(),
                "communityId",
                communityOf(clerk),
                "criterion",
                "2.1",
                "fileName",
                "课堂.jpg",
                "mediaType",
                "image/jpeg",
                "sizeBytes",
                bytes.length,
                "sha256",
                Sha256.of(bytes));
        var ticket = phone.call(clerk, "RequestUpload", Map.of("input", input)).at("/requestUpload/ticket");
        assertThat(phone.post(
                        ticket.path("url").asString(),
                        ticket.path("fields").valueStream().toList(),
                        bytes))
                .isEqualTo(204);
        return ticket.path("id").asString();
    }

    private String communityOf(String clerk) {
        return phone.call(clerk, "UploadChoices", Map.of())
                .at("/communities/edges/0/node/id")
                .asString();
    }

    private boolean confirm(String clerk, String ticket) {
        return phone.call(clerk, "ConfirmUpload", Map.of("input", Map.of("ticketId", ticket)))
                .at("/confirmUpload/evidence")
                .isObject();
    }

    private static byte[] photo(int number) throws IOException {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.fillRect(100 * number, 100, 50, 50);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
