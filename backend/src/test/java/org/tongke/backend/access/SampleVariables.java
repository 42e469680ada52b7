package org.tongke.backend.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.HandEntries;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.CommunityChanges;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RaisedTargets;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.exchange.Batch;
import org.tongke.backend.exchange.QuarantinedRow;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.publication.ShareLink;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.register.ExchangePeriods;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.RosterSample;
import org.tongke.backend.support.TwoCounties;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import org.tongke.backend.term.BellSchedules;
import org.tongke.backend.timetable.OwnColour;
import org.tongke.backend.timetable.OwnEntries;
import org.tongke.backend.timetable.OwnWords;

/** Values for the variables of the samples, by their names: of things in a world, or of things that are nowhere. */
final class SampleVariables {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{3,}");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    /** Signs the account in that has no role. */
    private static final String TABLE = "姓名\t学科\n样表老师\t数学\n";

    private static final String PASSWORD = "tongke-2021";
    private static final UUID NAMED = UUID.fromString("5b2f6c1e-7a43-4c1b-9a53-0d8d6f2f9e11");

    private final ApplicationContext app;
    private final TwoCounties world;
    private final AtomicInteger attended = new AtomicInteger(100);
    private final LocalDate day;
    private final Account withPassword;
    private final Account managed;
    private final Account closed;
    private final Account audited;
    private final UUID entryOfColleague;
    private final String notice;
    private final Batch batch;
    /** A lesson that somebody else reports, too. */
    private final Activity twin;

    private final Activity cancelled;
    private final Map<String, DirectoryImport> imports;

    private final RosterSample roster;
    private final ShareLink link;
    /** Key of a link to the week of somebody who closes none. */
    private final String weekKey;

    /** Of the teacher here; nothing arrives with it. */
    private final UploadTicket shareTicket;

    SampleVariables(ApplicationContext app, TwoCounties world) {
        this.app = app;
        this.world = world;
        withPassword = world.world().account(PASSWORD);
        managed = teacherHere();
        closed = teacherHere();
        audited = teacherHere();
        world.world().awaitAudit(audited.id());
        entryOfColleague = enter(world.colleague());
        notice = world.world().notice(world.person("teacher here"), world.here());
        day = LocalDate.ofInstant(
                world.lesson().startsAt(),
                app.getBean(Programmes.class).current().zone());
        // more than are discarded; once they were tried again by themselves, only a command changes them
        batch = world.world().reportUnknown(world.world().supplierOfLessons(), 5);
        world.world().awaitTried(world.world().supplierOfLessons());
        world.world().mapNames(world.world().supplierOfLessons(), 1);
        twin = twin();
        cancelled = cancelled();
        var schools = world.world().schoolsOf(world.here());
        roster = world.world()
                .roster(world.person("county here"), schools.getFirst(), List.of(schools.get(1)))
                .filled();
        imports = tryTables();
        shareTicket = ticketToShare(Upload.document());
        link = shareLink();
        weekKey = world.world().weekLink(world.colleague());
    }

    private ShareLink shareLink() {
        return world.world().shareLink(world.person("county here"), TwoCounties.COUNTY);
    }

    private Account teacherHere() {
        var person = world.world().person(Role.TEACHER, world.school().key());
        return app.getBean(Accounts.class).find(person.account()).orElseThrow();
    }

    private Activity twin() {
        var lesson = world.world().lesson(world.here(), world.world().day(15));
        var clerk = world.person("clerk here").viewer();
        app.getBean(HandEntries.class)
                .copy(
                        UUID.randomUUID(),
                        lesson.id(),
                        lesson.startsAt(),
                        Optional.empty(),
                        clerk,
                        Scope.of(clerk.places()));
        world.world().awaitTwin(lesson);
        return lesson;
    }

    private Activity cancelled() {
        var clerk = world.person("clerk here").viewer();
        var scope = Scope.of(clerk.places());
        var entries = app.getBean(HandEntries.class);
        var later = world.lesson().startsAt().plusSeconds(20 * 86_400L);
        var copy = entries.copy(UUID.randomUUID(), world.lesson().id(), later, Optional.empty(), clerk, scope);
        return entries.cancel(copy.id(), copy.revision(), "停电", clerk, scope);
    }

    /**
     * What a document asks for, with things that are there. What it does not name is not looked for: that costs more than the request.
     *
     * @throws IllegalArgumentException when it names what is nowhere here
     */
    Map<String, Object> of(String sample, String document, @Nullable Person caller) {
        var values = new HashMap<String, Object>();
        VARIABLE.matcher(document)
                .results()
                .map(found -> found.group(1))
                .forEach(name -> values.computeIfAbsent(name, it -> value(it, sample, caller)));
        return values;
    }

