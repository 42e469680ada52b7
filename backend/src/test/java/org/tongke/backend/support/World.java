package org.tongke.backend.support;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityAttribute;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.EntryForm;
import org.tongke.backend.activity.HandEntries;
import org.tongke.backend.activity.Material;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.correction.Correction;
import org.tongke.backend.correction.CorrectionKind;
import org.tongke.backend.correction.Corrections;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.evidence.ClaimRequest;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.evidence.EvidenceEdits;
import org.tongke.backend.exchange.Batch;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.MappedThing;
import org.tongke.backend.exchange.NameKey;
import org.tongke.backend.exchange.NameMappings;
import org.tongke.backend.exchange.Quarantine;
import org.tongke.backend.exchange.QuarantinedRow;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.backend.file.Claimant;
import org.tongke.backend.file.FileViews;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.publication.ShareLink;
import org.tongke.backend.publication.ShareLinks;
import org.tongke.backend.push.Recommendation;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.register.ExchangePeriods;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.FileSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.ProblemKind;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceProblem;
import org.tongke.backend.resource.ResourceProblems;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Sharing;
import org.tongke.backend.timetable.NamedTimetables;
import org.tongke.backend.timetable.OwnColour;
import org.tongke.backend.timetable.OwnEntries;
import org.tongke.backend.timetable.OwnWords;
import org.tongke.backend.timetable.Selections;
import org.tongke.backend.timetable.Timetables;
import org.tongke.backend.timetable.link.WeekLinks;
import org.tongke.backend.timetable.notice.NoticeAbout;
import org.tongke.backend.timetable.notice.Notices;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.review.DecisionOutcome;
import org.tongke.backend.verification.review.DecisionSaid;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.Findings;
import org.tongke.backend.verification.review.ItemSaid;

/**
 * Founds schools and communities, signs people in, reports lessons and uploads files: through the faces of the rooms, as real ones
 * do. Each thing is a new one, so that worlds stand side by side in one database.
 */
public final class World {
    private static final Origin BY = Origin.system("test");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LESSON = Duration.ofMinutes(40);

    private final ApplicationContext app;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Supplier supplier;
    private int made;

    private World(ApplicationContext app) {
        this.app = app;
        supplier = supplier();
    }

    /** An empty world in an application. */
    public static World in(ApplicationContext app) {
        return new World(app);
    }

    /** In the order of their making also as texts: where nothing else orders things, one store takes the first made and another the first by id. */
    private String newId() {
        return "world-%s-%05d".formatted(mark, ++made);
    }

    /** A school in a town of a county. */
    public School school(String countyCode) {
        var id = newId();
        return app.getBean(Schools.class).put(id, "学校" + id, SchoolArea.TOWN, countyCode);
    }

    /** A teacher of a school. */
    public Teacher teacher(School school, String name) {
        return app.getBean(Teachers.class).put(newId(), name, school, "MATHEMATICS", newId());
    }

    /** A table of so many teachers of a school, tried by somebody. */
    public DirectoryImport tryTable(Person by, School school, int rows) {
        var table = IntStream.range(0, rows)
                .mapToObj(number -> "教师" + number + "\t数学\n")
                .collect(Collectors.joining("", "姓名\t学科\n", ""));
        return app.getBean(DirectoryImports.class)
                .check(
                        UUID.randomUUID().toString(),
                        DirectoryTable.TEACHERS,
                        GivenFiles.ofText(table),
                        school.id(),
                        by.viewer(),
                        Scope.EVERYWHERE);
    }

    /** The roster of a core school's county for the current programme, to plan one community in it. */
    public RosterSample roster(Person officer, School core, List<School> members) {
        return new RosterSample(app, programme(), officer, core, members);
    }

    /** Several schools in towns of a county. */
    public List<School> schools(String countyCode, int count) {
        return IntStream.range(0, count).mapToObj(any -> school(countyCode)).toList();
    }

    /** A co-built community, a new one of the current programme. */
    public Community community(School core, List<School> members) {
        var id = newId();
        return app.getBean(Communities.class)
                .put(id, "教共体" + id, Mode.CO_BUILT, core, members, Set.of(programme()), BY);
    }

    /** A merged community of the current programme that meets all that is asked of it, with evidence from somebody. */
    public Community ready(String countyCode, Person uploader) {
        return ready(school(countyCode), uploader);
    }

