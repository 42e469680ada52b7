package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;
import org.tongke.backend.contract.Crowd.Size;
import org.tongke.backend.contract.ListDocuments.ListField;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Subscriber;
import org.tongke.backend.support.World;

/**
 * How often a request asks the database does not depend on how long its lists are: for every list of the schema, asked for with all
 * that its things have, once where there is little and once where there is much.
 */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {
    private static final int ATTEMPTS = 10;

    /** Ways to the things that have lists, and who goes them. Payloads of mutations are found by themselves. */
    private static final Map<String, Entrance> ENTRANCES = Map.ofEntries(
            entrance("Query", "administrator", "query { LIST }"),
            entrance("ApiGuide", "administrator", "query { apiGuide { LIST } }"),
            entrance(
                    "IssueSandboxTokenPayload",
                    "clerk",
                    "mutation { issueSandboxToken(input: {id: \"5a4db0c5-0000-4000-8000-000000000009\"}) { LIST } }"),
            entrance("Account", "person of several schools", "query { viewer { LIST } }"),
            entrance("GrantableRole", "administrator", "query { grantableRoles { LIST } }"),
            entrance("AuditEntry", "officer", "query { auditEntries(first: 20) { edges { node { LIST } } } }"),
            entrance("Region", "administrator", "query { region(code: $code) { LIST } }"),
            entrance("School", "administrator", node("School", "school", "LIST")),
            entrance("DirectoryImport", "administrator", "query { directoryImport(id: $import) { LIST } }"),
            entrance(
                    "ImportedRow",
                    "administrator",
                    "query { directoryImport(id: $import) { rows(first: 100) { edges { node { LIST } } } } }"),
            entrance("Programme", "administrator", node("Programme", "programme", "LIST")),
            entrance("Community", "administrator", node("Community", "community", "LIST")),
            entrance("Roster", "administrator", node("Roster", "roster", "LIST")),
            entrance("RosterRow", "administrator", node("Roster", "roster", "rows { LIST }")),
            entrance("RosterChange", "administrator", node("Roster", "roster", "history { LIST }")),
            entrance("RosterProblem", "administrator", node("Roster", "roster", "problems { LIST }")),
            entrance("RosterPreview", "officer", "mutation { previewRoster(input: $input) { preview { LIST } } }"),
            entrance("KindAttribute", "administrator", node("Activity", "activity", "kind { attributes { LIST } }")),
            entrance("Activity", "administrator", node("Activity", "activity", "LIST")),
            entrance("ActivityKind", "administrator", node("Activity", "activity", "kind { LIST }")),
            entrance("ActivityChange", "administrator", node("Activity", "activity", "history { LIST }")),
            entrance(
                    "ActivityCounts",
                    "administrator",
                    "query { activityCounts(filter: {from: $from, to: $to}) { LIST } }"),
            entrance("FollowPreview", "teacher", "query { followPreview(channelId: $community) { LIST } }"),
            entrance("Week", "teacher", "query { myWeek(day: $day) { LIST } }"),
            entrance("BellSchedule", "teacher", "query { bellSchedule(schoolId: $school) { LIST } }"),
            entrance("OwnEntry", "teacher", "query { myWeek(day: $day) { ownEntries { LIST } } }"),
            entrance(
                    "Notice",
                    "teacher",
                    "query { myNotices(first: 100, about: [LESSONS, RESOURCES, CORRECTIONS]) { edges { node { LIST } } } }"),
            entrance("NamedTimetable", "teacher", "query { namedTimetables { LIST } }"),
            entrance("HiddenThings", "teacher", "query { hiddenThings { LIST } }"),
            entrance("WeekEntry", "teacher", "query { myWeek(day: $day) { entries { LIST } } }"),
            entrance("Evidence", "administrator", node("Evidence", "evidence", "LIST")),
            entrance("Resource", "administrator", node("Resource", "resource", "LIST")),
            entrance("ResourceChange", "administrator", node("Resource", "resource", "history { LIST }")),
            entrance("ResourceCounts", "clerk", "query { resourceCounts { LIST } }"),
            entrance("Push", "centre", node("Push", "push", "LIST")),
            entrance("PushRule", "centre", node("Push", "push", "rule { LIST }")),
            entrance("PushPreview", "centre", "query { pushPreview(rule: {}) { LIST } }"),
            entrance("EvidenceChange", "administrator", node("Evidence", "evidence", "history { LIST }")),
            entrance("CommunityProgress", "administrator", node("Community", "community", "progress { LIST }")),
            entrance(
                    "CriterionProgress",
                    "administrator",
                    node("Community", "community", "progress { criteria { LIST } }")),
            entrance(
                    "ShownActivities",
                    "administrator",
                    node("Community", "community", "progress { criteria { shows { LIST } } }")),
            entrance("Target", "administrator", node("Region", "region", "target { LIST }")),
            entrance("Duty", "administrator", node("Region", "region", "duties { LIST }")),
            entrance("RegionProgress", "administrator", node("Region", "region", "progress { LIST }")),
            entrance(
                    "ActivitiesChanged",
                    "administrator",
                    "subscription { activitiesChanged(filter: {communityIds: [$community]}, after: $position) { LIST } }"),
            entrance(
                    "ProgressChanged",
                    "administrator",
                    "subscription { progressChanged(regionId: $region, after: $position) { LIST } }"),
            entrance("Region.reviewQueue", "administrator", node("Region", "region", "LIST")),
            entrance("Finding", "administrator", node("Finding", "finding", "LIST")),
            entrance("Decision", "administrator", node("Finding", "finding", "latest { LIST }")),
            entrance("DecisionOutcome", "officer", "mutation { passCommunities(input: $input) { outcomes { LIST } } }"),
            entrance("SeenFacts", "administrator", node("Finding", "finding", "latest { seen { LIST } }")),
            entrance(
                    "SeenCriterion",
                    "administrator",
                    node("Finding", "finding", "latest { seen { criteria { LIST } } }")),
            entrance("CriterionChange", "administrator", node("Finding", "finding", "changes { LIST }")),
            entrance("PublicCommunity", "administrator", "query { publicCommunity(id: $verified) { LIST } }"),
            entrance("PublicCounts", "administrator", "query { publicCounts { LIST } }"),
            entrance("SharedStanding", "administrator", "query { sharedStanding(key: $key) { LIST } }"),
            entrance("SharedRegion", "administrator", "query { sharedStanding(key: $key) { region { LIST } } }"),
            entrance(
                    "SharedCommunity", "administrator", "query { sharedStanding(key: $key) { communities { LIST } } }"),
            entrance("PublicWeek", "administrator", "query { publicWeek(week: $day, countyCode: $county) { LIST } }"),
            entrance(
                    "PublicLesson",
                    "administrator",
                    "query { publicWeek(week: $day, countyCode: $county) { lessons { LIST } } }"),
            entrance("SharedWeek", "administrator", "query { sharedWeek(key: $weekKey, week: $soon) { LIST } }"),
            entrance(
                    "SharedLesson",
                    "administrator",
                    "query { sharedWeek(key: $weekKey, week: $soon) { lessons { LIST } } }"),
            entrance("SupplierHealth", "supplier", "query { suppliers { health { LIST } } }"),
            entrance("Batch", "supplier", node("Batch", "batch", "LIST")),
            entrance("QuarantinedRow", "supplier", "query { quarantine(first: 20) { edges { node { LIST } } } }"),
            entrance(
                    "StoredFile",
                    "administrator",
                    node("Community", "community", "evidence(first: 100) { edges { node { file { LIST } } } }")),
            entrance("UploadTicket", "clerk", "mutation { requestUpload(input: $input) { ticket { LIST } } }"),
            entrance("UserError", "clerk", "mutation { signIn(input: $input) { errors { LIST } } }"));

    private static final Map<String, String> CALLERS = Map.ofEntries(
            Map.entry("PutSchoolPayload.errors", "administrator"),
            Map.entry("EditSchoolPayload.errors", "administrator"),
            Map.entry("CloseSchoolPayload.errors", "administrator"),
            Map.entry("PutTeacherPayload.errors", "administrator"),
            Map.entry("EditTeacherPayload.errors", "administrator"),
            Map.entry("MoveTeacherPayload.errors", "administrator"),
            Map.entry("LeaveTeacherPayload.errors", "administrator"),
            Map.entry("CheckDirectoryImportPayload.errors", "administrator"),
            Map.entry("RunDirectoryImportPayload.errors", "administrator"),
            Map.entry("Query.followedChannels", "teacher"),
            Map.entry("Query.namedTimetables", "teacher"),
            Map.entry("PutNamedTimetablePayload.errors", "teacher"),
            Map.entry("Query.resources", "clerk"),
            Map.entry("Query.resourceProblems", "clerk"),
            Map.entry("Query.corrections", "clerk"),
            Map.entry("Query.pushes", "centre"),
            Map.entry("Query.pushReceipts", "centre"),
            Map.entry("Query.myPushes", "clerk"),
            Map.entry("Query.recommendations", "clerk"),
            Map.entry("PushPayload.errors", "centre"),
            Map.entry("Query.colleagues", "teacher"),
            Map.entry("Query.accounts", "officer"),
            Map.entry("Query.auditEntries", "officer"),
            Map.entry("IssueTokenPayload.errors", "supplier"),
            Map.entry("RevokeTokenPayload.errors", "supplier"),
            Map.entry("Query.entryClashes", "teacher"),
            Map.entry("Query.myNotices", "teacher"),
            Map.entry("Query.shareLinks", "officer"),
            Map.entry("CreateShareLinkPayload.errors", "officer"),
            Map.entry("EndShareLinkPayload.errors", "officer"),
            Map.entry("PreviewRosterPayload.errors", "officer"),
            Map.entry("RosterPayload.errors", "officer"),
            Map.entry("RollUpRostersPayload.rosters", "city officer"),
            Map.entry("RollUpRostersPayload.errors", "city officer"),
            Map.entry("PassCommunityPayload.errors", "officer"),
            Map.entry("SendBackCommunityPayload.errors", "officer"),
            Map.entry("WithdrawFindingPayload.errors", "officer"),
            Map.entry("PassCommunitiesPayload.outcomes", "officer"),
            Map.entry("PassCommunitiesPayload.errors", "officer"),
            Map.entry("WithdrawFindingsPayload.outcomes", "officer"),
            Map.entry("WithdrawFindingsPayload.errors", "officer"),
            Map.entry("RaiseTargetPayload.errors", "city officer"),
            Map.entry("JoinCommunityPayload.errors", "officer"),
            Map.entry("LeaveCommunityPayload.errors", "officer"),
            Map.entry("ChangeCommunityModePayload.errors", "officer"),
            Map.entry("WithdrawTargetRaisePayload.errors", "city officer"),
            Map.entry("Query.batches", "supplier"),
            Map.entry("Query.quarantine", "supplier"),
            Map.entry("Query.nameMappings", "supplier"),
            Map.entry("PutActivityKindPayload.errors", "administrator"),
            Map.entry("SyncActivitiesPayload.outcomes", "supplier"),
            Map.entry("SyncActivitiesPayload.errors", "supplier"),
            Map.entry("RetryQuarantinedPayload.errors", "supplier"),
            Map.entry("DiscardQuarantinedPayload.errors", "supplier"),
            Map.entry("MapNamePayload.errors", "supplier"),
            Map.entry("UnmapNamePayload.errors", "supplier"),
            Map.entry("FollowChannelPayload.errors", "teacher"));

    /** Lists that are as long for everybody, and why. */
    private static final Map<String, String> CLOSED = Map.ofEntries(
            Map.entry("Query.demoAccounts", "in memory; empty here"),
            Map.entry("ApiGuide.errorCodes", "in memory: as many as there are codes"),
            Map.entry("IssueSandboxTokenPayload.errors", "one at most"),
            Map.entry("PutSchoolPayload.errors", "one at most"),
            Map.entry("EditSchoolPayload.errors", "one at most"),
            Map.entry("CloseSchoolPayload.errors", "one at most"),
            Map.entry("PutTeacherPayload.errors", "one at most"),
            Map.entry("EditTeacherPayload.errors", "one at most"),
            Map.entry("MoveTeacherPayload.errors", "one at most"),
            Map.entry("LeaveTeacherPayload.errors", "one at most"),
            Map.entry("CheckDirectoryImportPayload.errors", "one at most"),
            Map.entry("RunDirectoryImportPayload.errors", "one at most"),
            Map.entry("Query.regions", "in memory: files of the product"),
            Map.entry("Region.successors", "in memory: files of the product"),
            Map.entry("Region.predecessors", "in memory: files of the product"),
            Map.entry("School.stages", "in the school itself"),
            Map.entry("School.formerNames", "in the school itself"),
            Map.entry("DirectoryImport.remarks", "in the import itself"),
            Map.entry("ImportedRow.changes", "in the row itself"),
            Map.entry("ImportedRow.problems", "in the row itself"),
            Map.entry("Query.devices", "of the own account, fifty at most"),
            Map.entry("SignOutDevicePayload.devices", "of the own account, fifty at most"),
            Map.entry("Query.grantableRoles", "as many as there are roles"),
            Map.entry("GrantableRole.regions", "in memory"),
            Map.entry("Query.accessTokens", "all of them for an administrator"),
            Map.entry("AccountPayload.errors", "one at most"),
            Map.entry("ImportAccountsPayload.errors", "one at most"),
            Map.entry("AccountCodePayload.errors", "one at most"),
            Map.entry("ChangePasswordPayload.errors", "one at most"),
            Map.entry("IssueTokenPayload.errors", "one at most"),
            Map.entry("RevokeTokenPayload.errors", "one at most"),
            Map.entry("Query.auditEntries", "a full page in each county"),
            Map.entry("AuditEntry.fields", "in the entry itself"),
            Map.entry("Query.auditKinds", "in memory"),
            Map.entry("Query.programmes", "in memory: files of the product"),
            Map.entry("Programme.milestones", "in memory: files of the product"),
            Map.entry("Query.publicProgrammes", "in memory: files of the product"),
            Map.entry("PublicCommunity.memberNames", "one in each crowd"),
            Map.entry("PublicCounts.regions", "all regions, wherever communities lie"),
            Map.entry("PublicLesson.schoolNames", "in the lesson itself"),
            Map.entry("CreateShareLinkPayload.errors", "one at most"),
            Map.entry("EndShareLinkPayload.errors", "one at most"),
            Map.entry("OpenWeekLinkPayload.errors", "one at most"),
            Map.entry("SharedWeek.days", "seven"),
            Map.entry("SharedLesson.schoolNames", "in the lesson itself"),
            Map.entry("SharedStanding.above", "two at most, in memory"),
            Map.entry("SharedStanding.below", "in memory: files of the product"),
            Map.entry("SharedRegion.milestones", "in memory: files of the product"),
            Map.entry("SharedCommunity.lacking", "one for each of the standard"),
            Map.entry("Roster.rows", "in the roster itself"),
            Map.entry("Roster.receipts", "in the roster itself"),
            Map.entry("Roster.reopenings", "in the roster itself"),
            Map.entry("Roster.problems", "one for each rule at most"),
            Map.entry("Roster.history", "in the roster itself"),
            Map.entry("Roster.viewerCannotEditReasons", "one at most"),
            Map.entry("RosterChange.words", "in the roster itself"),
            Map.entry("RosterRow.members", "in the roster itself"),
            Map.entry("RosterProblem.suggestions", "three at most"),
            Map.entry("RosterPreview.changes", "one in each crowd"),
            Map.entry("RosterPreview.problems", "one for each rule in each crowd"),
            Map.entry("PreviewRosterPayload.errors", "one at most"),
            Map.entry("RosterPayload.errors", "one at most"),
            Map.entry("RollUpRostersPayload.rosters", "one in each crowd"),
            Map.entry("RollUpRostersPayload.errors", "one in each crowd"),
            Map.entry("CommunityProgress.criteria", "one for each of the standard"),
            Map.entry("CriterionProgress.measures", "one for each of the standard"),
            Map.entry("CriterionProgress.takes", "one for each of the standard"),
            Map.entry("CriterionProgress.shows", "one for each of the standard"),
            Map.entry("ShownActivities.takes", "one for each of the standard"),
            Map.entry("Finding.viewerCannotDecideReasons", "two at most"),
            Map.entry("SeenFacts.criteria", "one for each of the standard"),
            Map.entry("SeenCriterion.measures", "one for each of the standard"),
            Map.entry("CriterionChange.figures", "one for each of the standard"),
            Map.entry("PassCommunityPayload.errors", "one for each criterion at most"),
            Map.entry("SendBackCommunityPayload.errors", "one for each criterion or item at most"),
            Map.entry("ResubmitCommunityPayload.errors", "one at most"),
            Map.entry("WithdrawFindingPayload.errors", "one at most"),
            Map.entry("PassCommunitiesPayload.errors", "one at most"),
            Map.entry("WithdrawFindingsPayload.errors", "one at most"),
            Map.entry("DecisionOutcome.errors", "one for each criterion at most"),
            Map.entry("Week.days", "seven"),
            Map.entry("Week.periods", "of the one school's schedule"),
            Map.entry("BellSchedule.periods", "of the one school's schedule"),
            Map.entry("PutBellSchedulePayload.errors", "found before the database is asked"),
            Map.entry("ActivityCounts.cities", "eleven"),
            Map.entry("ActivityCounts.counties", "as many as the notice has"),
            Map.entry("ActivityCounts.subjects", "as many as the curriculum has"),
            Map.entry("ActivityCounts.grades", "as many as schools have"),
            Map.entry("ActivityCounts.kinds", "as many as there are"),
            Map.entry("ActivityCounts.states", "as many as there are"),
            Map.entry("ActivityCounts.suppliers", "one in each crowd"),
            Map.entry("Query.activityKinds", "in memory"),
            Map.entry("ActivityKind.attributes", "in memory"),
            Map.entry("KindAttribute.options", "in memory"),
            Map.entry("Query.subjects", "in memory"),
            Map.entry("Query.grades", "in memory"),
            Map.entry("Activity.viewerCannotEditReasons", "two at most"),
            Map.entry("EnterActivityPayload.errors", "one at most"),
            Map.entry("EditActivityPayload.errors", "one at most"),
            Map.entry("MoveActivityPayload.errors", "one at most"),
            Map.entry("CancelActivityPayload.errors", "one at most"),
            Map.entry("CopyActivityPayload.errors", "one at most"),
            Map.entry("PutActivityKindPayload.errors", "one at most"),
            Map.entry("Activity.materials", "in the activity itself"),
            Map.entry("Activity.attributes", "in the activity itself"),
            Map.entry("Activity.sources", "in the activity itself"),
            Map.entry("SeparateTwinsPayload.errors", "one at most"),
            Map.entry("RejoinTwinsPayload.errors", "one at most"),
            Map.entry("Query.suppliers", "a handful; all of them for an administrator"),
            Map.entry("RegionProgress.milestones", "three"),
            Map.entry("Region.duties", "one for each date of the programme"),
            Map.entry("Duty.missing", "as many as the notice has"),
            Map.entry("Target.sums", "one for each column of annex 1"),
            Map.entry("Target.raises", "in the target itself"),
            Map.entry("Community.newIn", "in memory: one or two"),
            Map.entry("Community.steps", "in the community itself"),
            Map.entry("JoinCommunityPayload.errors", "one at most"),
            Map.entry("LeaveCommunityPayload.errors", "one at most"),
            Map.entry("ChangeCommunityModePayload.errors", "one at most"),
            Map.entry("RaiseTargetPayload.errors", "one at most"),
            Map.entry("WithdrawTargetRaisePayload.errors", "one at most"),
            Map.entry("SupplierHealth.days", "fourteen"),
            Map.entry("SupplierHealth.waiting", "one for each code"),
            Map.entry("QuarantinedRow.suggestions", "three schools, or in memory: subjects, grades"),
            Map.entry("RetryQuarantinedPayload.errors", "one at most"),
            Map.entry("DiscardQuarantinedPayload.errors", "one at most"),
            Map.entry("MapNamePayload.errors", "one at most"),
            Map.entry("UnmapNamePayload.errors", "one at most"),
            Map.entry("UploadTicket.fields", "as the bucket wants them"),
            Map.entry("UploadTicket.parts", "five at most"),
            Map.entry("UserError.path", "as deep as the input"),
            Map.entry("SignInPayload.errors", "one at most"),
            Map.entry("RecordAttendancePayload.errors", "one at most"),
            Map.entry("FollowChannelPayload.errors", "one at most"),
            Map.entry("PutNamedTimetablePayload.errors", "one at most"),
            Map.entry("Query.namedTimetables", "in the timetable itself; ten at most"),
            Map.entry("Week.named", "in the timetable itself; ten at most"),
            Map.entry("WeekEntry.named", "in memory; ten at most"),
            Map.entry("HideActivityPayload.errors", "one at most"),
            Map.entry("AddActivityPayload.errors", "one at most"),
            Map.entry("HideSeriesPayload.errors", "one at most"),
            Map.entry("EnterOwnEntryPayload.errors", "one at most"),
            Map.entry("EditOwnEntryPayload.errors", "one at most"),
            Map.entry("Notice.fields", "in the change itself"),
            Map.entry("ReadNoticesPayload.errors", "one at most"),
            Map.entry("RequestUploadPayload.errors", "found before the database is asked"),
            Map.entry("ConfirmUploadPayload.errors", "one at most"),
            Map.entry("Evidence.history", "in the evidence itself"),
            Map.entry("EvidenceChange.fields", "in the change itself"),
            Map.entry("WithdrawEvidencePayload.errors", "one at most"),
            Map.entry("RestoreEvidencePayload.errors", "one at most"),
            Map.entry("EditEvidencePayload.errors", "one at most"),
            Map.entry("Resource.grades", "in memory"),
            Map.entry("Resource.recommendations", "one for each centre"),
            Map.entry("Push.reminders", "in the push itself"),
            Map.entry("PushRule.regions", "in the rule itself"),
            Map.entry("PushRule.areas", "in the rule itself"),
            Map.entry("PushRule.stages", "in the rule itself"),
            Map.entry("PushRule.subjects", "in the rule itself"),
            Map.entry("PushRule.grades", "in the rule itself"),
            Map.entry("PushRule.modes", "in the rule itself"),
            Map.entry("PushPayload.errors", "one at most"),
            Map.entry("RecommendationPayload.errors", "one at most"),
            Map.entry("Resource.groups", "in the resource itself"),
            Map.entry("Resource.history", "in the resource itself"),
            Map.entry("ResourceChange.fields", "in the change itself"),
            Map.entry("ResourceCounts.subjects", "as many as the curriculum has"),
            Map.entry("ResourceCounts.grades", "as many as schools have"),
            Map.entry("ResourceCounts.kinds", "as many as there are"),
            Map.entry("ResourceCounts.stages", "as many as there are"),
            Map.entry("ResourceCounts.groups", "one in each crowd"),
            Map.entry("ResourceCounts.schools", "one in each crowd"),
            Map.entry("ShareResourcePayload.errors", "one at most"),
            Map.entry("ResourcePayload.errors", "one at most"),
            Map.entry("TieResourcePayload.errors", "one at most"),
            Map.entry("OpenResourcePayload.errors", "one at most"),
            Map.entry("ResourceProblemPayload.errors", "one at most"),
            Map.entry("CorrectionPayload.errors", "one at most"),
            Map.entry("AddExchangePeriodPayload.errors", "one at most"),
            Map.entry("EditExchangePeriodPayload.errors", "one at most"),
            Map.entry("EndExchangePeriodPayload.errors", "one at most"),
            Map.entry("WithdrawExchangePeriodPayload.errors", "one at most"),
            Map.entry("SyncActivitiesPayload.errors", "one at most"));

    private final ApplicationContext app;
    private final SentCommands commands;
    private final ListDocuments documents;
    private Crowd few;
    private Crowd many;
    private Api api;

    @Autowired
    RoundTripsTest(ApplicationContext app, SentCommands commands, GraphQlSource source, @LocalServerPort int port) {
        this.app = app;
        this.commands = commands;
        documents = new ListDocuments(source.schema());
        api = Api.at(port);
    }

    @BeforeAll
    void gather() {
        few = new Crowd(World.in(app), Size.FEW);
        many = new Crowd(World.in(app), Size.MANY);
    }

    private record Entrance(String caller, String document) {}

    private static Map.Entry<String, Entrance> entrance(String type, String caller, String document) {
        return Map.entry(type, new Entrance(caller, document));
    }

    private static String node(String type, String variable, String inner) {
        return "query { node(id: $" + variable + ") { ... on " + type + " { " + inner + " } } }";
    }

    @TestFactory
    Stream<DynamicTest> areTheSameForFewAndForMany() {
        return documents.lists().stream().map(list -> dynamicTest(list.toString(), () -> compare(list)));
    }

    @Test
    void noListIsCalledClosedThatIsNone() {
        assertThat(documents.lists().stream().map(ListField::toString)).containsAll(CLOSED.keySet());
    }

    private void compare(ListField list) {
        var entrance = findEntrance(list);
        assertThat(entrance).as("there is a way to %s", list).isPresent();
        var document = documents.document(list, entrance.get().document());
        var caller = entrance.get().caller();
        var ofFew = ask(few, caller, document);
        var ofMany = ask(many, caller, document);
        if (!CLOSED.containsKey(list.toString())) {
            assertThat(ofMany.length()).as("length of %s", list).isGreaterThan(ofFew.length());
        }
        // of what two levels ask for, it goes together or not as it happens: then it must turn out the same at least
        // once
        for (int attempt = 1; attempt < ATTEMPTS && !ofMany.commands().equals(ofFew.commands()); attempt++) {
            ofFew = ask(few, caller, document);
            ofMany = ask(many, caller, document);
        }
        assertThat(ofMany.commands()).as(document).isEqualTo(ofFew.commands());
    }

    private Optional<Entrance> findEntrance(ListField list) {
        var caller = CALLERS.get(list.toString());
        return Optional.ofNullable(ENTRANCES.get(list.toString()))
                .or(() -> Optional.ofNullable(ENTRANCES.get(list.owner().getName())))
                .or(() -> documents.findMutation(list.owner()).findFirst().map(way -> new Entrance("clerk", way)))
                .map(found -> caller == null ? found : new Entrance(caller, found.document()));
    }

    /**
     * What came of a request.
     *
     * @param length of the longest list
     * @param commands what the database was asked, in the order of names
     */
    private record Asked(int length, List<String> commands) {}

    private Asked ask(Crowd crowd, String caller, String document) {
        var token = crowd.caller(caller).token();
        var sent = List.<BsonDocument>of();
        Answer answer;
        do {
            // the first time, so that the document is parsed and the token known
            send(token, document, crowd.variables(document));
            var variables = crowd.variables(document);
            var answers = new Answer[1];
            sent = commands.ofRequests(() -> answers[0] = send(token, document, variables));
            answer = answers[0];
        } while (sent.stream().anyMatch(RoundTripsTest::looksForTheToken));
        assertThat(answer.codes()).as("%s\n%s", document, answer.body()).isEmpty();
        return new Asked(
                lengthOf(answer),
                sent.stream()
                        .filter(command -> !readsOn(command))
                        .map(RoundTripsTest::name)
                        .sorted()
                        .toList());
    }

    private Answer send(String token, String document, Map<String, Object> variables) {
        if (!document.startsWith("subscription")) {
            return api.ask(token, document, variables);
        }
        try (var subscriber = Subscriber.ask(api, token, document, variables)) {
            subscriber.await(open -> !open.things().isEmpty() || !open.codes().isEmpty());
            // an empty one may be behind it, as a sign of life
            var item = subscriber.items().stream()
                    .filter(one -> one.has("errors") || !one.findPath("it").isEmpty())
                    .findFirst()
                    .orElseThrow();
            return new Answer(
                    subscriber.response().statusCode(), subscriber.response().headers(), item.toString());
        }
    }

    /** A subscription looks through what was written since its position, a bounded part at a time. */
    private static boolean readsOn(BsonDocument command) {
        return command.containsKey("filter")
                && command.getDocument("filter").toJson().contains("changedAt");
    }

    /** Whose token it is; lists of tokens are asked for in other ways. */
    private static boolean looksForTheToken(BsonDocument command) {
        return command.containsKey("find")
                && command.getString("find").getValue().equals("tokens")
                && command.getDocument("filter").toJson().contains("\"_id\"");
    }

    private static String name(BsonDocument command) {
        var verb = command.getFirstKey();
        return verb + " " + (verb.equals("getMore") ? command.get("collection") : command.get(verb));
    }

    private static int lengthOf(Answer answer) {
        return answer.json().findValues("it").stream()
                .mapToInt(
                        list -> list.isArray() ? list.size() : list.at("/edges").size())
                .max()
                .orElse(0);
    }
}
