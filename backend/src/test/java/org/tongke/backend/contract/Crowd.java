package org.tongke.backend.contract;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.subscription.Changes;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.exchange.Batch;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.publication.ShareLink;
import org.tongke.backend.push.Push;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.PushSample;
import org.tongke.backend.support.RosterSample;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.review.ItemSaid;

/** A county with a community of which there is little of everything, or much, and those who ask for it. */
final class Crowd {
    /** A day of the lessons; the programme begins some days before. */
    private static final int DAY = 10;

    /** How many digits of a county's code are its city's. */
    private static final int CITY_DIGITS = 4;

    private final Instant began = Instant.now().minusSeconds(60);
    private final World world;
    private final Size size;
    private final Community community;
    private final Activity lesson;
    private final Batch batch;
    /** A community that was sent back, and in which something has changed since. */
    private final Community judged;

    private final List<Community> others;

    /** A verified community, the only one or one of three. */
    private final Community verified;

    /** Two, or three: more would be all that the log's first page has. */
    private final List<ShareLink> links;

    private final Person clerk;
    private final Person officer;
    private final Evidence evidence;
    private final Resource resource;
    private final Person centre;
    private final Resource centreResource;
    private final Push push;
    private final Push plannedPush;
    private final List<ExchangePeriod> exchanges;
    /** Ids of notices, the oldest first. */
    private final List<String> notices;

    private final List<Activity> ofTomorrow = new ArrayList<>();
    private final Map<String, Person> callers;
    private final RosterSample roster;
    private final Map<String, Object> variables;

    /**
     * How much there is.
     *
     * <p>There are always two communities: of a single one, lists are asked for in a simpler way.
     *
     * @param county code of the county, which is the crowd's own
     * @param region code of a region that has so many regions below it
     * @param members member schools of the community
     * @param others communities besides
     * @param lessons lessons in a week
     * @param files files of the community
     * @param rows rows of a batch
     */
    record Size(String county, String region, int members, int others, int lessons, int moves, int files, int rows) {
        static final Size FEW = new Size("330383", "3309", 1, 1, 1, 0, 1, 1);
        /** More than fit into the first batch of a database's answer, where lists can be so long. */
        static final Size MANY = new Size("330381", "3301", 19, 59, 130, 5, 12, 200);
    }