    /** The same with a core school that is there. */
    public Community ready(School core, Person uploader) {
        var id = newId();
        var member = school(core.countyCode());
        var community = app.getBean(Communities.class)
                .put(id, "教共体" + id, Mode.MERGED, core, List.of(member), Set.of(programme()), BY);
        app.getBean(Activities.class)
                .apply(
                        IntStream.range(0, 32)
                                .mapToObj(number -> asked(
                                        community,
                                        new ActivityKey(supplier.id(), newId()),
                                        1,
                                        number,
                                        ActivityState.PLANNED))
                                .toList(),
                        BY);
        confirmAll(community);
        claim(uploader, community, "1.1", MediaType.PDF, "批文.pdf");
        claim(uploader, community, "1.2", MediaType.PDF, "考核方案.pdf");
        claim(uploader, community, "2.1", MediaType.JPEG, "课堂.jpg");
        claim(uploader, community, "2.2", MediaType.JPEG, "研修.jpg");
        claim(uploader, community, "2.2", MediaType.PDF, "教研记录.pdf");
        claim(uploader, community, "2.3", MediaType.PDF, "交流名单.pdf");
        app.getBean(FreshProgress.class).look(new ProgressId(programme(), community.id()));
        return community;
    }

    /** They were reported after their end, so a school says that they took place. */
    private void confirmAll(Community community) {
        var activities = app.getBean(Activities.class);
        activities.recordAttendances(
                activities.findByCommunities(List.of(community.id()), day(0), day(300), Scope.EVERYWHERE).stream()
                        .collect(Collectors.toMap(Activity::id, any -> 40)),
                BY);
    }

    /** What the standard asks of a merged community: twenty lessons in two subjects, eight times online and four times offline research. */
    private ActivityReport asked(Community community, ActivityKey key, long revision, int number, ActivityState state) {
        var kind = number < 20 ? "SYNCED_LESSON" : number < 28 ? "ONLINE_RESEARCH" : "OFFLINE_RESEARCH";
        var startsAt = day(number + 1);
        return new ActivityReport(
                key,
                new ReportedVersion(revision, "content " + revision),
                kind,
                number < 20 ? "分数的意义" : "集体备课",
                number == 0 ? "CHINESE" : "MATHEMATICS",
                null,
                startsAt,
                startsAt.plus(LESSON),
                state,
                community.schoolIds().stream()
                        .map(school -> new ActivitySchool(school, school, null))
                        .toList(),
                List.of(),
                community.id(),
                community.name(),
                supplier.name(),
                null,
                ActivityDetails.NONE,
                community.countyCode(),
                community.places());
    }

    /** How a community stands with its county, after a look at its facts. */
    public Finding finding(Community community) {
        var id = new ProgressId(programme(), community.id());
        app.getBean(FreshProgress.class).look(id);
        return app.getBean(Findings.class).find(id.raw(), Scope.EVERYWHERE).orElseThrow();
    }

    /** Somebody says something of a community, where the table of who may do what lets him or her. */
    public Finding say(Person person, DecisionSaid said) {
        var mutation = switch (said.kind()) {
            case PASSED -> "passCommunity";
            case SENT_BACK -> "sendBackCommunity";
            case RESUBMITTED -> "resubmitCommunity";
            case WITHDRAWN -> "withdrawFinding";
        };
        return app.getBean(Findings.class).decide(said, person.viewer(), scope(mutation, person));
    }

    /** Somebody says several things at once, which are all of one kind. */
    public List<DecisionOutcome> sayAll(Person person, List<DecisionSaid> all) {
        var mutation = all.getFirst().kind() == Verdict.Kind.PASSED ? "passCommunities" : "withdrawFindings";
        return app.getBean(Findings.class).decideAll(all, person.viewer(), scope(mutation, person));
    }

    /** Passes a community, submits it again, or takes back what was said. */
    public Finding say(Person person, Verdict.Kind kind, Community community) {
        return say(person, kind, community, List.of());
    }

    /** Sends a community back. */
    public Finding sendBack(Person person, Community community, List<ItemSaid> items) {
        return say(person, Verdict.Kind.SENT_BACK, community, items);
    }

