package org.tongke.backend.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.Ticket;
import org.tongke.backend.file.TicketState;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.FormPost;
import org.tongke.backend.support.PartPut;
import org.tongke.backend.support.Stores;

/** A community of 乐清市 with people of its own, what they upload, and what comes of it. */
public final class Desk {
    private static final String COUNTY = "330382";

    private final ApplicationContext app;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Community community;

    private Desk(ApplicationContext app, Mode mode) {
        this.app = app;
        var core = school("实验小学");
        community = app.getBean(Communities.class)
                .put("c-" + mark, "实验小学教共体", mode, core, List.of(school("山村小学")), Set.of(), by());
    }

    /** A co-built community. */
    public static Desk of(ApplicationContext app) {
        return new Desk(app, Mode.CO_BUILT);
    }

    static Desk of(ApplicationContext app, Mode mode) {
        return new Desk(app, mode);
    }

    private static Origin by() {
        return Origin.system("test");
    }

    School school(String name) {
        var id = COUNTY + "-" + mark + "-" + name;
        return app.getBean(Schools.class).put(id, name, SchoolArea.RURAL, COUNTY);
    }

    Community community() {
        return community;
    }

    /** The clerk of the core school. */
    public Viewer clerk() {
        return clerkOf(community.coreId());
    }

    Viewer clerkOf(String schoolId) {
        return person("王老师", Grant.at(Role.CLERK, PlaceKey.school(schoolId)));
    }

    Viewer teacher() {
        return person("李老师", Grant.at(Role.TEACHER, PlaceKey.school(community.coreId())));
    }