    Crowd(World world, Size size) {
        this.world = world;
        this.size = size;
        community = world.community(world.school(size.county()), world.schools(size.county(), size.members()));
        var core = world.schoolsOf(community).getFirst();
        clerk = world.person(Role.CLERK, core.key());
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(size.county()));
        IntStream.range(0, size.members()).forEach(any -> world.person(Role.TEACHER, core.key()));
        links = IntStream.range(0, Math.min(size.members() + 1, 3))
                .mapToObj(any -> world.shareLink(officer, size.county()))
                .toList();
        // before all else, so that what subscriptions tell of the community was written in a row
        judged = judge();
        verified = verify();
        others = others();
        world.schoolsOf(community).forEach(school -> world.teacher(school, "教师"));
        lesson = report();
        IntStream.range(0, size.files()).forEach(any -> {
            var evidence = world.upload(clerk, community, Upload.photo(lesson.id()));
            IntStream.range(0, size.files()).forEach(each -> world.view(clerk, evidence));
        });
        notices = IntStream.rangeClosed(0, size.moves())
                .mapToObj(any -> world.notice(clerk, community))
                .toList();
        evidence = world.uploadForAll(
                officer,
                size.county(),
                Stream.concat(Stream.of(community), others.stream()).toList());
        exchanges = exchanges(core);
        centre = world.person(Role.RESOURCE_CENTRE, PlaceKey.region(size.county()));
        centreResource = world.centre(centre).share("复式教学");
        push = push();
        plannedPush = plan();
        // the newest, which are on the first page
        resource = share();
        // whichever communities a page holds
        others.forEach(other -> world.exchange(clerk, other));
        batch = reportUnknown();
        callers = callers(core, others);
        var schools = world.schoolsOf(community);
        roster = world.roster(officer, core, schools.subList(1, schools.size())).filled();
        variables = variables(core);
        world.progress(community, size.files());
        others.forEach(other -> {
            world.lesson(other, world.day(DAY));
            world.progress(other, 0);
        });
    }

    /** What a command on the roster needs; the roster is a draft with one community in it. */
    private Map<String, Object> ofRoster(String document) {
        var input = roster.seen();
        if (document.contains(" rollUpRosters(")) {
            return Map.of("id", UUID.randomUUID(), "rosters", List.of(input));
        }
        if (document.contains(" previewRoster(")) {
            return Map.of("rosterId", roster.id(), "sheet", roster.sheet());
        }
        if (document.contains(" commitRoster(")) {
            input.put("sheet", roster.sheet());
            input.put("fingerprint", "");
        } else {
            input.put("reason", "撤并");
        }
        return input;
    }

    /** Withdrawn evidence of the community. */
    private Evidence withdrawn() {
        return world.withdraw(clerk, world.upload(clerk, community, Upload.document()));
    }

    /** @return a resource with so many versions, which so many lessons use */
    private Resource share() {
        IntStream.range(1, size.files()).forEach(any -> recommendedAndTied());
        var first = world.shareFile(clerk, community, Upload.document());
        world.lessons(
                        community,
                        Stream.generate(() -> world.day(DAY + 30))
                                .limit(size.files())
                                .toList())
                .forEach(other -> world.tie(clerk, first, other));
        world.tie(clerk, first, lesson);
        IntStream.range(0, size.files()).forEach(any -> {
            world.report(clerk, first);
            world.askCorrection(clerk, lesson);
        });
        return world.addVersions(clerk, first, size.files());
    }

    /** So that a page of resources that has one has the other. */
    private void recommendedAndTied() {
        var shared = world.share(clerk, community, "二次函数");
        world.tie(clerk, shared, lesson);
        world.recommend(clerk, shared);
    }

    /** @return one of so many pushes to all schools of the county; so many resources are recommended */
    private Push push() {
        var sample = world.centre(centre);
        IntStream.range(0, size.files()).forEach(any -> world.recommend(clerk, world.share(clerk, community, "好课件")));
        IntStream.range(1, size.files()).forEach(any -> sample.push(sample.share("课件"), PushSample.ALL));
        return sample.push(centreResource, PushSample.ALL);
    }

    private Push plan() {
        return world.centre(centre)
                .plan(
                        UUID.randomUUID(),
                        centreResource,
                        PushSample.ALL,
                        Optional.of(Instant.parse("2090-01-01T00:00:00Z")));
    }

    /** What a command of a centre needs, or one on a recommendation. */
    private Map<String, Object> ofCentre(String document) {
        var input = new HashMap<String, Object>();
        if (document.contains(" createPush(") || document.contains(" editPush(")) {
            input.putAll(Map.of("resourceId", id(centreResource), "rule", Map.of(), "confirmEverybody", true));
            input.put("sendAt", Instant.parse("2090-01-01T00:00:00Z"));
        }
        if (document.contains(" createPush(")) {
            input.put("id", UUID.randomUUID());
        } else if (document.contains(" remindPush(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "pushId", id(push)));
        } else if (document.contains(" decideRecommendation(")) {
            var fresh = world.recommend(clerk, world.share(clerk, community, "好课件"));
            input.putAll(Map.of("recommendationId", id(fresh), "expectedRevision", 1, "accept", true));
        } else {
            var planned = document.contains(" recallPush(") ? plan() : plannedPush;
            input.putAll(Map.of("pushId", id(planned), "expectedRevision", planned.revision()));
            if (document.contains(" recallPush(")) {
                input.put("reason", "有错");
            }
        }
        return input;
    }

    private Map<String, Object> resource(String document) {
        var input = new HashMap<String, Object>();
        if (document.contains("ieResource(") || document.contains(" openResource(")) {
            input.put("resourceId", id(resource));
            if (document.contains("ieResource(")) {
                input.put("activityId", id(lesson));
            }
            return input;
        }
        if (document.contains(" confirmResourceUpload(")) {
            input.put("ticketId", new GlobalId("UploadTicket", "none").encode());
            return input;
        }
        if (document.contains(" reportResource(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "resourceId", id(resource), "kind", "OTHER"));
            return input;
        }
        if (document.contains(" recommendResource(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "resourceId", id(resource)));
            return input;
        }
        if (document.contains(" resolveResourceProblem(")) {
            input.put("problemId", id(world.report(clerk, resource)));
            input.putAll(Map.of("expectedRevision", 1, "note", "已更正"));
            return input;
        }
        var facts = Map.of("title", "一元二次方程" + UUID.randomUUID(), "licence", "CC_BY");
        var groups = Map.of("communityIds", List.of(id(community)));
        var link = Map.of("link", Map.of("url", "https://example.com/"));
        if (document.contains(" shareResource(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "schoolId", variables.get("school"), "content", link));
            input.putAll(Map.of("facts", facts, "groups", groups));
            return input;
        }
        var fresh = world.share(clerk, community, "一元二次方程");
        input.putAll(Map.of("resourceId", id(fresh), "expectedRevision", fresh.revision()));
        if (document.contains(" addResourceVersion(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "content", link));
        } else if (document.contains(" editResource(")) {
            input.putAll(Map.of("facts", facts, "groups", groups));
        } else {
            input.put("reason", "有错");
        }
        return input;
    }

    private List<ExchangePeriod> exchanges(School core) {
        var teacher = world.teacher(core, "交流教师");
        var to = community.memberIds().getFirst();
        return IntStream.range(0, size.members())
                .mapToObj(year -> world.exchange(clerk, community, teacher, to, year))
                .toList();
    }

    /** More of those that wait for the county, of what was said of one, of what is to be mended, and of what has changed since. */
    private Community judge() {
        var isMany = size.others() > 1;
        // of a single one, lists are asked for in a simpler way
        for (int more = isMany ? 4 : 2; more > 0; more--) {
            world.ready(size.county(), clerk);
        }
        var sentBack = world.ready(size.county(), clerk);
        for (int more = isMany ? 2 : 0; more > 0; more--) {
            world.claim(clerk, sentBack, "2.1", MediaType.JPEG, "又一张.jpg");
            world.say(officer, Verdict.Kind.PASSED, sentBack);
            world.say(officer, Verdict.Kind.WITHDRAWN, sentBack);
        }
        var items = world.finding(sentBack).files().stream()
                .limit(isMany ? 3 : 1)
                .map(file -> new ItemSaid(file.criterion(), Optional.of(file.evidenceId()), Optional.empty(), "看不清"))
                .toList();
        world.sendBack(officer, sentBack, items);
        var changed = isMany ? List.of("1.1", "1.1", "1.2", "2.3") : List.of("1.1");
        changed.forEach(criterion -> world.claim(clerk, sentBack, criterion, MediaType.PDF, "新的.pdf"));
        world.finding(sentBack);
        return sentBack;
    }

    private Community verify() {
        var passed = Stream.generate(() -> world.ready(size.county(), clerk))
                .limit(size.others() > 1 ? 3 : 1)
                .toList();
        passed.forEach(one -> world.say(officer, Verdict.Kind.PASSED, one));
        return passed.getFirst();
    }

    /** @return the batch with the most rows that were not taken */
    private Batch reportUnknown() {
        var supplier = world.supplierOfLessons();
        IntStream.range(0, size.others()).forEach(any -> world.reportUnknown(supplier, 1));
        world.mapNames(supplier, size.others());
        return world.reportUnknown(supplier, size.rows());
    }

    private List<Community> others() {
        return IntStream.range(0, size.others())
                .mapToObj(any -> world.community(world.school(size.county()), world.schools(size.county(), 2)))
                .toList();
    }

    /** @return a lesson of the week, which was moved so often */
    private Activity report() {
        var week = IntStream.range(0, size.lessons())
                .mapToObj(minute -> world.day(DAY).plus(Duration.ofMinutes(minute)))
                .toList();
        var first = world.lessons(community, week).getFirst();
        for (int move = 1; move <= size.moves(); move++) {
            first = world.move(first, community, world.day(DAY).minus(Duration.ofMinutes(move)));
        }
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var soon = world.lessons(
                community,
                IntStream.range(0, Math.min(size.lessons(), 8))
                        .mapToObj(minute -> tomorrow.plus(Duration.ofMinutes(minute)))
                        .toList());
        ofTomorrow.addAll(soon);
        return first;
    }

    private Map<String, Person> callers(School core, List<Community> others) {
        var teacher = world.person(Role.TEACHER, core.key());
        var followed = new ArrayList<Node>(List.of(community));
        Stream.concat(Stream.of(community), others.stream())
                .flatMap(one -> world.schoolsOf(one).stream())
                .limit(size.members() * 10L)
                .forEach(followed::add);
        followed.forEach(channel -> world.follow(teacher, channel));
        world.name(teacher, "全部", followed);
        ofTomorrow.forEach(hidden -> world.hide(teacher, hidden));
        IntStream.range(0, size.others() / 20 + 1)
                .mapToObj(any -> world.another())
                .forEach(other -> {
                    other.lesson(community, other.day(DAY + 20));
                    world.hide(teacher, other.series());
                });
        IntStream.range(0, size.files()).forEach(any -> world.enter(teacher, world.day(DAY)));
        var schools = world.schoolsOf(community);
        var roles = schools.subList(0, Math.max(1, size.members()));
        var cityOfficer =
                world.person(Role.CITY_OFFICER, PlaceKey.region(size.county().substring(0, 4)));
        return Map.of(
                "teacher",
                teacher,
                "clerk",
                clerk,
                "officer",
                officer,
                "city officer",
                world.person(Role.CITY_OFFICER, PlaceKey.region(size.county().substring(0, CITY_DIGITS))),
                "supplier",
                world.platformOf(world.supplierOfLessons()),
                "centre",
                centre,
                "administrator",
                world.person(Role.ADMINISTRATOR),
                "person of several schools",
                world.person(Role.TEACHER, roles.stream().map(School::key).toArray(PlaceKey[]::new)));
    }

    private Map<String, Object> variables(School core) {
        var day = LocalDate.parse(lesson.startsAt().toString().substring(0, 10));
        return Map.ofEntries(
                Map.entry("code", size.region()),
                Map.entry("county", size.county()),
                Map.entry("verified", id(verified)),
                Map.entry("key", links.getLast().key()),
                Map.entry("weekKey", weekKey(core)),
                Map.entry("soon", LocalDate.ofInstant(ofTomorrow.getFirst().startsAt(), ZoneId.of("Asia/Shanghai"))),
                Map.entry("region", new GlobalId("Region", size.county()).encode()),
                Map.entry("community", id(community)),
                Map.entry("school", id(core)),
                Map.entry("programme", new GlobalId("Programme", world.programme()).encode()),
                Map.entry("activity", id(lesson)),
                Map.entry("batch", id(batch)),
                Map.entry("roster", roster.id()),
                Map.entry("evidence", id(evidence)),
                Map.entry("resource", id(resource)),
                Map.entry("push", id(push)),
                Map.entry("pushId", id(push)),
                Map.entry("finding", new GlobalId("Finding", world.programme() + ":" + judged.id()).encode()),
                Map.entry("day", day),
                Map.entry("filter", Map.of("from", day, "to", day.plusDays(1), "communityIds", List.of(id(community)))),
                Map.entry("from", day),
                Map.entry("to", day.plusDays(1)),
                Map.entry("asOf", day),
                Map.entry(
                        "import",
                        world.tryTable(caller("administrator"), core, size.files())
                                .id()),
                Map.entry("plan", plan(core)));
    }

    /** Key of a link to the week of a teacher whose lessons are near. */
    private String weekKey(School core) {
        var teacher = world.person(Role.TEACHER, core.key());
        IntStream.range(0, size.files())
                .forEach(any -> world.enter(teacher, ofTomorrow.getFirst().startsAt()));
        return world.weekLink(teacher);
    }

    /** What would stand at the time of the lessons, with their teacher. */
    private Map<String, Object> plan(School core) {
        return Map.of(
                "startsAt", lesson.startsAt(),
                "endsAt", lesson.startsAt().plus(Duration.ofHours(2)),
                "schools", List.of(Map.of("schoolId", id(core))),
                "teachers", List.of(Map.of("name", "李老师")));
    }

    /** Somebody who asks. */
    Person caller(String name) {
        var caller = callers.get(name);
        if (caller == null) {
            throw new IllegalArgumentException("nobody is " + name);
        }
        return caller;
    }

    /** Values for the variables that a document names. */
    Map<String, Object> variables(String document) {
        var values = new HashMap<>(variables);
        values.put("input", input(document));
        if (document.startsWith("subscription")) {
            values.put("position", position(document));
        }
        values.keySet().removeIf(name -> !document.contains("$" + name + ":"));
        return values;
    }

    /**
     * A position behind which there is as much as is told at once, or the two things that were written last: more may have been written
     * too far from each other to be told together.
     */
    private String position(String document) {
        var isProgress = document.contains("progressChanged(");
        var written = isProgress
                ? written(
                        "progress",
                        Filters.eq(Scope.PLACES, PlaceKey.region(size.county()).value()))
                : written("activities", Filters.eq(Fact.TOUCHES, Community.channelOf(community.id())));
        var name = isProgress ? "progressChanged" : "activitiesChanged";
        var told = written.size() > Changes.MOST ? Changes.MOST : 2;
        var place = written.size() > told
                ? written.get(written.size() - told - 1)
                : new FeedEntry("", new Document("_id", "").append(Fact.CHANGED_AT, Date.from(began)));
        return Cursor.of(name, Long.toString(place.changedAt().toEpochMilli()), place.id())
                .encode();
    }

    private List<FeedEntry> written(String collection, Bson where) {
        return world.database().getCollection(collection).find(where).into(new ArrayList<>()).stream()
                .map(document -> new FeedEntry(collection, document))
                .sorted(Comparator.comparing(FeedEntry::changedAt).thenComparing(FeedEntry::id))
                .toList();
    }

    /** A school or teacher of its own, as it is entered or was. */
    private Map<String, Object> directory(String document) {
        var name = "名录" + UUID.randomUUID();
        if (document.contains("Teacher(")) {
            var teacher = world.teacher(world.schoolsOf(community).getFirst(), name);
            var input = new HashMap<String, Object>();
            if (document.contains(" putTeacher(")) {
                input.put("id", UUID.randomUUID());
            } else {
                input.put("teacherId", id(teacher));
                input.put("expectedRevision", 1);
            }
            if (document.contains(" putTeacher(") || document.contains(" moveTeacher(")) {
                input.put("schoolId", variables.get("school"));
            }
            if (document.contains(" putTeacher(") || document.contains(" editTeacher(")) {
                input.put("name", name);
            }
            return input;
        }
        var input = new HashMap<String, Object>();
        if (document.contains(" putSchool(")) {
            input.put("id", UUID.randomUUID());
            // not in the crowd's own county, whose schools would grow with each attempt
            input.put("countyId", new GlobalId("Region", "330424").encode());
        } else {
            input.put("schoolId", id(world.school(size.county())));
            input.put("expectedRevision", 1);
        }
        if (!document.contains(" closeSchool(")) {
            input.put("school", Map.of("name", name, "area", "TOWN"));
        }
        return input;
    }

    private Map<String, Object> input(String document) {
        if (document.contains(" signIn(")) {
            return Map.of("signInName", "nobody-" + UUID.randomUUID(), "password", "wrong");
        }
        if (List.of("Account(", "Accounts(", "Role(", "Password(", "Token(", "Device(").stream()
                .anyMatch(part -> document.contains(part + "input"))) {
            return access(document);
        }
        if (Pattern.compile(" (put|edit|close|move|leave)(School|Teacher)\\(")
                .matcher(document)
                .find()) {
            return directory(document);
        }
        if (document.contains("Push(input") || document.contains("Recommendation(input")) {
            return ofCentre(document);
        }
        if (document.contains("Resource(input")
                || document.contains("ResourceVersion(input")
                || document.contains("ResourceUpload(input")
                || document.contains("ResourceProblem(input")) {
            return resource(document);
        }
        if (document.contains(" checkDirectoryImport(")) {
            return Map.of("id", UUID.randomUUID(), "table", "TEACHERS", "sheet", Map.of("text", "姓名\t学科\n王海\t数学\n"));
        }
        if (document.contains(" runDirectoryImport(")) {
            var tried = world.tryTable(
                    caller("administrator"), world.schoolsOf(community).getFirst(), size.files());
            return Map.of("importId", tried.id(), "fingerprint", tried.fingerprint());
        }
        if (document.contains("Roster") || document.contains("Reopening(")) {
            return ofRoster(document);
        }
        if (document.contains(" recordAttendance(")) {
            return Map.of("activityId", id(lesson), "expectedRevision", lesson.revision(), "attended", 40);
        }
        if (document.contains(" askCorrection(")) {
            return Map.of("id", UUID.randomUUID(), "activityId", id(lesson), "kind", "TIME");
        }
        if (document.contains(" settleCorrection(")) {
            return Map.of("correctionId", id(world.askCorrection(clerk, lesson)), "expectedRevision", 1, "note", "已更正");
        }
        if (document.contains("Twins(")) {
            return Map.of("activityId", id(lesson), "expectedRevision", lesson.revision());
        }
        if (document.contains(" putActivityKind(")) {
            return Map.of("code", "KIND_OF_CROWD", "nameZh", "样例", "nameEn", "Sample", "subjectRequired", false);
        }
        if (List.of(" enter", " edit", " move", " cancel", " copy").stream()
                .anyMatch(verb -> document.contains(verb + "Activity("))) {
            return entered(document);
        }
        if (document.contains("NamedTimetable(")) {
            return document.contains(" put")
                    ? Map.of("id", new UUID(1, 1), "name", "我的", "channelIds", List.of(), "withOwn", true)
                    : Map.of("id", UUID.randomUUID());
        }
        if (document.contains("ollowChannel(")) {
            return Map.of("channelId", id(community));
        }
        if (document.contains("eActivity(") || document.contains("dActivity(")) {
            return Map.of("activityId", id(lesson));
        }
        if (document.contains("readNotices(")) {
            return Map.of("noticeId", notices.getLast());
        }
        if (document.contains("eSeries(")) {
            return Map.of("seriesId", id(world.series()));
        }
        if (document.contains("OwnEntry(")) {
            return ownEntry(document.contains("edit"));
        }
        if (document.contains(" joinCommunity(")
                || document.contains(" leaveCommunity(")
                || document.contains(" changeCommunityMode(")) {
            return changed(document);
        }
        if (document.contains(" createShareLink(")) {
            var region = new GlobalId("Region", size.county()).encode();
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
            // one that is there, so that the log's first page is not full of them
            return Map.of("id", links.getFirst().id(), "regionId", region, "lastDay", today);
        }
        if (document.contains(" openWeekLink(")) {
            return Map.of("lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai")));
        }
        if (document.contains(" endShareLink(")) {
            return Map.of("linkId", new GlobalId(ShareLink.TYPE, "none").encode());
        }
        if (document.contains(" raiseTarget(") || document.contains(" withdrawTargetRaise(")) {
            return raised(document);
        }
        if (document.contains("Evidence(")) {
            return evidence(document);
        }
        if (document.contains("ExchangePeriod(")) {
            return exchange(document);
        }
        if (document.contains(" putBellSchedule(")) {
            return Map.of("schoolId", variables.get("school"), "validFrom", "2021-03-01", "periods", List.of());
        }
        var supplier = id(world.supplierOfLessons());
        if (document.contains(" retryQuarantined(")) {
            return Map.of("supplierId", supplier);
        }
        if (document.contains("apName(")) {
            var name = new HashMap<String, Object>(Map.of("supplierId", supplier, "what", "SUBJECT", "name", "奥数"));
            if (document.contains(" mapName(")) {
                name.put("to", "MATHEMATICS");
            }
            return name;
        }
        if (document.contains(" discardQuarantined(")) {
            world.reportUnknown(world.supplierOfLessons(), 1);
            var row = world.quarantineOf(world.supplierOfLessons()).getFirst();
            return Map.of("rowId", id(row), "revision", row.revision(), "reason", "测试数据");
        }
        if (document.contains(" syncActivities(")) {
            return batch();
        }
        if (document.contains(" passCommunities(")) {
            return Map.of("communities", decisions(this::passed));
        }
        if (document.contains(" withdrawFindings(")) {
            return Map.of("findings", decisions(of -> Map.of("expectedRevision", 9_999, "reason", "再看一遍")));
        }
        if (document.contains("Community(input") || document.contains("withdrawFinding(")) {
            return decision(document);
        }
        if (document.contains(" confirmUpload(")) {
            var ticket = world.send(clerk, community, Upload.document()).ticket();
            return Map.of("ticketId", ticket.globalId().encode());
        }
        return upload(Upload.document());
    }

    /** What has a revision that it never had. */
    private Map<String, Object> changed(String document) {
        var input = new HashMap<String, Object>(
                Map.of("communityId", id(community), "expectedRevision", 9_999, "reason", "试一试"));
        input.put("on", LocalDate.parse("2099-01-01"));
        if (document.contains(" changeCommunityMode(")) {
            input.put("mode", "MERGED");
        } else {
            input.put("schoolId", variables.get("school"));
        }
        return input;
    }

    /** A raise by nothing, or the end of one that never was. */
    private Map<String, Object> raised(String document) {
        var input = new HashMap<String, Object>(
                Map.of("regionId", new GlobalId("Region", size.county()).encode(), "reason", "试一试"));
        if (document.contains(" raiseTarget(")) {
            input.put("newMembers", 1);
            input.put("pairedSchools", 1);
        }
        return input;
    }

    /** Something that is refused, or nothing new. */
    private Map<String, Object> access(String document) {
        var input = new HashMap<String, Object>();
        if (document.contains(" signOutDevice(")) {
            input.put("deviceId", new GlobalId("Device", "none").encode());
        } else if (document.contains(" changePassword(")) {
            input.putAll(Map.of("oldPassword", "wrong", "newPassword", "wrong, too"));
        } else if (document.contains(" issueToken(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "name", " ", "scope", "READ", "lastDay", LocalDate.now()));
        } else if (document.contains(" revokeToken(")) {
            input.put("tokenId", new GlobalId("AccessToken", "none").encode());
        } else if (document.contains(" importAccounts(")) {
            input.put("schoolId", variables.get("school"));
            input.put("table", Map.of("text", people()));
            input.put("commit", true);
        } else if (document.contains(" createAccount(")) {
            input.putAll(Map.of("id", UUID.randomUUID(), "name", " ", "signInName", "nobody", "role", "TEACHER"));
            input.put("placeId", variables.get("school"));
        } else {
            input.putAll(Map.of("accountId", new GlobalId("Account", "none").encode(), "expectedRevision", 1));
            if (document.contains("Role(")) {
                input.putAll(Map.of("role", "TEACHER", "placeId", variables.get("school")));
            }
            if (document.contains(" renameAccount(")) {
                input.put("name", "老师");
            }
            if (document.contains(" resetPassword(")) {
                input.put("id", UUID.randomUUID());
            }
        }
        return input;
    }

    private String people() {
        return IntStream.range(0, size.rows())
                .mapToObj(row -> "\n新老师\tnew-" + UUID.randomUUID())
                .collect(Collectors.joining("", "姓名\t登录名", ""));
    }

    private Map<String, Object> evidence(String document) {
        var mine = document.contains(" restoreEvidence(")
                ? withdrawn()
                : world.upload(clerk, community, Upload.document());
        var input = new HashMap<String, Object>(Map.of("evidenceId", id(mine), "expectedRevision", mine.revision()));
        if (document.contains(" withdrawEvidence(")) {
            input.put("reason", "拍错了");
        }
        if (document.contains(" editEvidence(")) {
            input.put("criterion", mine.criterion());
            input.put("note", "改了");
        }
        return input;
    }

    /** A period that overlaps another one, or nothing new. */
    private Map<String, Object> exchange(String document) {
        var period = exchanges.getFirst();
        var input = new HashMap<String, Object>();
        if (document.contains(" addExchangePeriod(")) {
            input.put("id", UUID.randomUUID());
            input.put("communityId", id(community));
            input.put("teacherId", new GlobalId("Teacher", period.key().teacherId()).encode());
        } else {
            input.put("periodId", id(period));
            input.put("expectedRevision", period.revision());
        }
        if (!document.contains(" withdrawExchangePeriod(")) {
            input.put("endsOn", period.terms().endsOn());
        }
        if (document.contains(" addExchangePeriod(") || document.contains(" editExchangePeriod(")) {
            input.put("toSchoolId", new GlobalId("School", period.to().id()).encode());
            input.put("startsOn", period.terms().startsOn());
            input.put("daysAWeek", 2);
            input.put("backbone", true);
        }
        return input;
    }

    private static Map<String, Object> ownEntry(boolean isEdit) {
        var entry =
                Map.of("title", "接孩子", "startsAt", "2021-05-10T16:00:00+08:00", "endsAt", "2021-05-10T16:30:00+08:00");
        return isEdit
                ? Map.of("id", UUID.randomUUID(), "expectedRevision", 1, "entry", entry)
                : Map.of("id", UUID.randomUUID(), "entry", entry);
    }

    /** A supplier's lesson, which is refused as late as can be; or a new one or a copy. */
    private Map<String, Object> entered(String document) {
        var input = new HashMap<String, Object>();
        if (document.contains(" enterActivity(") || document.contains(" copyActivity(")) {
            input.put("id", UUID.randomUUID());
        } else {
            input.put("expectedRevision", lesson.revision());
        }
        if (document.contains(" enterActivity(")) {
            input.put("communityId", id(community));
        } else {
            input.put("activityId", id(lesson));
        }
        if (!document.contains(" editActivity(") && !document.contains(" cancelActivity(")) {
            input.put("startsAt", "2021-05-10T08:00:00+08:00");
            input.put("endsAt", "2021-05-10T08:40:00+08:00");
        }
        if (document.contains(" enterActivity(") || document.contains(" editActivity(")) {
            var schools = world.schoolsOf(community).stream()
                    .map(school -> Map.of("schoolId", id(school)))
                    .toList();
            input.put("facts", Map.of("kind", "OFFLINE_RESEARCH", "title", "教研", "schools", schools));
        }
        return input;
    }

    /** Something that is refused as late as can be, since nobody is to decide for good. */
    private Map<String, Object> decision(String document) {
        var of = document.contains(" resubmit") ? community : judged;
        var input = new HashMap<String, Object>(Map.of(
                "id",
                UUID.randomUUID(),
                "communityId",
                id(of),
                "expectedRevision",
                world.finding(of).revision()));
        if (document.contains(" pass") || document.contains(" sendBack")) {
            input.put("seen", world.finding(of).seen());
        }
        if (document.contains(" sendBack")) {
            input.put("items", List.of(Map.of("criterion", "1.1", "reason", "看不清")));
        }
        if (document.contains(" withdraw")) {
            input.put("reason", " ");
        }
        return input;
    }

    /** On the community that was judged, and on so many others; all are refused, but not before what stands there is read. */
    private List<Map<String, Object>> decisions(Function<Community, Map<String, Object>> said) {
        return Stream.concat(Stream.of(judged), others.stream().limit(size.files()))
                .<Map<String, Object>>map(of -> {
                    var input = new HashMap<>(said.apply(of));
                    input.put("id", UUID.randomUUID());
                    input.put("communityId", id(of));
                    return input;
                })
                .toList();
    }

    private Map<String, Object> passed(Community of) {
        var finding = world.finding(of);
        return Map.of("expectedRevision", finding.revision(), "seen", finding.seen());
    }

    private Map<String, Object> upload(Upload upload) {
        return Map.of(
                "id", UUID.randomUUID(),
                "communityId", id(community),
                "criterion", upload.criterion(),
                "fileName", "材料",
                "mediaType", upload.mediaType(),
                "sizeBytes", upload.bytes().length,
                "sha256", upload.sha256());
    }

    private Map<String, Object> batch() {
        var schools = world.schoolsOf(community).stream()
                .map(school -> Map.of("name", school.name()))
                .toList();
        var rows = IntStream.range(0, size.rows())
                .mapToObj(row -> Map.of(
                        "externalId", UUID.randomUUID(),
                        "revision", 1,
                        "state", "PLANNED",
                        "kind", "SYNCED_LESSON",
                        "title", "同步课",
                        "subject", "数学",
                        "startsAt", "2021-05-10T09:00:00+08:00",
                        "endsAt", "2021-05-10T09:40:00+08:00",
                        "schools", schools))
                .toList();
        return Map.of("batchId", UUID.randomUUID(), "activities", rows);
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