    private Finding say(Person person, Verdict.Kind kind, Community community, List<ItemSaid> items) {
        var seen = finding(community);
        return say(
                person,
                new DecisionSaid(
                        UUID.randomUUID(),
                        seen.id(),
                        seen.revision(),
                        kind,
                        Optional.of(seen.seen()),
                        kind == Verdict.Kind.WITHDRAWN ? Optional.of("再看一遍") : Optional.empty(),
                        items));
    }

    /** One of the twenty lessons of a community that is ready is called off. */
    public void cancelLesson(Community community) {
        var lesson = app
                .getBean(Activities.class)
                .findByCommunities(List.of(community.id()), day(0), day(300), Scope.EVERYWHERE)
                .stream()
                .filter(one -> one.startsAt().equals(day(2)))
                .findFirst()
                .orElseThrow();
        app.getBean(Activities.class)
                .apply(List.of(asked(community, lesson.key(), lesson.revision() + 1, 1, ActivityState.CANCELLED)), BY);
    }

    /** Evidence of a file that nobody needs to open. */
    public void claim(Person uploader, Community community, String criterion, MediaType type, String fileName) {
        new UnseenFile(newId(), criterion, type, fileName)
                .claim(app.getBeansOfType(Claimant.class).values(), Origin.of(uploader.viewer()), community);
    }

    /** The schools of a community, the core school first. */
    public List<School> schoolsOf(Community community) {
        var found = app.getBean(Schools.class).findAll(community.schoolIds(), Scope.EVERYWHERE);
        return community.schoolIds().stream().map(found::get).toList();
    }

    /** Somebody who is something at a place, or at several. */
    public Person person(Role role, PlaceKey... places) {
        return signIn(Stream.of(places).map(place -> Grant.at(role, place)).toList());
    }

    /** Somebody who is something everywhere. */
    public Person person(Role role) {
        return signIn(List.of(Grant.everywhere(role)));
    }

    /** The platform of a supplier. */
    public Person platformOf(Supplier of) {
        return signIn(List.of(Grant.ofSupplier(of.id())));
    }

    private Person signIn(List<Grant> grants) {
        var id = newId();
        var account = app.getBean(Accounts.class).put(id, "张老师", id, null, grants);
        return new Person(account.asViewer(), app.getBean(Tokens.class).issue(id, TokenKind.DEVELOPER));
    }

    /** An account without roles that signs in with a password. */
    public Account account(String password) {
        var id = newId();
        // the least strength: tests sign in often
        var hash = new BCryptPasswordEncoder(4).encode(password);
        return app.getBean(Accounts.class).put(id, "张老师", id, hash, List.of());
    }

    /** A supplier. */
    public Supplier supplier() {
        var id = newId();
        return app.getBean(Suppliers.class).put(id, "平台" + id);
    }

    /** Reports rows that name a school which is nowhere, and others that say nothing of what they must: a batch of the supplier's. */
    public Batch reportUnknown(Supplier from, int rows) {
        var batch = UUID.randomUUID();
        var sent = new ArrayList<ReportedRow>();
        for (int row = 0; row < rows; row++) {
            sent.add(unknown(newId(), "分数的意义"));
            sent.add(unknown(newId(), null));
        }
        var batches = app.getBean(Batches.class);
        batches.sync(
                from.id(), batch, sent, new Viewer("platform-" + mark, "接口", List.of(Grant.ofSupplier(from.id()))));
        return batches.find(from.id(), batch).orElseThrow();
    }

    private static ReportedRow unknown(String externalId, @Nullable String title) {
        return new ReportedRow(
                externalId,
                1,
                "PLANNED",
                "SYNCED_LESSON",
                title,
                "数学",
                null,
                "2021-03-10T09:00:00+08:00",
                "2021-03-10T09:40:00+08:00",
                List.of(new ReportedRow.School("无名小学" + externalId, null, null)),
                List.of(),
                null);
    }

    /** The rows of a supplier that are kept aside, at most 100. */
    public List<QuarantinedRow> quarantineOf(Supplier of) {
        var page = PageRequest.of(Quarantine.LIST, Quarantine.LIST_KEYS, PageRequest.MOST, null);
        return app
                .getBean(Quarantine.class)
                .list(Optional.of(of.id()), Optional.empty(), page, Viewer.NOBODY, Scope.EVERYWHERE)
                .edges()
                .stream()
                .map(Edge::node)
                .toList();
    }

