package org.tongke.backend.verification.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.feed.FeedRunner;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressApiTest {
    private static final String COMMUNITY = """
            query($id: ID!) { node(id: $id) { ... on Community { progress {
              askedCount metCount operating asOf programme { name } community { name }
              criteria { code name asks state lacking viewerCanUpload takes shows { kind { code } takes }
                measures { name present needed } facts { label counts reason id type waitsForConfirmation viewerCanUpload } } } } } }
            """;
    private static final String REGION = """
            query($code: String!) { region(code: $code) { name
              progress { communityCount memberCount formedCount operatingCount operatingShare asOf
                region { name } programme { name } target { newMembers { text } }
                communities(first: 10) { edges { node { metCount community { name } } } } } } }
            """;
    private static final String CHILDREN = """
            query($code: String!) { region(code: $code) { children { name progress { communityCount
              communities(first: 2) { edges { node { community { name } criteria { code lacking } } } } } } } }
            """;

    private static final Set<String> COLLECTIONS =
            Set.of("progress", "communities", "schools", "activities", "evidence");

    @Autowired
    ThreeCounties counties;

    @Autowired
    SentCommands commands;

    @Autowired
    FeedRunner feed;

    @Autowired
    List<FeedConsumer> consumers;

    @Autowired
    MongoDatabase database;

    Community merged;
    Community coBuilt;
    Community elsewhere;

    @BeforeAll
    void given() {
        merged = counties.community("甲", Mode.MERGED, ThreeCounties.COUNTY);
        coBuilt = counties.community("乙", Mode.CO_BUILT, ThreeCounties.COUNTY);
        elsewhere = counties.community("丙", Mode.MERGED, ThreeCounties.OTHER_COUNTY);
        for (int day = 10; day < 27; day++) {
            counties.lesson("m" + day, merged, "MATHEMATICS", "分数", "2021-11-%dT09:00:00".formatted(day));
        }
        counties.file("photo", merged, "2.1", MediaType.JPEG, "课堂.jpg");
        counties.file("approval", merged, "1.1", MediaType.PDF, "批文.pdf");
        counties.askUntil(
                answer -> answer.toString().contains("课堂.jpg")
                        && answer.toString().contains("批文.pdf")
                        && answer.toString().contains("17"),
                officer(),
                COMMUNITY,
                idOf(merged));
        counties.askUntil(answer -> answer.toString().contains("2.3"), officer(), COMMUNITY, idOf(coBuilt));
        counties.askUntil(
                answer -> answer.toString().contains("2.3"),
                counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(ThreeCounties.OTHER_COUNTY)),
                COMMUNITY,
                idOf(elsewhere));
    }

    @Test
    void saysWhatIsThereNeededAndLacking() {
        var progress = progress(counties.ask(officer(), COMMUNITY, idOf(merged)));
        assertThat(progress.path("askedCount").asInt()).isEqualTo(5);
        assertThat(progress.path("metCount").asInt()).isEqualTo(1);
        assertThat(progress.path("operating").asBoolean()).isFalse();
        assertThat(progress.path("community").path("name").asString()).isEqualTo("甲教共体");
        var lessons = criterion(progress, "2.1");
        assertThat(lessons.path("asks").asString()).isEqualTo("校区间至少 2 个学科、20 节课；上传同步课堂图片");
        assertThat(lessons.path("lacking").asString()).isEqualTo("还差 1 个学科、3 节课");
        assertThat(measures(lessons)).isEqualTo("学科 1/2, 城乡同步课堂 17/20, 同步课堂图片 1/1");
        var lesson = lessons.path("facts").get(1);
        assertThat(lesson.path("label").asString()).isEqualTo("数学《分数》 11月26日");
        assertThat(lesson.path("counts").asBoolean()).isTrue();
        assertThat(lesson.path("reason").isNull()).isTrue();
        assertThat(lessons.path("facts").toString()).contains("\"label\":\"课堂.jpg\",\"counts\":true");
        assertThat(criterion(progress, "1.1").path("lacking").isNull()).isTrue();
        assertThat(criterion(progress, "1.1").path("state").asString()).isEqualTo("MET");
    }

    @Test
    void saysItInEnglishToWhoeverAsksInEnglish() {
        var progress = progress(counties.ask(officer(), "en", COMMUNITY, idOf(merged)));
        var lessons = criterion(progress, "2.1");
        assertThat(lessons.path("asks").asString())
                .isEqualTo("At least 2 subjects, 20 lessons between campuses. Upload: synced-lesson picture");
        assertThat(measures(lessons)).isEqualTo("Subjects 1/2, Synced lessons 17/20, Synced-lesson picture 1/1");
        assertThat(lessons.path("lacking").asString()).isEqualTo("Still needed: 1 subject, 3 lessons");
        assertThat(lessons.path("facts").get(1).path("label").asString()).endsWith("“分数”, 26 Nov");
    }

    @Test
    void givesFactsInListsToWhoeverAsksForThem() {
        var alone = counties.ask(officer(), """
                query($id: ID!) { node(id: $id) { ... on Community { progress { criteria { code facts { label } } } } } }
                """, idOf(merged)).at("/node/progress/criteria");
        assertThat(alone.toString()).contains("课堂.jpg");
        for (var list : List.of("communities(first: 10)", "communities(first: 10, order: RISK)", "late(first: 10)")) {
            var query = """
                    query($code: String!) { region(code: $code) { progress { %s { edges { node { ...Line } } } } } }
                    fragment Line on CommunityProgress { community { name } criteria { code ...Facts } }
                    fragment Facts on CriterionProgress { facts { label } }
                    """.formatted(list);
            var field = list.replaceFirst("\\(.*", "");
            var listed = counties.ask(officer(), query, Map.of("code", ThreeCounties.COUNTY))
                    .at("/region/progress/" + field + "/edges")
                    .valueStream()
                    .map(edge -> edge.at("/node"))
                    .filter(node -> node.at("/community/name").asString().equals("甲教共体"))
                    .toList();
            assertThat(listed).as(list).hasSize(1);
            assertThat(listed.getFirst().at("/criteria")).as(list).isEqualTo(alone);
        }
    }

    @Test
    void namesTheSchoolsThatAreLacking() {
        var progress = progress(counties.ask(officer(), COMMUNITY, idOf(coBuilt)));
        assertThat(criterion(progress, "2.3").path("asks").asString()).isEqualTo("核心校的骨干教师到每一所成员校交流");
        assertThat(criterion(progress, "2.3").path("lacking").asString()).isEqualTo("还差 1 所成员校的骨干教师交流（乙成员小学）");
    }

    @Test
    void offersUploadsToThoseWhoMayUpload() {
        assertThat(uploads(officer())).isEqualTo(Set.of("1.1", "1.2"));
        assertThat(uploads(clerkOf(merged))).isEqualTo(Set.of("1.1", "1.2", "2.1", "2.2", "2.3"));
        assertThat(uploads(counties.tokenOf(Role.TEACHER, PlaceKey.school("甲-member"))))
                .isEmpty();
        assertThat(uploads(counties.tokenOf(Role.PROVINCE_OFFICER, PlaceKey.region("33"))))
                .isEmpty();
    }

    @Test
    void saysWhichFilesACriterionTakes() {
        var progress = progress(counties.ask(clerkOf(merged), COMMUNITY, idOf(merged)));
        assertThat(criterion(progress, "1.1").path("takes").toString()).isEqualTo("[\"PDF\"]");
        assertThat(criterion(progress, "2.1").path("takes").toString())
                .isEqualTo("[\"JPEG\",\"PNG\",\"WEBP\",\"PDF\",\"XLSX\"]");
    }

    @Test
    void saysWhichActivitiesTheFilesOfACriterionMayShow() {
        var progress = progress(counties.ask(clerkOf(merged), COMMUNITY, idOf(merged)));
        assertThat(criterion(progress, "1.1").path("shows")).isEmpty();
        assertThat(criterion(progress, "2.1").path("shows")).hasSize(1);
        var shown = new TreeMap<String, String>();
        criterion(progress, "2.2")
                .path("shows")
                .forEach(activities -> shown.put(
                        activities.at("/kind/code").asString(),
                        activities.path("takes").toString()));
        // a text proves research on the spot, a picture that on the line (annex 2)
        assertThat(shown).hasSize(2);
        assertThat(shown.get("ONLINE_RESEARCH")).contains("JPEG");
        assertThat(shown.get("OFFLINE_RESEARCH")).contains("PDF").doesNotContain("JPEG");
    }

    @Test
    void isNullForAllWhomItDoesNotConcern() {
        for (var token : List.of(
                counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(ThreeCounties.OTHER_COUNTY)),
                clerkOf(elsewhere),
                clerkOf(coBuilt))) {
            assertThat(progress(counties.ask(token, COMMUNITY, idOf(merged))).isNull())
                    .isTrue();
            assertThat(regionProgress(token, ThreeCounties.COUNTY).isNull()).isTrue();
            assertThat(regionProgress(token, ThreeCounties.CITY).isNull()).isTrue();
        }
        assertThat(progress(counties.ask(
                                counties.tokenOf(Role.CITY_OFFICER, PlaceKey.region(ThreeCounties.CITY)),
                                COMMUNITY,
                                idOf(merged)))
                        .isNull())
                .isFalse();
    }

    @Test
    void isNullInAProgrammeThatTheCommunityIsNotNewIn() {
        var query =
                "query($id: ID!) { node(id: $id) { ... on Community { progress(programmeId: \"%s\") { metCount } } } }";
        assertThat(progress(counties.ask(officer(), query.formatted("nonsense"), idOf(merged)))
                        .isNull())
                .isTrue();
    }

    @Test
    void sumsUpTheCountyAndListsThoseFirstThatLackMost() {
        var progress = regionProgress(officer(), ThreeCounties.COUNTY);
        assertThat(progress.path("communityCount").asInt()).isEqualTo(2);
        assertThat(progress.path("memberCount").asInt()).isEqualTo(2);
        assertThat(progress.path("formedCount").asInt()).isEqualTo(1);
        assertThat(progress.path("operatingCount").asInt()).isZero();
        assertThat(progress.path("operatingShare").asDouble()).isZero();
        assertThat(progress.path("target").path("newMembers").path("text").asString())
                .isNotBlank();
        assertThat(progress.path("communities").toString()).containsSubsequence("乙教共体", "甲教共体");
    }

    /** The feed tells of the last state of a fact alone; so the place that it left before must not be forgotten. */
    @Test
    void losesALessonThatMovedOnTwiceWhileNobodyFollowed() {
        var first = counties.community("丁", Mode.MERGED, ThreeCounties.COUNTY_OF_MOVES);
        var second = counties.community("戊", Mode.MERGED, ThreeCounties.COUNTY_OF_MOVES);
        var third = counties.community("己", Mode.MERGED, ThreeCounties.COUNTY_OF_MOVES);
        var officer = counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(ThreeCounties.COUNTY_OF_MOVES));
        counties.lesson("moving", first, "MATHEMATICS", "分数", "2021-11-10T09:00:00");
        counties.askUntil(answer -> answer.toString().contains("分数"), officer, COMMUNITY, idOf(first));
        feed.stop();
        counties.report("moving", 2, second, "MATHEMATICS", "分数", "2021-11-10T09:00:00", ActivityState.PLANNED);
        counties.report("moving", 3, third, "MATHEMATICS", "分数", "2021-11-10T09:00:00", ActivityState.PLANNED);
        var last = Objects.requireNonNull(database.getCollection("activities")
                .find(new Document("_id", "test:moving"))
                .first());
        keeper().on(List.of(new FeedEntry("activities", last)));
        assertThat(counties.ask(officer, COMMUNITY, idOf(first)).toString()).doesNotContain("分数");
        assertThat(counties.ask(officer, COMMUNITY, idOf(third)).toString()).contains("分数");
        feed.start();
    }

    private FeedConsumer keeper() {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals("progress"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksTheStoreAsOftenForManyRegionsAsForFew() {
        var city = counties.tokenOf(Role.PROVINCE_OFFICER, PlaceKey.region("33"));
        counties.ask(city, CHILDREN, Map.of("code", "33"));
        var few = tripsOf(() -> counties.ask(city, CHILDREN, Map.of("code", "3301")));
        var many = tripsOf(() -> {
            var answer = counties.ask(city, CHILDREN, Map.of("code", ThreeCounties.CITY));
            assertThat(answer.toString()).contains("甲教共体", "丙教共体");
        });
        // sums, ids of the lists, progress, communities, names of schools; where the lists are empty, only the first
        // three
        assertThat(many).isLessThanOrEqualTo(5);
        assertThat(few).isLessThanOrEqualTo(many);
    }

    private Set<String> uploads(String token) {
        return progress(counties.ask(token, COMMUNITY, idOf(merged)))
                .path("criteria")
                .valueStream()
                .filter(criterion -> criterion.path("viewerCanUpload").asBoolean())
                .map(criterion -> criterion.path("code").asString())
                .collect(Collectors.toSet());
    }

    private String officer() {
        return counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(ThreeCounties.COUNTY));
    }

    private String clerkOf(Community community) {
        return counties.tokenOf(Role.CLERK, PlaceKey.school(community.coreId()));
    }

    private static Map<String, Object> idOf(Community community) {
        return Map.of("id", community.globalId().encode());
    }

    private JsonNode regionProgress(String token, String code) {
        return counties.ask(token, REGION, Map.of("code", code)).path("region").path("progress");
    }

    private static JsonNode progress(JsonNode answer) {
        return answer.path("node").path("progress");
    }

    private static JsonNode criterion(JsonNode progress, String code) {
        return progress.path("criteria")
                .valueStream()
                .filter(criterion -> criterion.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String measures(JsonNode criterion) {
        return criterion
                .path("measures")
                .valueStream()
                .map(measure -> measure.path("name").asString() + " "
                        + measure.path("present").asInt() + "/"
                        + measure.path("needed").asInt())
                .collect(Collectors.joining(", "));
    }

    /** Round trips of a request to the collections that these fields stand on. */
    private long tripsOf(Runnable request) {
        return commands.ofRequests(request).stream()
                .filter(command -> COLLECTIONS.contains(
                        command.getString(command.getFirstKey()).getValue()))
                .count();
    }
}
