package org.tongke.standalone.support;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.review.DecisionSaid;
import org.tongke.backend.verification.review.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merged community of the demo's county that meets all that is asked of it, with real files, and its clerk, who signs in with the
 * community's name and the demo's password. Its activities are reported, its files sent as a clerk's phone sends them.
 */
public final class ReadyCommunity {
    private static final String COUNTY = "330382";
    private static final Origin BY = Origin.system("test");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Integer> USED = new ConcurrentHashMap<>();
    private static final String BOUNDARY = "limit-of-a-part";
    private static final String REQUEST = """
            mutation($input: RequestUploadInput!) { requestUpload(input: $input) {
              ticket { id url fields { name value } } errors { message } } }
            """;
    private static final String CONFIRM = """
            mutation($input: ConfirmUploadInput!) { confirmUpload(input: $input) {
              evidence { id } errors { message } } }
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Community community;
    private final String name;
    private final String token;

    private ReadyCommunity(Community community, String name, String token) {
        this.community = community;
        this.name = name;
        this.token = token;
    }

    /**
     * A new one.
     *
     * @param words name of its core school; a number follows where it was used before, as when a test is tried once more
     * @param photos how many photos of lessons it has
     */
    public static ReadyCommunity named(String words, int photos) {
        var product = Product.get();
        var times = USED.merge(words, 1, Integer::sum);
        var name = times == 1 ? words : words + times;
        var id = "ready-" + UUID.randomUUID().toString().substring(0, 8);
        var schools = product.bean(Schools.class);
        var core = schools.put(id + "-core", name, SchoolArea.URBAN, COUNTY);
        var member = schools.put(id + "-member", name + "山村校区", SchoolArea.RURAL, COUNTY);
        var programme = product.bean(Programmes.class).current();
        var community = product.bean(Communities.class)
                .put(id, name + "教共体", Mode.MERGED, core, List.of(member), Set.of(programme.id()), BY);
        product.bean(Activities.class)
                .apply(
                        IntStream.range(0, 32)
                                .mapToObj(number -> report(community, number))
                                .toList(),
                        BY);
        confirmAll(community);
        // the least strength: nothing is to be protected here
        var hash = new BCryptPasswordEncoder(4).encode("tongke");
        product.bean(Accounts.class).put(id + "-clerk", "周老师", name, hash, List.of(Grant.at(Role.CLERK, member.key())));
        var token = product.bean(Tokens.class).issue(id + "-clerk", TokenKind.DEVELOPER);
        var ready = new ReadyCommunity(community, name, token);
        ready.upload("1.1", "批文.pdf", pdf());
        ready.upload("1.2", "考核方案.pdf", pdf());
        IntStream.rangeClosed(1, photos).forEach(number -> ready.upload("2.1", "课堂.jpg", picture(name, number)));
        ready.upload("2.2", "研修.jpg", picture(name, 99));
        ready.upload("2.2", "教研记录.pdf", pdf());
        ready.upload("2.3", "交流名单.pdf", pdf());
        return ready;
    }

    /** Its county verifies it. */
    public ReadyCommunity verified() {
        var product = Product.get();
        var id = new ProgressId(product.bean(Programmes.class).current().id(), community.id());
        product.bean(FreshProgress.class).look(id);
        var findings = product.bean(Findings.class);
        var seen = findings.find(id.raw(), Scope.EVERYWHERE).orElseThrow();
        var officer = new Viewer(
                "officer-of-" + community.id(), "潘老师", List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY))));
        findings.decide(
                new DecisionSaid(
                        UUID.randomUUID(),
                        seen.id(),
                        seen.revision(),
                        Verdict.Kind.PASSED,
                        Optional.of(seen.seen()),
                        Optional.empty(),
                        List.of()),
                officer,
                Scope.EVERYWHERE);
        return this;
    }

    /** First day of its lessons. */
    public LocalDate firstDay() {
        return Product.get().bean(Programmes.class).current().from();
    }

    /** Name under which its clerk signs in. */
    public String clerk() {
        return name;
    }

    /** Id for the address of its pages. */
    public String id() {
        return community.globalId().encode();
    }

    /** Name of the community. */
    public String title() {
        return community.name();
    }

    /** They were reported after their end, so a school says that they took place. */
    private static void confirmAll(Community community) {
        Product.get()
                .bean(Activities.class)
                .recordAttendances(
                        IntStream.range(0, 32)
                                .mapToObj(number -> keyOf(community, number).id())
                                .collect(Collectors.toMap(Function.identity(), any -> 40)),
                        BY);
    }

    private static ActivityKey keyOf(Community community, int number) {
        return new ActivityKey("test", community.id() + "-" + number);
    }

    private static ActivityReport report(Community community, int number) {
        var programme = Product.get().bean(Programmes.class).current();
        var kind = number < 20 ? "SYNCED_LESSON" : number < 28 ? "ONLINE_RESEARCH" : "OFFLINE_RESEARCH";
        var startsAt =
                programme.from().atStartOfDay(programme.zone()).toInstant().plus(Duration.ofMinutes(number));
        return new ActivityReport(
                keyOf(community, number),
                new ReportedVersion(1, "content"),
                kind,
                number < 20 ? "《分数的意义》第 " + (number + 1) + " 课时" : "集体备课",
                number == 0 ? "CHINESE" : "MATHEMATICS",
                null,
                startsAt,
                startsAt.plus(Duration.ofMinutes(1)),
                ActivityState.PLANNED,
                community.schoolIds().stream()
                        .map(school -> new ActivitySchool(school, school, null))
                        .toList(),
                List.of(),
                community.id(),
                community.name(),
                "测试平台",
                null,
                ActivityDetails.NONE,
                community.countyCode(),
                community.places());
    }

    private void upload(String criterion, String fileName, byte[] bytes) {
        var input = Map.of(
                "id",
                UUID.randomUUID(),
                "communityId",
                id(),
                "criterion",
                criterion,
                "fileName",
                fileName,
                "mediaType",
                fileName.endsWith("pdf") ? "application/pdf" : "image/jpeg",
                "sizeBytes",
                bytes.length,
                "sha256",
                Sha256.of(bytes));
        var ticket = ask(REQUEST, input).at("/data/requestUpload/ticket");
        post(ticket, bytes);
        var evidence =
                ask(CONFIRM, Map.of("ticketId", ticket.path("id").asString())).at("/data/confirmUpload/evidence");
        if (!evidence.isObject()) {
            throw new IllegalStateException("not taken: " + fileName);
        }
    }

    private JsonNode ask(String document, Map<String, ?> input) {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", Map.of("input", input)));
        var request = HttpRequest.newBuilder(URI.create(Product.get().address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(send(request));
    }

    private void post(JsonNode ticket, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        ticket.path("fields")
                .forEach(field -> part(
                        body,
                        field.path("name").asString(),
                        field.path("value").asString().getBytes(StandardCharsets.UTF_8)));
        part(body, "file\"; filename=\"a", bytes);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(URI.create(ticket.path("url").asString()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] value) {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(value);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] pdf() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] picture(String words, int number) {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(
                new GradientPaint(0, 0, new Color(0x1F6F78), 800, 600, Color.getHSBColor(number * .13f, .5f, .9f)));
        pen.fillRect(0, 0, 800, 600);
        pen.setPaint(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        pen.drawString(words.hashCode() + " · " + number, 60, 300);
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