    /** Waits until the rows of a supplier that are kept aside were tried again by themselves. */
    public void awaitTried(Supplier of) {
        var end = Instant.now().plus(PATIENCE);
        while (quarantineOf(of).stream().anyMatch(row -> row.triedAt() == null)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("rows of " + of.id() + " were not tried again");
            }
            pause();
        }
    }

    /** Waits until the trail tells of a thing. */
    public void awaitAudit(String thing) {
        awaitAudit(thing, 1);
    }

    /** Waits until the trail tells of so many writes of a thing. */
    public void awaitAudit(String thing, int writes) {
        var end = Instant.now().plus(PATIENCE);
        while (database().getCollection("audit_entries").countDocuments(Filters.eq("fact", thing)) < writes) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(thing + " was not audited");
            }
            pause();
        }
    }

    /** Says what names of a supplier's stand for. */
    public void mapNames(Supplier of, int count) {
        var by = new Viewer("platform-" + mark, "接口", List.of(Grant.ofSupplier(of.id())));
        for (int name = 0; name < count; name++) {
            app.getBean(NameMappings.class)
                    .map(
                            new NameKey(of.id(), MappedThing.SUBJECT, "学科" + name, null),
                            "MATHEMATICS",
                            by,
                            Scope.NOWHERE);
        }
    }

    /** The supplier of the world's lessons. */
    public Supplier supplierOfLessons() {
        return supplier;
    }

    /** A lesson of all schools of a community, of 40 minutes, with a teacher from each. */
    public Activity lesson(Community community, Instant startsAt) {
        return lessons(community, List.of(startsAt)).getFirst();
    }

    /** Several lessons, reported at once. */
    public List<Activity> lessons(Community community, List<Instant> starts) {
        return report(starts.stream()
                .map(startsAt -> report(community, new ActivityKey(supplier.id(), newId()), 1, startsAt))
                .toList());
    }

    /** Research of all schools of a community, entered by somebody of one of them. */
    public Activity enter(Person clerk, Community community, Instant startsAt) {
        var form = new EntryForm(
                "OFFLINE_RESEARCH",
                "教研",
                null,
                null,
                null,
                community.schoolIds().stream()
                        .map(id -> new EntryForm.School(id, null, null))
                        .toList(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
        return app.getBean(HandEntries.class)
                .enter(
                        UUID.randomUUID(),
                        community.id(),
                        form,
                        startsAt,
                        startsAt.plus(LESSON),
                        clerk.viewer(),
                        scope("enterActivity", clerk));
    }

    /** The lesson at another time. */
    public Activity move(Activity lesson, Community community, Instant startsAt) {
        return report(List.of(report(community, lesson.key(), lesson.revision() + 1, startsAt)))
                .getFirst();
    }

    /** Waits until an activity is one lesson with another. */
    public void awaitTwin(Activity activity) {
        var end = Instant.now().plus(PATIENCE);
        while (app.getBean(Activities.class)
                .find(activity.id(), Scope.EVERYWHERE)
                .filter(found -> found.reporting().twins() != null)
                .isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("nothing is one lesson with " + activity.id());
            }
            pause();
        }
    }

    private List<Activity> report(List<ActivityReport> reports) {
        var activities = app.getBean(Activities.class);
        activities.apply(reports, new Origin(supplier.id(), supplier.name(), "test"));
        var ids = reports.stream().map(report -> report.key().id()).toList();
        var found = activities.findAll(ids, Scope.EVERYWHERE);
        return ids.stream().map(found::get).toList();
    }

    private ActivityReport report(Community community, ActivityKey key, long revision, Instant startsAt) {
        var taking = schoolsOf(community);
        var places = new LinkedHashSet<String>();
        taking.forEach(school -> places.addAll(school.places()));
        return new ActivityReport(
                key,
                new ReportedVersion(revision, startsAt.toString()),
                "SYNCED_LESSON",
                "同步课" + revision,
                "MATHEMATICS",
                "五年级2班",
                startsAt,
                startsAt.plus(LESSON),
                ActivityState.PLANNED,
                taking.stream()
                        .map(school -> new ActivitySchool(school.id(), school.name(), "录播教室"))
                        .toList(),
                taking.stream()
                        .map(school -> new ActivityTeacher("李老师", TeachingRole.LEADS, school.name()))
                        .toList(),
                community.id(),
                community.name(),
                supplier.name(),
                "https://lessons.example/" + key.externalId(),
                details(key),
                community.countyCode(),
                places);
    }

    private ActivityDetails details(ActivityKey key) {
        return new ActivityDetails(
                "G5",
                new CourseSeries(supplier.id(), "series", "分数", supplier.name()),
                List.of(new Material("课件", "https://lessons.example/slides/" + key.externalId())),
                "https://lessons.example/recording/" + key.externalId(),
                List.of(new ActivityAttribute("interaction", "LIVE")));
    }

    /** The series of the world's lessons. */
    public CourseSeries series() {
        return new CourseSeries(supplier.id(), "series", "分数", supplier.name());
    }

    /** Another world in the same application, with a supplier of its own. */
    public World another() {
        return new World(app);
    }

    /** Hides an activity or a series from somebody's timetable. */
    public void hide(Person person, Node thing) {
        var id = thing.globalId().encode();
        var selections = app.getBean(Selections.class);
        if (thing instanceof CourseSeries) {
            selections.hideSeries(person.viewer(), id);
        } else {
            selections.hide(person.viewer(), id);
        }
    }

    /** Moves a new lesson of a community that somebody follows. @return id of the notice of it */
    public String notice(Person reader, Community community) {
        var lesson = lesson(community, day(13));
        move(lesson, community, day(14));
        return app.getBean(Notices.class)
                .list(
                        reader.viewer(),
                        Set.of(NoticeAbout.LESSONS),
                        PageRequest.of(Notices.LIST, Notices.LIST_KEYS, 1, null))
                .edges()
                .getFirst()
                .node()
                .globalId()
                .encode();
    }

    /** Enters something of half an hour into somebody's timetable. */
    public void enter(Person person, Instant startsAt) {
        var words = new OwnWords(
                "接孩子", null, null, OwnColour.TEAL, startsAt, startsAt.plus(Duration.ofMinutes(30)), false, null);
        app.getBean(OwnEntries.class).enter(person.viewer(), UUID.randomUUID(), words);
    }

    /** Adds a community or school to somebody's timetable. */
    public void follow(Person teacher, Node channel) {
        app.getBean(Timetables.class)
                .follow(teacher.viewer(), channel.globalId().encode());
    }

    /** Gives a part of somebody's timetable a name. */
    public void name(Person teacher, String name, List<Node> channels) {
        var ids = channels.stream().map(channel -> channel.globalId().encode()).toList();
        app.getBean(NamedTimetables.class).put(teacher.viewer(), UUID.randomUUID(), name, ids, true);
    }

    /** Asks for leave to upload, and posts the bytes into the bucket. */
    public UploadTicket send(Person uploader, Community community, Upload upload) {
        return send(uploader, upload, upload.claim(new ClaimTarget.OneCommunity(community.id()), Optional.empty()));
    }

    private UploadTicket send(Person uploader, Upload upload, ClaimRequest claim) {
        var ticket =
                app.getBean(EvidenceClaims.class).request(claim, uploader.viewer(), scope("requestUpload", uploader));
        var status = FormPost.send(Objects.requireNonNull(ticket.url()), ticket.fields(), upload.bytes());
        if (status / 100 != 2) {
            throw new IllegalStateException("the bucket answers " + status);
        }
        return ticket;
    }

    /** Somebody opens a file. */
    public void view(Person viewer, Evidence evidence) {
        var file = app.getBean(StoredFiles.class)
                .find(evidence.fileId(), Scope.EVERYWHERE)
                .orElseThrow();
        app.getBean(FileViews.class).note(file, viewer.viewer(), "192.0.2.1");
    }

    /** Uploads a file, which becomes evidence. */
    public Evidence upload(Person uploader, Community community, Upload upload) {
        return upload(uploader, new ClaimTarget.OneCommunity(community.id()), upload, Optional.empty());
    }

    /** Uploads one document of a county for several of its communities. */
    public Evidence uploadForAll(Person officer, String countyCode, List<Community> communities) {
        var ids = communities.stream().map(Community::id).toList();
        return upload(
                officer, new ClaimTarget.OfCounty(countyCode, Optional.of(ids)), Upload.document(), Optional.empty());
    }

    /**
     * Uploads a file, which becomes evidence.
     *
     * @param replacesId raw id of the evidence whose place it takes
     */
    public Evidence upload(Person uploader, ClaimTarget target, Upload upload, Optional<String> replacesId) {
        var ticket = send(uploader, upload, upload.claim(target, replacesId));
        return app.getBean(EvidenceClaims.class)
                .confirm(ticket.ticket().id(), uploader.viewer(), scope("confirmUpload", uploader));
    }

    /** Shares a link with a community, which begins with a text. */
    public Resource share(Person person, Community community, String title) {
        return share(person, new GroupsSaid(List.of(community.id()), false), factsOf(title));
    }

    /** Shares a link with groups. */
    public Resource share(Person person, GroupsSaid groups, FactsSaid facts) {
        var link = new ResourceContent.Link("https://example.com/" + UUID.randomUUID(), false);
        return sharing()
                .share(
                        UUID.randomUUID(),
                        schoolOf(person),
                        facts,
                        groups,
                        new ContentSaid(Optional.empty(), Optional.of(link)),
                        person.viewer(),
                        scope("shareResource", person))
                .resource()
                .orElseThrow();
    }

    /** What is said of mathematics of the fifth grade. */
    public static FactsSaid factsOf(String title) {
        return new FactsSaid(title, null, "MATHEMATICS", List.of("G5"), SchoolStage.PRIMARY, Licence.GROUP_ONLY);
    }

    /** Raw id of the school at which somebody has a role. */
    public static String schoolOf(Person person) {
        return person.viewer().places().getFirst().raw();
    }

    /** Asks for leave to share a file with groups. */
    public UploadTicket ticketToShare(Person person, GroupsSaid groups, FactsSaid facts, Upload upload, UUID id) {
        var file = new FileSaid("材料", upload.mediaType(), upload.bytes().length, upload.sha256());
        return sharing()
                .share(
                        id,
                        schoolOf(person),
                        facts,
                        groups,
                        new ContentSaid(Optional.of(file), Optional.empty()),
                        person.viewer(),
                        scope("shareResource", person))
                .ticket()
                .orElseThrow();
    }

    /** Puts the bytes of a ticket into the bucket. */
    public UploadTicket send(UploadTicket ticket, Upload upload) {
        var status = FormPost.send(Objects.requireNonNull(ticket.url()), ticket.fields(), upload.bytes());
        if (status / 100 != 2) {
            throw new IllegalStateException("the bucket answers " + status);
        }
        return ticket;
    }

    /** Says that the bytes of something shared have arrived. */
    public Resource confirmShared(Person person, UploadTicket ticket) {
        return sharing().confirm(ticket.ticket().id(), person.viewer(), scope("confirmResourceUpload", person));
    }

    /** Shares a file with a community. */
    public Resource shareFile(Person person, Community community, Upload upload) {
        var groups = new GroupsSaid(List.of(community.id()), false);
        var ticket = ticketToShare(person, groups, factsOf("二次函数的图像"), upload, UUID.randomUUID());
        return confirmShared(person, send(ticket, upload));
    }

    /** Adds links as versions. */
    public Resource addVersions(Person owner, Resource resource, int count) {
        var now = resource;
        for (int version = 0; version < count; version++) {
            var link = new ResourceContent.Link("https://example.com/" + UUID.randomUUID(), true);
            now = sharing()
                    .addVersion(
                            UUID.randomUUID(),
                            now.id(),
                            now.revision(),
                            new ContentSaid(Optional.empty(), Optional.of(link)),
                            Optional.of("改了"),
                            owner.viewer())
                    .resource()
                    .orElseThrow();
        }
        return now;
    }

    /** Ties a resource to a lesson. */
    public void tie(Person person, Resource resource, Activity lesson) {
        app.getBean(ResourceUse.class).tie(resource.id(), lesson.id(), person.viewer(), scope("tieResource", person));
    }

    /** Says that a lesson is at another time. */
    public Correction askCorrection(Person person, Activity lesson) {
        return app.getBean(Corrections.class)
                .ask(
                        UUID.randomUUID(),
                        lesson.id(),
                        CorrectionKind.TIME,
                        "是第 3 节",
                        person.viewer(),
                        scope("askCorrection", person));
    }

    /** Says that something is wrong with a resource. */
    public ResourceProblem report(Person person, Resource resource) {
        return app.getBean(ResourceProblems.class)
                .report(
                        UUID.randomUUID(),
                        resource.id(),
                        ProblemKind.MISTAKE,
                        Optional.of("第 3 页有错"),
                        person.viewer(),
                        scope("reportResource", person));
    }

    /** A link of an officer to a region, which holds today. */
    public ShareLink shareLink(Person officer, String regionCode) {
        var programmes = app.getBean(Programmes.class);
        var wanted = new ShareLinks.Wanted(
                UUID.randomUUID(),
                regionCode,
                Optional.of(programmes.current()),
                "督查室",
                LocalDate.now(programmes.current().zone()));
        var viewer = officer.viewer();
        return app.getBean(ShareLinks.class).create(wanted, viewer, Scope.of(viewer.places()));
    }

    /** Opens the link to somebody's week for today. @return its key */
    public String weekLink(Person owner) {
        var today = LocalDate.now(app.getBean(Programmes.class).current().zone());
        var url = app.getBean(WeekLinks.class).open(owner.viewer(), today).url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The resource centre of somebody of its staff. */
    public PushSample centre(Person staff) {
        return new PushSample(app, staff);
    }

    /** Recommends a resource to the province. */
    public Recommendation recommend(Person person, Resource resource) {
        return PushSample.recommend(app, person, resource);
    }

    private Sharing sharing() {
        return app.getBean(Sharing.class);
    }

    /** Withdraws evidence. */
    public Evidence withdraw(Person uploader, Evidence evidence) {
        return app.getBean(EvidenceEdits.class)
                .withdraw(
                        evidence.id(),
                        evidence.revision(),
                        "拍错了",
                        uploader.viewer(),
                        scope("withdrawEvidence", uploader));
    }

    /** Enters that a teacher works at another school in a year of the century. */
    public ExchangePeriod exchange(Person clerk, Community community, Teacher teacher, String toSchoolId, int year) {
        return exchange(clerk, community, teacher, toSchoolId, year, scope("addExchangePeriod", clerk));
    }

    /** Enters that a teacher of a community's core school works at its first member school, whoever enters it. */
    public void exchange(Person anybody, Community community) {
        var core = schoolsOf(community).getFirst();
        var to = community.memberIds().getFirst();
        exchange(anybody, community, teacher(core, "交流教师"), to, 21, Scope.of(List.of(core.key())));
    }

    private ExchangePeriod exchange(
            Person clerk, Community community, Teacher teacher, String toSchoolId, int year, Scope scope) {
        var terms =
                new ExchangePeriod.Terms(LocalDate.of(2000 + year, 3, 1), LocalDate.of(2000 + year, 6, 30), 2, true);
        return app.getBean(ExchangePeriods.class)
                .add(UUID.randomUUID(), community.id(), teacher.id(), toSchoolId, terms, clerk.viewer(), scope);
    }

    /** Where somebody may carry out a mutation. */
    public Scope scope(String mutation, Person person) {
        return app.getBean(WhoMay.class)
                .permission("Mutation." + mutation, person.viewer())
                .scope();
    }

    /** Progress of a community, as soon as it has been computed from as many facts as there are. */
    public CommunityProgress progress(Community community, int facts) {
        var id = new ProgressId(programme(), community.id());
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var found = app.getBean(Progresses.class).find(id, Scope.EVERYWHERE);
            if (found.filter(progress -> factsOf(progress) >= facts).isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException("no progress of " + community.id() + " from " + facts + " facts");
    }

    private static long factsOf(CommunityProgress progress) {
        return progress.criteria().stream()
                .flatMap(criterion -> criterion.facts().stream())
                .count();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The database that it stands in. */
    public MongoDatabase database() {
        return app.getBean(MongoDatabase.class);
    }

    /** Raw id of the current programme. */
    public String programme() {
        return app.getBean(Programmes.class).current().id();
    }

    /** A time in the current programme, some days after its first. */
    public Instant day(int number) {
        var programme = app.getBean(Programmes.class).current();
        return programme
                .from()
                .plusDays(number)
                .atTime(10, 0)
                .atZone(programme.zone())
                .toInstant();
    }
}
