package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.PushSample;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.Verdict;
import tools.jackson.databind.JsonNode;

/** Pages of every connection: their size, their cursors, and that together they are the list. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String COUNTY = "331023";
    private static final String PAGE =
            "{ edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage endCursor } }";
    private static final String ARGUMENTS = "first: $first, after: $after";
    private static final String HEAD = "query($first: Int!, $after: String, $id: ID!%s) ";

    /** How to ask for each connection; the one that is looked at has the alias {@code it}. */
    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry(
                    "Query.resources",
                    HEAD.formatted(", $community: ID!") + "{ it: resources(filter: {groupIds: [$community]}, "
                            + ARGUMENTS + ") " + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.resourceProblems",
                    HEAD.formatted("") + "{ it: resourceProblems(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.corrections",
                    HEAD.formatted("") + "{ it: corrections(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.shareLinks",
                    HEAD.formatted("") + "{ it: shareLinks(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.pushes",
                    HEAD.formatted("") + "{ it: pushes(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.myPushes",
                    HEAD.formatted("") + "{ it: myPushes(" + ARGUMENTS + ") " + PAGE.formatted("pushId")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.recommendations",
                    HEAD.formatted("") + "{ it: recommendations(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.pushReceipts",
                    HEAD.formatted(", $push: ID!") + "{ it: pushReceipts(pushId: $push, " + ARGUMENTS + ") "
                            + PAGE.formatted("schoolName") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "PushPreview.receivers",
                    HEAD.formatted("") + "{ pushPreview(rule: {}) { it: receivers(" + ARGUMENTS + ") "
                            + PAGE.formatted("school { id }") + " } anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.myNotices",
                    HEAD.formatted("") + "{ it: myNotices(" + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.batches",
                    HEAD.formatted(", $supplier: ID!") + "{ it: batches(supplierId: $supplier, " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.quarantine",
                    HEAD.formatted(", $supplier: ID!") + "{ it: quarantine(supplierId: $supplier, " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.nameMappings",
                    HEAD.formatted(", $supplier: ID!") + "{ it: nameMappings(supplierId: $supplier, " + ARGUMENTS + ") "
                            + PAGE.formatted("name") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.schools",
                    HEAD.formatted("") + "{ it: schools(regionId: $id, " + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " }"),
            Map.entry(
                    "Query.communities",
                    HEAD.formatted("") + "{ it: communities(regionId: $id, " + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " }"),
            Map.entry(
                    "Query.publicCommunities",
                    HEAD.formatted("") + "{ it: publicCommunities(regionCode: \"" + COUNTY + "\", " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.activities",
                    HEAD.formatted(", $filter: ActivityFilter!")
                            + "{ it: activities(filter: $filter, " + ARGUMENTS + ") " + PAGE.formatted("id")
                            + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Community.activities",
                    HEAD.formatted(", $from: Date!, $to: Date!")
                            + "{ node(id: $id) { ... on Community { it: activities(from: $from, to: $to, " + ARGUMENTS
                            + ") "
                            + PAGE.formatted("id") + " } } }"),
            Map.entry(
                    "Community.evidence",
                    HEAD.formatted("") + "{ node(id: $id) { ... on Community { it: evidence(" + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " } } }"),
            Map.entry(
                    "RegionProgress.communities",
                    HEAD.formatted("") + "{ node(id: $id) { ... on Region { progress { it: communities(" + ARGUMENTS
                            + ") " + PAGE.formatted("community { id }") + " } } } }"),
            Map.entry(
                    "RegionProgress.late",
                    HEAD.formatted("") + "{ node(id: $id) { ... on Region { progress { it: late(" + ARGUMENTS + ") "
                            + PAGE.formatted("community { id }") + " } } } }"),
            Map.entry(
                    "Region.reviewQueue",
                    HEAD.formatted("") + "{ node(id: $id) { ... on Region { it: reviewQueue(" + ARGUMENTS + ") "
                            + PAGE.formatted("community { id }") + " } } }"),
            Map.entry(
                    "StoredFile.views",
                    HEAD.formatted(", $file: ID!") + "{ node(id: $file) { ... on StoredFile { it: views(" + ARGUMENTS
                            + ") " + PAGE.formatted("viewedAt") + " } } anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.teachers",
                    HEAD.formatted(", $school: ID!") + "{ it: teachers(placeId: $school, " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.accounts",
                    HEAD.formatted(", $school: ID!") + "{ it: accounts(placeId: $school, " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.accessTokens",
                    HEAD.formatted(", $account: ID!") + "{ it: accessTokens(accountId: $account, " + ARGUMENTS + ") "
                            + PAGE.formatted("id") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Query.auditEntries",
                    HEAD.formatted(", $thing: String!") + "{ it: auditEntries(filter: {thing: $thing}, " + ARGUMENTS
                            + ") " + PAGE.formatted("recordedAt") + " anchor: node(id: $id) { id } }"),
            Map.entry(
                    "DirectoryImport.rows",
                    HEAD.formatted(", $import: UUID!") + "{ directoryImport(id: $import) { it: rows(" + ARGUMENTS + ") "
                            + PAGE.formatted("number") + " } anchor: node(id: $id) { id } }"),
            Map.entry(
                    "Finding.history",
                    HEAD.formatted(", $finding: ID!") + "{ node(id: $finding) { ... on Finding { it: history("
                            + ARGUMENTS + ") " + PAGE.formatted("kind at") + " } } anchor: node(id: $id) { id } }"));

    private final World world;
    private final GraphQlSource source;
    private final Api api;
    private final Map<String, String> cursors = new LinkedHashMap<>();
    private String token = "";
    private String follower = "";
    private String centre = "";
    private String pushed = "";
    private String community = "";
    private String judged = "";
    private String viewed = "";
    private String school = "";
    private String platform = "";
    private String renamed = "";
    private String tried = "";

    @Autowired
    PagesTest(ApplicationContext app, GraphQlSource source, @LocalServerPort int port) {
        world = World.in(app);
        this.source = source;
        api = Api.at(port);
    }

    @BeforeAll
    void fillLists() {
        var administrator = world.person(Role.ADMINISTRATOR);
        token = administrator.token();
        var communities = Stream.generate(() -> world.community(world.school(COUNTY), world.schools(COUNTY, 1)))
                .limit(3)
                .toList();
        var first = communities.getFirst();
        community = first.globalId().encode();
        // two at the same time: their order must be the same on every page
        var lessons = world.lessons(first, List.of(world.day(10), world.day(10), world.day(11)));
        var clerk = clerkOf(first);
        lessons.forEach(lesson -> world.askCorrection(clerk, lesson));
        for (int file = 0; file < 3; file++) {
            var evidence = world.upload(clerk, first, Upload.document());
            world.notice(clerk, first);
            var shared = world.share(clerk, first, "二次函数的图像");
            world.report(clerk, shared);
            world.recommend(clerk, shared);
            viewed = new GlobalId("StoredFile", evidence.fileId()).encode();
            IntStream.range(0, 3).forEach(any -> world.view(clerk, evidence));
        }
        follower = clerk.token();
        var officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        IntStream.range(0, 3).forEach(any -> world.shareLink(officer, COUNTY));
        var staff = world.person(Role.RESOURCE_CENTRE, PlaceKey.region(COUNTY));
        centre = staff.token();
        for (int push = 0; push < 3; push++) {
            var sample = world.centre(staff);
            pushed =
                    sample.push(sample.share("复式教学"), PushSample.ALL).globalId().encode();
        }
        communities.forEach(one -> world.progress(one, 0));
        world.reportUnknown(world.supplierOfLessons(), 2);
        world.reportUnknown(world.supplierOfLessons(), 1);
        world.reportUnknown(world.supplierOfLessons(), 1);
        world.mapNames(world.supplierOfLessons(), 3);
        world.ready(COUNTY, clerk);
        world.ready(COUNTY, clerk);
        var ready = world.ready(COUNTY, clerk);
        judged = new GlobalId("Finding", world.programme() + ":" + ready.id()).encode();
        world.say(officer, Verdict.Kind.PASSED, ready);
        world.say(officer, Verdict.Kind.WITHDRAWN, ready);
        world.say(officer, Verdict.Kind.PASSED, ready);
        world.say(officer, Verdict.Kind.WITHDRAWN, ready);
        IntStream.range(0, 3).forEach(any -> world.say(officer, Verdict.Kind.PASSED, world.ready(COUNTY, clerk)));
        fillOffices(first, administrator);
        QUERIES.keySet()
                .forEach(list -> cursors.put(
                        list, page(list, 1, null).at("/edges/0/cursor").asString()));
    }

    /** Three people and teachers of a school, tokens of a platform, writes of one account, rows of a table. */
    private void fillOffices(Community of, Person administrator) {
        var core = world.schoolsOf(of).getFirst();
        school = core.globalId().encode();
        IntStream.range(0, 3).forEach(number -> world.teacher(core, "教师" + number));
        var people = Stream.generate(() -> clerkOf(of)).limit(3).toList();
        var supplier = world.platformOf(world.supplierOfLessons());
        platform = accountOf(supplier);
        for (int token = 0; token < 3; token++) {
            write(
                    supplier.token(),
                    "issueToken(input: $input)",
                    "IssueTokenInput",
                    Map.of(
                            "id",
                            UUID.randomUUID(),
                            "name",
                            "令牌" + token,
                            "scope",
                            "READ",
                            "lastDay",
                            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30)));
        }
        var person = people.getFirst();
        renamed = person.account();
        for (int revision = 1; revision <= 3; revision++) {
            var input = Map.of("accountId", accountOf(person), "expectedRevision", revision, "name", "改名" + revision);
            write(token, "renameAccount(input: $input)", "RenameAccountInput", input);
            world.awaitAudit(renamed, revision + 1);
        }
        tried = world.tryTable(administrator, core, 3).id();
    }

    private static String accountOf(Person person) {
        return new GlobalId("Account", person.account()).encode();
    }

    private void write(String by, String field, String type, Map<String, ?> input) {
        var answer = api.ask(
                by, "mutation($input: " + type + "!) { " + field + " { errors { code } } }", Map.of("input", input));
        assertThat(answer.body()).contains("\"errors\":[]");
    }

    private Person clerkOf(Community of) {
        return world.person(Role.CLERK, PlaceKey.school(of.coreId()));
    }

    @Test
    void areTriedOfEveryConnection() {
        var connections = new ListDocuments(source.schema())
                .lists().stream()
                        .filter(list -> list.definition().getArgument("first") != null)
                        .map(Objects::toString);
        assertThat(connections).containsExactlyInAnyOrderElementsOf(QUERIES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> haveFromOneToAHundredThings() {
        return each(list -> {
            for (int first : new int[] {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE}) {
                // far too many are found too costly before the list is looked at
                var code = first == Integer.MAX_VALUE ? "TOO_COSTLY" : "PAGE_SIZE_OUT_OF_RANGE";
                assertThat(ask(list, first, null).codes()).as("%d", first).containsExactly(code);
            }
            for (int first : new int[] {1, 100}) {
                assertThat(ask(list, first, null).codes()).as("%d", first).isEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> takeNoCursorThatTheirListDidNotGive() {
        return each(list -> {
            var own = Objects.requireNonNull(cursors.get(list));
            var cut = decode(own).replaceFirst("\u001f[^\u001f]*$", "");
            var bad = Stream.of(
                    "", "0", "nothing", "###", own + "=x", "AAAA", encode(cut), encode(decode(own) + "\u001f1"));
            var ofOthers = cursors.entrySet().stream()
                    .filter(other -> !other.getKey().equals(list))
                    .map(Map.Entry::getValue);
            Stream.concat(bad, ofOthers)
                    .forEach(cursor -> assertThat(ask(list, 1, cursor).codes())
                            .as(cursor + " = " + decode(cursor))
                            .containsExactly("CURSOR_INVALID"));
        });
    }

    /** A cursor may be made up of good parts: it is no way to make the server fail. */
    @TestFactory
    Stream<DynamicTest> doNotFailOfACursorThatIsMadeUp() {
        return each(list -> {
            var parts = decode(Objects.requireNonNull(cursors.get(list))).split("\u001f");
            for (var odd :
                    List.of("", "$where", "null", "-1", "9".repeat(40), "\u0000", "{\"$gt\":1}", "一".repeat(2_000))) {
                for (int part = 1; part < parts.length; part++) {
                    var changed = parts.clone();
                    changed[part] = odd;
                    var codes =
                            ask(list, 1, encode(String.join("\u001f", changed))).codes();
                    assertThat(codes).as(odd).isIn(List.of(), List.of("CURSOR_INVALID"));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> areTogetherTheWholeList() {
        return each(list -> {
            var whole = page(list, 100, null);
            assertThat(whole.at("/pageInfo/hasNextPage").booleanValue()).isFalse();
            assertThat(whole.at("/edges").size()).isGreaterThanOrEqualTo(3);
            var cursor = (String) null;
            for (int index = 0; index < whole.at("/edges").size(); index++) {
                var page = page(list, 1, cursor);
                assertThat(page.at("/edges/0")).isEqualTo(whole.at("/edges/" + index));
                assertThat(page.at("/pageInfo/hasNextPage").booleanValue())
                        .isEqualTo(index < whole.at("/edges").size() - 1);
                assertThat(page.at("/pageInfo/hasPreviousPage").booleanValue()).isEqualTo(index > 0);
                cursor = page.at("/pageInfo/endCursor").asString();
            }
            var behind = page(list, 1, cursor);
            assertThat(behind.at("/edges").isEmpty()).isTrue();
            assertThat(behind.at("/pageInfo/endCursor").isNull()).isTrue();
        });
    }

    private Stream<DynamicTest> each(Consumer<String> check) {
        return QUERIES.keySet().stream().sorted().map(list -> DynamicTest.dynamicTest(list, () -> check.accept(list)));
    }

    private JsonNode page(String list, int first, @Nullable String after) {
        var answer = ask(list, first, after);
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        return Objects.requireNonNull(answer.json().findValue("it"));
    }

    private Answer ask(String list, int first, @Nullable String after) {
        var region = new GlobalId("Region", COUNTY).encode();
        var variables = new HashMap<String, Object>();
        variables.put("first", first);
        variables.put("after", after);
        variables.put("id", list.startsWith("Community.") ? community : region);
        variables.put("supplier", world.supplierOfLessons().globalId().encode());
        variables.put("finding", judged);
        variables.put("community", community);
        variables.put("file", viewed);
        variables.put("school", school);
        variables.put("push", pushed);
        variables.put("account", platform);
        variables.put("thing", renamed);
        variables.put("import", tried);
        variables.put("from", "2021-01-01");
        variables.put("to", "2021-12-31");
        variables.put("filter", Map.of("from", dayOf(10), "to", dayOf(20), "communityIds", List.of(community)));
        return api.ask(callerOf(list), Objects.requireNonNull(QUERIES.get(list)), variables);
    }

    private String callerOf(String list) {
        return switch (list) {
            case "Query.myNotices",
                    "Query.resourceProblems",
                    "Query.corrections",
                    "Query.myPushes",
                    "Query.recommendations" -> follower;
            case "Query.pushes", "Query.pushReceipts", "PushPreview.receivers" -> centre;
            default -> token;
        };
    }

    private String dayOf(int number) {
        return world.day(number).toString().substring(0, 10);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "no base64";
        }
    }
}