    Viewer officerOf(String county) {
        return person("陈科长", Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(county)));
    }

    private Viewer person(String name, Grant grant) {
        var id = mark + "-" + grant.role() + "-" + String.valueOf(grant.place()).replace(':', '-');
        return app.getBean(Accounts.class)
                .put(id, name, id, null, List.of(grant))
                .asViewer();
    }

    /** An activity of the community that is over, by its raw id. */
    String activity(String kind) {
        var start = Instant.now().minus(Duration.ofDays(1));
        var key = new ActivityKey("supplier-" + mark, UUID.randomUUID().toString());
        var report = new ActivityReport(
                key,
                new ReportedVersion(1, "content"),
                kind,
                "分数的意义",
                "MATHEMATICS",
                null,
                start,
                start.plus(Duration.ofMinutes(40)),
                ActivityState.PLANNED,
                List.of(new ActivitySchool(community.coreId(), "实验小学", null)),
                List.of(),
                community.id(),
                community.name(),
                "供应商",
                null,
                ActivityDetails.NONE,
                community.countyCode(),
                community.places());
        app.getBean(Activities.class).apply(List.of(report), by());
        return key.id();
    }

    /** Asks for leave to upload. */
    public UploadTicket request(Viewer viewer, Upload upload) {
        return claims().request(upload.request(community.id()), viewer, scope("requestUpload", viewer));
    }

    /** Asks for leave to upload. */
    UploadTicket request(Viewer viewer, ClaimRequest request) {
        return claims().request(request, viewer, scope("requestUpload", viewer));
    }

    /** Asks for leave to upload in the place of other evidence, and puts the bytes into the bucket. */
    public UploadTicket replacing(Evidence old, Upload upload) {
        var target = new ClaimTarget.OneCommunity(community.id());
        var ticket = request(clerk(), upload.request(target, Optional.of(old.id())));
        send(ticket, upload.bytes());
        return ticket;
    }

    /** Another community of the county. */
    Desk another() {
        return of(app);
    }

    /** What a sweep does that finds the ticket of evidence open. */
    void claimAgain(Claimant claimant, Evidence evidence) {
        var claim = new Claim(
                evidence.programmeId(),
                evidence.criterion(),
                null,
                evidence.fileName(),
                null,
                null,
                null,
                evidence.life().replaces());
        var ticket = new Ticket(
                evidence.id(),
                new Origin(evidence.uploaderId(), evidence.uploadedBy(), "graphql"),
                community.id(),
                community.places(),
                claim.toDocument(),
                evidence.fileName(),
                MediaType.JPEG,
                1,
                evidence.fileHash(),
                "incoming",
                Instant.now(),
                TicketState.OPEN,
                Optional.empty(),
                Optional.empty(),
                1,
                Instant.now());
        claimant.claim(
                ticket,
                app.getBean(StoredFiles.class)
                        .find(evidence.fileId(), Scope.EVERYWHERE)
                        .orElseThrow());
    }

    /** Puts bytes into the bucket as a phone does, and returns the status of the bucket's answer. */
    public int send(UploadTicket ticket, byte[] bytes) {
        return FormPost.send(Objects.requireNonNull(ticket.url()), ticket.fields(), bytes);
    }

    /** Puts a part of a file into the bucket as a phone does, and returns the status of the bucket's answer. */
    public int sendPart(UploadTicket ticket, int number, byte[] file) {
        var part = ticket.parts().get(number - 1);
        var from = Math.toIntExact(part.offsetBytes());
        var to = Math.min(file.length, from + Math.toIntExact(part.sizeBytes()));
        return PartPut.send(part.url(), Arrays.copyOfRange(file, from, to));
    }

    /** Puts all parts of a file into the bucket. */
    public void sendAll(UploadTicket ticket, byte[] file) {
        ticket.parts().forEach(part -> sendPart(ticket, part.number(), file));
    }

    /** Says that the bytes have arrived. */
    public Evidence confirm(Viewer viewer, UploadTicket ticket) {
        return claims().confirm(ticket.ticket().id(), viewer, scope("confirmUpload", viewer));
    }

    /** All three steps. */
    public Evidence upload(Viewer viewer, Upload upload) {
        var ticket = request(viewer, upload);
        send(ticket, upload.bytes());
        return confirm(viewer, ticket);
    }

    private EvidenceClaims claims() {
        return app.getBean(EvidenceClaims.class);
    }

    private Scope scope(String mutation, Viewer viewer) {
        return app.getBean(WhoMay.class)
                .permission("Mutation." + mutation, viewer)
                .scope();
    }

    /** What is refused, as the phone shows it. */
    public String refusal(Runnable command) {
        try {
            command.run();
            return "done";
        } catch (RefusedException refused) {
            return app.getBean(Texts.class).userErrors(refused.refusals(), Locale.SIMPLIFIED_CHINESE).stream()
                    .map(error -> error.code() + " " + String.join(".", error.path()) + " " + error.message())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The community's evidence, one line each in the order of names. */
    public List<String> evidence() {
        return claims().findByCommunities(List.of(community.id()), Scope.EVERYWHERE).stream()
                .map(this::line)
                .sorted()
                .toList();
    }

    /** Evidence and its file as one line. */
    String line(Evidence evidence) {
        var file = app.getBean(StoredFiles.class)
                .find(evidence.fileId(), Scope.EVERYWHERE)
                .orElseThrow();
        var size = file.pages() != null
                ? file.pages() + " page"
                : file.widthPixels() != null ? file.widthPixels() + "×" + file.heightPixels() : "table";
        return "%s | %s | %s %s | %s | %s"
                .formatted(
                        evidence.criterion(),
                        evidence.fileName(),
                        file.mediaType(),
                        size,
                        evidence.proofKind(),
                        evidence.uploadedBy());
    }

    /** What the bucket holds for the community and its people, without the parts of keys that differ from run to run. */
    public List<String> bucket() {
        return Stores.get().keys().stream()
                .filter(key -> key.contains(mark))
                .map(key -> key.replaceFirst("^incoming/.*", "incoming").replaceFirst("^files/.*/", ""))
                .toList();
    }
}