    private Object value(String name, String sample, @Nullable Person caller) {
        return switch (name) {
            case "day", "from", "to" -> day;
            case "school" -> id(world.school());
            case "code" -> TwoCounties.COUNTY;
            case "region" -> id(region(TwoCounties.COUNTY));
            case "city" -> id(region(TwoCounties.CITY));
            case "province" -> id(region(Regions.PROVINCE));
            case "community" -> id(world.here());
            case "verified" -> id(world.toWithdraw());
            case "key" -> link.key();
            case "weekKey" -> weekKey;
            case "programme" -> id(app.getBean(Programmes.class).current());
            case "activity" -> id(world.lesson());
            case "cancelled" -> id(cancelled);
            case "plan" -> plan();
            case "series" -> id(world.world().series());
            case "teacher" -> id(world.teacher());
            case "evidence" -> id(world.evidence());
            case "withdrawn" -> id(world.withdrawn());
            case "resource" -> id(world.resource());
            case "problem" -> id(world.problem());
            case "correction" -> id(world.correction());
            case "push" -> id(world.push());
            case "recommendation" -> id(world.recommendation());
            case "exchange" -> id(world.exchange());
            case "finding" -> id(world.world().finding(world.here()));
            case "file" -> new GlobalId("StoredFile", world.evidence().fileId()).encode();
            case "roster" -> roster.id();
            case "supplier" -> id(world.world().supplierOfLessons());
            case "batch" -> id(batch);
            case "row" -> id(row());
            case "account" -> account(caller == null ? world.colleague() : caller);
            case "managedKey" -> audited.id();
            case "supplierAccount" -> account(world.person("supplier own"));
            case "other" -> account(world.colleague());
            case "position" -> positionOf(sample);
            case "import" -> imported(caller).id();
            case "input" -> input(sample, caller);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Map<String, Object> plan() {
        var plan = new HashMap<>(times(1));
        plan.put("schools", List.of(Map.of("schoolId", id(world.school()))));
        return plan;
    }

    /** A position of a subscription from before there was anything. */
    private static String positionOf(String sample) {
        var begin = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        return Cursor.of(sample.replace("Subscription_", ""), Long.toString(begin), "")
                .encode();
    }

    /** The same with things that are nowhere. */
    Map<String, Object> nowhere(String sample, String document, @Nullable Person caller) {
        var values = of(sample, document, caller);
        values.replaceAll((name, value) -> nowhere(value));
        values.replace("code", "999999");
        values.replace("managedKey", "nowhere");
        return values;
    }

    private static Object nowhere(Object value) {
        return switch (value) {
            case String text ->
                GlobalId.decode(text)
                        .filter(id -> TYPE.matcher(id.type()).matches())
                        .map(id -> new GlobalId(id.type(), "nowhere").encode())
                        .orElse(text);
            case Map<?, ?> map -> {
                var values = new HashMap<Object, Object>(map);
                values.replaceAll((name, inner) -> nowhere(inner));
                yield values;
            }
            case List<?> list -> list.stream().map(SampleVariables::nowhere).toList();
            default -> value;
        };
    }

    private Map<String, Object> input(String sample, @Nullable Person caller) {
        return switch (sample) {
            case "Mutation_signIn" -> Map.of("signInName", withPassword.signInName(), "password", PASSWORD);
            case "Mutation_importAccounts" ->
                Map.of(
                        "schoolId",
                        id(world.school()),
                        "table",
                        Map.of("text", "姓名\t登录名\n新老师\tnew-" + UUID.randomUUID()),
                        "commit",
                        true);
            case "Mutation_issueSandboxToken" -> Map.of("id", UUID.randomUUID());
            case "Mutation_issueToken" -> {
                var wanted = ofSupplier();
                wanted.put("id", UUID.randomUUID());
                wanted.put("name", "排课系统");
                wanted.put("scope", "READ");
                wanted.put("lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30));
                yield wanted;
            }
            case "Mutation_revokeToken" -> {
                var revoked = ofSupplier();
                revoked.put("tokenId", new GlobalId("AccessToken", "none").encode());
                yield revoked;
            }
            case "Mutation_signOutDevice" -> Map.of("deviceId", new GlobalId("Device", "none").encode());
            case "Mutation_changePassword" -> Map.of("oldPassword", PASSWORD, "newPassword", PASSWORD);
            case "Mutation_createAccount" -> {
                var wanted = role("TEACHER");
                wanted.put("id", UUID.randomUUID());
                wanted.put("name", "新老师");
                wanted.put("signInName", "new-" + UUID.randomUUID());
                yield wanted;
            }
            case "Mutation_renameAccount" -> {
                var renamed = account(managed);
                renamed.put("name", "老师" + attended.incrementAndGet());
                yield renamed;
            }
            case "Mutation_grantRole" -> {
                var granted = role("TEACHER");
                granted.putAll(account(managed));
                yield granted;
            }
            case "Mutation_revokeRole" -> {
                var revoked = role("CLERK");
                revoked.putAll(account(managed));
                yield revoked;
            }
            case "Mutation_closeAccount" -> account(closed);
            case "Mutation_reopenAccount" -> account(managed);
            case "Mutation_resetPassword" -> {
                var reset = account(managed);
                reset.put("id", UUID.randomUUID());
                yield reset;
            }
            case "Mutation_putSchool" ->
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "countyId",
                        id(region(TwoCounties.COUNTY)),
                        "school",
                        Map.of("name", "样例学校" + UUID.randomUUID(), "area", "TOWN"));
            case "Mutation_editSchool" -> {
                var edit = school();
                edit.put(
                        "school",
                        Map.of(
                                "name",
                                world.school().name(),
                                "area",
                                "TOWN",
                                "address",
                                "样例路" + attended.incrementAndGet() + "号"));
                yield edit;
            }
            case "Mutation_closeSchool" -> school();
            case "Mutation_putTeacher" ->
                Map.of("id", UUID.randomUUID(), "schoolId", id(world.school()), "name", "样例老师");
            case "Mutation_editTeacher" -> {
                var edit = teacher();
                edit.put("name", "样例老师" + attended.incrementAndGet());
                yield edit;
            }
            case "Mutation_moveTeacher" -> {
                var move = teacher();
                move.put("schoolId", id(world.school()));
                yield move;
            }
            case "Mutation_leaveTeacher" -> teacher();
            case "Mutation_checkDirectoryImport" ->
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "table",
                        "TEACHERS",
                        "sheet",
                        Map.of("text", TABLE),
                        "schoolId",
                        id(world.school()));
            case "Mutation_runDirectoryImport" -> {
                var imported = imported(caller);
                yield Map.of("importId", imported.id(), "fingerprint", imported.fingerprint());
            }
            case "Mutation_recordAttendance" ->
                Map.of(
                        "activityId",
                        id(world.lesson()),
                        "expectedRevision",
                        revisionOfLesson(),
                        "attended",
                        attended.incrementAndGet());
            case "Mutation_enterActivity" -> {
                var entry = new HashMap<>(times(1));
                entry.put("id", UUID.randomUUID());
                entry.put("communityId", id(world.here()));
                entry.put("facts", facts("教研"));
                yield entry;
            }
            case "Mutation_editActivity" -> {
                var edit = entered(world.entered());
                edit.put("facts", facts("教研" + attended.incrementAndGet()));
                yield edit;
            }
            case "Mutation_moveActivity" -> {
                var move = entered(world.entered());
                move.putAll(times(attended.incrementAndGet()));
                yield move;
            }
            case "Mutation_separateTwins", "Mutation_rejoinTwins" -> entered(twin);
            case "Mutation_cancelActivity" -> entered(world.enteredToo());
            case "Mutation_copyActivity" -> {
                var copy = new HashMap<>(times(3));
                copy.put("id", UUID.randomUUID());
                copy.put("activityId", id(world.lesson()));
                yield copy;
            }
            case "Mutation_putActivityKind" ->
                Map.of("code", "KIND_OF_SAMPLES", "nameZh", "样例", "nameEn", "Sample", "subjectRequired", false);
            case "Mutation_followChannel", "Mutation_unfollowChannel" -> Map.of("channelId", id(world.here()));
            case "Mutation_hideActivity", "Mutation_showActivity", "Mutation_addActivity", "Mutation_removeActivity" ->
                Map.of("activityId", id(world.lesson()));
            case "Mutation_hideSeries", "Mutation_showSeries" ->
                Map.of("seriesId", id(world.world().series()));
            case "Mutation_enterOwnEntry" -> Map.of("id", UUID.randomUUID(), "entry", ownEntry("接孩子"));
            case "Mutation_editOwnEntry" -> edit(hasTimetable(caller) ? enter(caller) : entryOfColleague);
            case "Mutation_editOwnEntry_of_another" -> edit(entryOfColleague);
            case "Mutation_removeOwnEntry" -> Map.of("id", hasTimetable(caller) ? enter(caller) : entryOfColleague);
            case "Mutation_putNamedTimetable" ->
                Map.of("id", NAMED, "name", "五年级组", "channelIds", List.of(), "withOwn", true);
            case "Mutation_removeNamedTimetable" -> Map.of("id", NAMED);
            case "Mutation_readNotices" -> Map.of("noticeId", notice);
            case "Mutation_putBellSchedule" -> bellSchedule();
            case "Mutation_requestUpload" -> upload(Upload.document());
            case "Mutation_requestUpload_of_a_lesson" ->
                upload(Upload.photo(world.lesson().id()));
            case "Mutation_requestUpload_of_a_county" -> {
                var document = upload(Upload.document());
                document.remove("communityId");
                document.put("countyId", id(region(TwoCounties.COUNTY)));
                document.put("communityIds", List.of(id(world.here())));
                yield document;
            }
            case "Mutation_withdrawEvidence" -> withdrawal(is(caller, "clerk here") ? fresh() : world.evidence());
            case "Mutation_withdrawEvidence_county" ->
                withdrawal(is(caller, "county here") ? freshOfCounty() : world.document());
            case "Mutation_restoreEvidence" -> written(is(caller, "clerk here") ? freshWithdrawn() : world.withdrawn());
            case "Mutation_editEvidence" -> {
                var edit = written(world.evidence());
                edit.put("criterion", world.evidence().criterion());
                edit.put("activityId", id(world.lesson()));
                edit.put("note", "第" + attended.incrementAndGet() + "排");
                yield edit;
            }
            case "Mutation_addExchangePeriod" -> {
                var period = terms(attended.incrementAndGet());
                period.put("id", UUID.randomUUID());
                period.put("communityId", id(world.here()));
                period.put("teacherId", id(world.teacher()));
                yield period;
            }
            case "Mutation_editExchangePeriod" -> {
                var period = period();
                period.putAll(terms(attended.incrementAndGet()));
                yield period;
            }
            case "Mutation_endExchangePeriod" -> {
                var period = period();
                period.put("endsOn", exchange().terms().startsOn().plusDays(attended.incrementAndGet()));
                yield period;
            }
            case "Mutation_withdrawExchangePeriod" -> {
                var entered = is(caller, "clerk here") ? freshExchange() : world.exchange();
                yield new HashMap<>(Map.of("periodId", id(entered), "expectedRevision", entered.revision()));
            }
            case "Mutation_confirmUpload" -> Map.of("ticketId", ticket(caller));
            case "Mutation_confirmUpload_of_another" -> Map.of("ticketId", ticket(null));
            case "Mutation_shareResource" -> {
                var shared = new HashMap<>(said());
                shared.put("id", UUID.randomUUID());
                shared.put("schoolId", id(world.school()));
                shared.put("content", Map.of("link", Map.of("url", "https://example.com/")));
                yield shared;
            }
            case "Mutation_addResourceVersion" -> {
                var version = written(world.resource());
                version.put("id", UUID.randomUUID());
                version.put("content", Map.of("link", Map.of("url", "https://example.com/", "video", true)));
                yield version;
            }
            case "Mutation_editResource" -> {
                var edit = written(world.resource());
                edit.putAll(said());
                yield edit;
            }
            case "Mutation_withdrawResource" -> {
                var isTheirs = is(caller, "teacher here") || is(caller, "clerk here") || is(caller, "county here");
                var taken = written(isTheirs ? freshResource() : world.resource());
                taken.put("reason", "有错");
                yield taken;
            }
            case "Mutation_confirmResourceUpload" -> Map.of("ticketId", shareTicket(caller));
            case "Mutation_tieResource", "Mutation_untieResource" ->
                Map.of("resourceId", id(world.resource()), "activityId", id(world.lesson()));
            case "Mutation_askCorrection" ->
                Map.of("id", UUID.randomUUID(), "activityId", id(world.lesson()), "kind", "JOIN");
            case "Mutation_settleCorrection" -> {
                var isTheirs = List.of("clerk here", "county here", "supplier own", "administrator").stream()
                        .anyMatch(name -> is(caller, name));
                var correction = isTheirs
                        ? world.world().askCorrection(world.person("teacher here"), world.lesson())
                        : world.correction();
                yield Map.of("correctionId", id(correction), "expectedRevision", 1, "note", "已更正");
            }
            case "Mutation_reportResource" ->
                Map.of("id", UUID.randomUUID(), "resourceId", id(world.resource()), "kind", "BROKEN");
            case "Mutation_resolveResourceProblem" -> {
                var isTheirs = is(caller, "teacher here") || is(caller, "county here");
                var problem = isTheirs ? world.world().report(world.colleague(), world.resource()) : world.problem();
                yield Map.of("problemId", id(problem), "expectedRevision", 1, "note", "已更正");
            }
            case "Mutation_createPush" -> {
                var push = push();
                push.put("id", UUID.randomUUID());
                yield push;
            }
            case "Mutation_editPush" -> {
                var push = push();
                push.putAll(planned(caller));
                push.put("note", "第 " + attended.incrementAndGet() + " 稿");
                yield push;
            }
            case "Mutation_recallPush" -> {
                var recalled = planned(caller);
                recalled.put("reason", "内容有误");
                yield recalled;
            }
            case "Mutation_remindPush" -> Map.of("id", UUID.randomUUID(), "pushId", id(world.push()));
            case "Mutation_createShareLink" ->
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "regionId",
                        id(region(TwoCounties.COUNTY)),
                        "lastDay",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
            case "Mutation_openWeekLink" -> Map.of("lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai")));
            case "Mutation_endShareLink" -> {
                var theirs = Stream.of("county here", "city here", "province", "administrator");
                var ended = theirs.anyMatch(name -> is(caller, name)) ? shareLink() : link;
                yield Map.of("linkId", new GlobalId(ShareLink.TYPE, ended.id()).encode());
            }
            case "Mutation_recommendResource" ->
                Map.of("id", UUID.randomUUID(), "resourceId", id(world.resource()), "note", "学生很喜欢");
            case "Mutation_decideRecommendation" -> {
                var decided = is(caller, "centre")
                        ? world.world().recommend(world.person("teacher here"), freshResource())
                        : world.recommendation();
                yield Map.of(
                        "recommendationId", id(decided), "expectedRevision", 1, "accept", false, "reason", "已有同类资源");
            }
            case "Mutation_openResource" -> Map.of("resourceId", id(world.resource()));
            case "Mutation_passCommunity" -> decision(world.toPass(), true);
            case "Mutation_passCommunities" -> Map.of("communities", List.of(decision(world.toPassWithOthers(), true)));
            case "Mutation_withdrawFindings" -> {
                var said = decision(world.toWithdrawWithOthers(), false);
                said.put("reason", "再看一遍");
                yield Map.of("findings", List.of(said));
            }
            case "Mutation_sendBackCommunity" -> {
                var said = decision(world.toSendBack(), true);
                said.put("items", List.of(Map.of("criterion", "1.1", "reason", "缺公章")));
                yield said;
            }
            case "Mutation_resubmitCommunity" -> decision(world.toResubmit(), false);
            case "Mutation_withdrawFinding" -> {
                var said = decision(world.toWithdraw(), false);
                said.put("reason", "再看一遍");
                yield said;
            }
            case "Mutation_previewRoster" -> Map.of("rosterId", roster.id(), "sheet", roster.sheet());
            case "Mutation_commitRoster" -> {
                var table = (is(caller, "county here") ? roster.empty() : roster).seen();
                table.put("sheet", roster.sheet());
                table.put("fingerprint", roster.fingerprint());
                yield table;
            }
            case "Mutation_putRosterRow" -> {
                var row = (is(caller, "county here") ? roster.empty() : roster).seen();
                row.put("coreId", id(world.school()));
                row.put(
                        "memberIds",
                        List.of(id(world.world().schoolsOf(world.here()).get(1))));
                row.put("mode", "CO_BUILT");
                yield row;
            }
            case "Mutation_dropRosterRow" -> {
                var row = (is(caller, "county here") ? roster.filled() : roster).seen();
                row.put("coreId", id(world.school()));
                yield row;
            }
            case "Mutation_submitRoster" -> (is(caller, "county here") ? roster.filled() : roster).seen();
            case "Mutation_returnRoster" -> {
                var isOurs = is(caller, "county here") || is(caller, "city here");
                yield because(isOurs ? roster.submitted() : roster);
            }
            case "Mutation_rollUpRosters" -> {
                var seen = (is(caller, "city here") ? roster.submitted() : roster).seen();
                yield Map.of("id", UUID.randomUUID(), "rosters", List.of(seen));
            }
            case "Mutation_askReopening" ->
                because(is(caller, "county here") ? roster.draft().locked() : roster);
            case "Mutation_decideReopening" -> {
                var isDue = is(caller, "city here") ? roster.draft().asked() : roster;
                var said = because(is(caller, "province") ? roster.granted() : isDue);
                said.put("granted", true);
                yield said;
            }
            case "Mutation_joinCommunity", "Mutation_leaveCommunity", "Mutation_changeCommunityMode" ->
                changed(sample, caller);
            case "Mutation_raiseTarget" -> raise();
            case "Mutation_withdrawTargetRaise" -> {
                if (is(caller, "city here")) {
                    raiseNow();
                }
                var said = target();
                said.put("reason", "学校撤并");
                yield said;
            }
            case "Mutation_syncActivities" -> batch();
            case "Mutation_retryQuarantined" -> Map.of("rowId", id(row()));
            case "Mutation_retryQuarantined_of_all" ->
                Map.of("supplierId", id(world.world().supplierOfLessons()));
            case "Mutation_discardQuarantined" ->
                Map.of("rowId", id(row()), "revision", row().revision(), "reason", "测试数据");
            case "Mutation_mapName" -> {
                var mapped = new HashMap<>(name());
                mapped.put("to", "MATHEMATICS");
                yield mapped;
            }
            case "Mutation_unmapName" -> name();
            default -> Map.of();
        };
    }

    private static Map<String, Object> because(RosterSample of) {
        var said = of.seen();
        said.put("reason", "情况属实");
        return said;
    }

    /** A community for the one request alone, where something is to change: the others need theirs as it is. */
    private Map<String, Object> changed(String sample, @Nullable Person caller) {
        var community = is(caller, "county here")
                ? world.world()
                        .community(
                                world.world().school(TwoCounties.COUNTY),
                                world.world().schools(TwoCounties.COUNTY, 2))
                : world.here();
        var said = new HashMap<String, Object>(Map.of("communityId", id(community), "reason", "学校撤并"));
        said.put(
                "expectedRevision",
                Objects.requireNonNull(app.getBean(CommunityChanges.class)
                                .histories(List.of(community.id()))
                                .get(community.id()))
                        .revision());
        said.put(
                "on",
                LocalDate.ofInstant(
                        app.getBean(Clock.class).instant(),
                        app.getBean(Programmes.class).current().zone()));
        switch (sample) {
            case "Mutation_joinCommunity" ->
                said.put(
                        "schoolId",
                        id(is(caller, "county here") ? world.world().school(TwoCounties.COUNTY) : world.school()));
            case "Mutation_leaveCommunity" ->
                said.put(
                        "schoolId", new GlobalId("School", community.memberIds().getFirst()).encode());
            default -> said.put("mode", "MERGED");
        }
        return said;
    }

    private HashMap<String, Object> target() {
        var said = new HashMap<String, Object>(Map.of("regionId", id(region(TwoCounties.COUNTY))));
        goals().raised(TwoCounties.COUNTY).ifPresent(raised -> said.put("expectedRevision", raised.revision()));
        return said;
    }

    private Goals goals() {
        return app.getBean(RaisedTargets.class)
                .goals(app.getBean(Programmes.class).current());
    }

    /** One more than stands, whatever that is. */
    private Map<String, Object> raise() {
        var said = target();
        said.put("newMembers", goals().find(TwoCounties.COUNTY).orElseThrow().newMembers() + 1);
        said.put("reason", "并入一所");
        return said;
    }

    private void raiseNow() {
        var officer = world.person("city here").viewer();
        var raise = raise();
        app.getBean(RaisedTargets.class)
                .raise(
                        app.getBean(Programmes.class).current(),
                        TwoCounties.COUNTY,
                        (Long) raise.get("expectedRevision"),
                        (Integer) raise.getOrDefault("newMembers", 0),
                        null,
                        "并入一所",
                        officer,
                        Scope.of(officer.places()));
    }

    /** Evidence that is there for the one request alone, so that the next one finds something to withdraw, too. */
    private Evidence fresh() {
        var clerk = world.person("clerk here");
        return world.world()
                .upload(clerk, world.here(), Upload.photo(world.lesson().id()));
    }

    private Evidence freshOfCounty() {
        return world.world().uploadForAll(world.person("county here"), TwoCounties.COUNTY, List.of(world.here()));
    }

    private Evidence freshWithdrawn() {
        return world.world().withdraw(world.person("clerk here"), fresh());
    }

    private ExchangePeriod freshExchange() {
        return world.world()
                .exchange(
                        world.person("clerk here"),
                        world.here(),
                        world.teacher(),
                        world.here().memberIds().getFirst(),
                        1000 + attended.incrementAndGet());
    }

    private boolean is(@Nullable Person caller, String name) {
        return world.person(name).equals(caller);
    }

    /** What is said of a resource, in other words each time. */
    private Map<String, Object> said() {
        return Map.of(
                "facts",
                Map.of("title", "二次函数" + attended.incrementAndGet(), "licence", "GROUP_ONLY"),
                "groups",
                Map.of("communityIds", List.of(id(world.here()))));
    }

    private Map<String, Object> written(Resource resource) {
        var viewer = world.person("teacher here").viewer();
        var now = app.getBean(Resources.class)
                .find(resource.id(), viewer, Scope.EVERYWHERE)
                .orElseThrow();
        return new HashMap<>(Map.of("resourceId", id(now), "expectedRevision", now.revision()));
    }

    /** What is pushed to the schools here that have a teacher of mathematics. */
    private Map<String, Object> push() {
        return new HashMap<>(Map.of(
                "resourceId",
                id(world.centreResource()),
                "rule",
                Map.of("regionIds", List.of(id(region(TwoCounties.COUNTY))), "subjects", List.of("数学")),
                "sendAt",
                TwoCounties.LATER));
    }

    /** A planned push, which is a new one if its centre asks. */
    private Map<String, Object> planned(@Nullable Person caller) {
        var planned = is(caller, "centre")
                ? world.world()
                        .centre(world.person("centre"))
                        .plan(
                                UUID.randomUUID(),
                                world.centreResource(),
                                TwoCounties.TO_MATHEMATICIANS,
                                Optional.of(TwoCounties.LATER))
                : world.plannedPush();
        return new HashMap<>(Map.of("pushId", id(planned), "expectedRevision", planned.revision()));
    }

    private Resource freshResource() {
        return world.world().share(world.person("teacher here"), world.here(), "一元二次方程");
    }

    /** A ticket of the teacher here: one whose bytes have arrived if he or she asks, else one that was there before. */
    private String shareTicket(@Nullable Person caller) {
        if (!is(caller, "teacher here")) {
            return shareTicket.ticket().globalId().encode();
        }
        var upload = Upload.document();
        return world.world()
                .send(ticketToShare(upload), upload)
                .ticket()
                .globalId()
                .encode();
    }

    private UploadTicket ticketToShare(Upload upload) {
        var groups = new GroupsSaid(List.of(world.here().id()), false);
        var teacher = world.person("teacher here");
        return world.world().ticketToShare(teacher, groups, World.factsOf("待传"), upload, UUID.randomUUID());
    }

    private Map<String, Object> withdrawal(Evidence evidence) {
        var input = written(evidence);
        input.put("reason", "拍错了");
        return input;
    }

    private Map<String, Object> written(Evidence evidence) {
        var now = app.getBean(EvidenceClaims.class)
                .find(evidence.id(), Scope.EVERYWHERE)
                .orElseThrow();
        return new HashMap<>(Map.of("evidenceId", id(now), "expectedRevision", now.revision()));
    }

    private ExchangePeriod exchange() {
        return app.getBean(ExchangePeriods.class)
                .find(world.exchange().id(), Scope.EVERYWHERE)
                .orElseThrow();
    }

    /** A table of the caller's own, if he or she may hand in any; else of a clerk here. */
    private DirectoryImport imported(@Nullable Person caller) {
        var other = imports.get(world.person("clerk here").account());
        return Objects.requireNonNull(caller == null ? other : imports.getOrDefault(caller.account(), other));
    }

    /** Tables that were tried before anybody asks: trying writes. */
    private Map<String, DirectoryImport> tryTables() {
        var tried = new HashMap<String, DirectoryImport>();
        world.people().forEach((name, person) -> {
            if (name.matches("(clerk|county|city|province|administrator).*")) {
                tried.put(
                        person.account(),
                        app.getBean(DirectoryImports.class)
                                .check(
                                        UUID.randomUUID().toString(),
                                        DirectoryTable.TEACHERS,
                                        GivenFiles.ofText(TABLE),
                                        null,
                                        person.viewer(),
                                        Scope.NOWHERE));
            }
        });
        return tried;
    }

    private Map<String, Object> school() {
        var standing = app.getBean(Schools.class)
                .find(world.school().id(), Scope.EVERYWHERE)
                .orElseThrow();
        return new HashMap<>(Map.of("schoolId", id(standing), "expectedRevision", Math.max(1, standing.revision())));
    }

    private Map<String, Object> teacher() {
        var standing = app.getBean(Teachers.class)
                .find(world.teacher().id(), Scope.EVERYWHERE)
                .orElseThrow();
        return new HashMap<>(Map.of("teacherId", id(standing), "expectedRevision", standing.revision()));
    }

    private Map<String, Object> period() {
        return new HashMap<>(Map.of(
                "periodId", id(exchange()), "expectedRevision", exchange().revision()));
    }

    private Map<String, Object> terms(int year) {
        return new HashMap<>(Map.of(
                "toSchoolId", new GlobalId("School", world.here().memberIds().getFirst()).encode(),
                "startsOn", "%d-03-01".formatted(2100 + year),
                "endsOn", "%d-06-30".formatted(2100 + year),
                "daysAWeek", 2,
                "backbone", true));
    }

    private Map<String, Object> decision(Community community, boolean isJudgement) {
        var finding = world.world().finding(community);
        var said = new HashMap<String, Object>(
                Map.of("id", UUID.randomUUID(), "communityId", id(community), "expectedRevision", finding.revision()));
        if (isJudgement) {
            said.put("seen", finding.seen());
        }
        return said;
    }

    private static boolean hasTimetable(@Nullable Person caller) {
        return caller != null
                && caller.viewer().grants().stream()
                        .anyMatch(grant -> grant.role() == Role.TEACHER || grant.role() == Role.CLERK);
    }

    private UUID enter(@Nullable Person owner) {
        var id = UUID.randomUUID();
        var startsAt = world.lesson().startsAt();
        var words = new OwnWords("接孩子", null, null, OwnColour.TEAL, startsAt, startsAt.plusSeconds(600), false, null);
        app.getBean(OwnEntries.class).enter(Objects.requireNonNull(owner).viewer(), id, words);
        return id;
    }

    private Map<String, Object> edit(UUID entry) {
        return Map.of("id", entry, "expectedRevision", 1, "entry", ownEntry("开会"));
    }

    private static Map<String, Object> ownEntry(String title) {
        return Map.of("title", title, "startsAt", "2021-03-10T16:00:00+08:00", "endsAt", "2021-03-10T16:30:00+08:00");
    }

    private Map<String, Object> bellSchedule() {
        var periods = List.of(Map.of("number", 1, "from", "08:00", "to", "08:40"));
        var input = new HashMap<String, Object>(
                Map.of("schoolId", id(world.school()), "validFrom", "2021-03-01", "periods", periods));
        var revision = app.getBean(BellSchedules.class).of(world.school()).revision();
        if (revision != null) {
            input.put("expectedRevision", revision);
        }
        return input;
    }

    /** A row that is kept aside. */
    private QuarantinedRow row() {
        return world.world().quarantineOf(world.world().supplierOfLessons()).getFirst();
    }

    private Map<String, Object> name() {
        return Map.of("supplierId", id(world.world().supplierOfLessons()), "what", "SUBJECT", "name", "奥数");
    }

    private long revisionOfLesson() {
        return revisionOf(world.lesson());
    }

    private long revisionOf(Activity activity) {
        return app.getBean(Activities.class)
                .find(activity.id(), Scope.EVERYWHERE)
                .orElseThrow()
                .revision();
    }

    private Map<String, Object> entered(Activity activity) {
        return new HashMap<>(Map.of("activityId", id(activity), "expectedRevision", revisionOf(activity)));
    }

    private static Map<String, Object> times(int minute) {
        var startsAt = Instant.parse("2021-03-20T00:00:00Z").plus(Duration.ofMinutes(minute));
        return Map.of(
                "startsAt", startsAt.toString(),
                "endsAt", startsAt.plus(Duration.ofMinutes(40)).toString());
    }

    private Map<String, Object> facts(String title) {
        var schools = world.world().schoolsOf(world.here()).stream()
                .map(school -> Map.of("schoolId", id(school)))
                .toList();
        return Map.of("kind", "OFFLINE_RESEARCH", "title", title, "schools", schools);
    }

    private Map<String, Object> upload(Upload upload) {
        var input = new HashMap<String, Object>(Map.of(
                "id", UUID.randomUUID(),
                "communityId", id(world.here()),
                "criterion", upload.criterion(),
                "fileName", "材料",
                "mediaType", upload.mediaType(),
                "sizeBytes", upload.bytes().length,
                "sha256", upload.sha256()));
        upload.activityId().ifPresent(raw -> input.put("activityId", new GlobalId("Activity", raw).encode()));
        return input;
    }

    /** A ticket of the caller's own, if he may have one; else that of a clerk here. */
    private String ticket(@Nullable Person caller) {
        var mayAsk = List.of(world.person("clerk here"), world.person("county here"));
        return Optional.ofNullable(caller)
                .filter(mayAsk::contains)
                .map(clerk -> world.world().send(clerk, world.here(), Upload.document()))
                .orElseGet(world::ticketOfColleague)
                .ticket()
                .globalId()
                .encode();
    }

    private Map<String, Object> batch() {
        var schools = world.world().schoolsOf(world.here()).stream()
                .map(school -> Map.of("name", school.name()))
                .toList();
        var row = new HashMap<String, Object>(Map.of(
                "externalId", world.lesson().key().externalId(),
                "revision", world.lesson().revision() + 1,
                "state", "PLANNED",
                "kind", "SYNCED_LESSON",
                "title", "同步课",
                "subject", "数学",
                "startsAt", "2021-03-10T09:00:00+08:00",
                "endsAt", "2021-03-10T09:40:00+08:00",
                "schools", schools));
        return Map.of("batchId", UUID.randomUUID(), "activities", List.of(row));
    }

    private Node region(String code) {
        return app.getBean(Regions.class).get(code);
    }

    private Map<String, Object> ofSupplier() {
        return new HashMap<>(Map.of("accountId", account(world.person("supplier own"))));
    }

    private Map<String, Object> role(String role) {
        return new HashMap<>(Map.of("role", role, "placeId", id(world.school())));
    }

    private Map<String, Object> account(Account account) {
        var now = app.getBean(Accounts.class).find(account.id()).orElseThrow();
        return new HashMap<>(Map.of("accountId", id(now), "expectedRevision", now.revision()));
    }

    private static String account(Person person) {
        return new GlobalId("Account", person.account()).encode();
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
