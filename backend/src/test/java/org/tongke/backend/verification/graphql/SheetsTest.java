package org.tongke.backend.verification.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.support.BackendTest;
import tools.jackson.databind.JsonNode;

/** What is handed on says what the API says. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsTest {
    private static final String COUNTY = "330324";
    private static final String COMMUNITY = """
            query($id: ID!) { node(id: $id) { ... on Community { progress { metCount criteria { code lacking
              measures { present } facts { label counts } } } } } }
            """;
    private static final String REGION = """
            query($code: String!, $asOf: Date) { region(code: $code) { name parent { name } progress(asOf: $asOf) {
              target { newMembers { number } pairedSchools { number } } goal { newMembers pairedSchools }
              communityCount memberCount formedCount formedMemberCount operatingCount operatingMemberCount operatingShare
              verifiedCount verifiedMemberCount verifiedShare targetShare lateCount
              milestones { neededCount verifiedCount targetMemberCount state expectedCount verifiedMemberCount
                milestone { dueOn share } }
              late(first: 1) { edges { cursor } pageInfo { hasNextPage } }
              communities(first: 100, order: RISK) { edges { node { metCount askedCount
                community { name mode members { id } county { name } } criteria { code lacking }
                outlook { state words enoughOn daysLate milestone { dueOn } } verifiedAt } } } } } }
            """;

    @Autowired
    ThreeCounties counties;

    private Community full;
    private Community empty;

    @BeforeAll
    void given() {
        full = counties.community("表一", Mode.MERGED, COUNTY);
        empty = counties.community("表二", Mode.CO_BUILT, COUNTY);
        counties.lesson("sheet-1", full, "MATHEMATICS", "=SUM(A1:A9)", "2021-11-10T09:00:00");
        counties.lesson("sheet-2", full, "CHINESE", "@山行 <b>", "2021-11-09T09:00:00");
        counties.report("sheet-3", 1, full, "CHINESE", "-古诗", "2021-11-11T09:00:00", ActivityState.CANCELLED);
        counties.file("sheet-approval", full, "1.1", MediaType.PDF, "批文.pdf");
        counties.askUntil(
                answer -> answer.toString().contains("批文.pdf")
                        && answer.toString().contains("山行")
                        && answer.toString().contains("古诗")
                        && answer.toString().contains("SUM"),
                officer(),
                COMMUNITY,
                Map.of("id", full.globalId().encode()));
        counties.askUntil(
                answer -> answer.toString().contains("2.3"),
                officer(),
                COMMUNITY,
                Map.of("id", empty.globalId().encode()));
    }

    @Test
    void aWorkbookOfProgressHasTheFiguresOfTheApiCellByCell() throws Exception {
        var region = counties.ask(officer(), REGION, Map.of("code", COUNTY)).path("region");
        var progress = region.path("progress");
        assertThat(progress.path("communityCount").asInt()).isEqualTo(2);
        assertThat(progress.path("formedCount").asInt()).isEqualTo(1);
        var answer = counties.fetch(officer(), "/exports/progress/" + COUNTY + ".xlsx?lang=zh-CN");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .contains(".xlsx");
        var workbook = new WorkbookText(answer.body());
        assertThat(workbook.rows(1)).hasSize(2);
        assertThat(workbook.rows(1).getFirst()).hasSize(30).contains("'2021-06-30（30%） 应核验（个）'");
        assertThat(trimmed(workbook.rows(1).getLast())).isEqualTo(trimmed(expected(region, progress)));
        var edges = progress.path("communities").path("edges");
        assertThat(edges.size()).isEqualTo(2);
        for (int index = 0; index < edges.size(); index++) {
            assertThat(trimmed(workbook.rows(2).get(index + 1)))
                    .isEqualTo(trimmed(expectedOf(edges.get(index).path("node"))));
        }
        assertThat(workbook.rows(3).toString()).contains("数据截至");
    }

    private static List<String> expected(JsonNode region, JsonNode progress) {
        var cells = new ArrayList<String>();
        cells.add(quoted(region.path("name")));
        cells.add(quoted(region.path("parent").path("name")));
        cells.add(number(progress.path("target").path("newMembers").path("number")));
        cells.add(number(progress.path("target").path("pairedSchools").path("number")));
        cells.add(number(progress.path("goal").path("newMembers")));
        cells.add(number(progress.path("goal").path("pairedSchools")));
        for (var field : List.of(
                "communityCount",
                "memberCount",
                "formedCount",
                "formedMemberCount",
                "operatingCount",
                "operatingMemberCount",
                "operatingShare",
                "verifiedCount",
                "verifiedMemberCount",
                "verifiedShare",
                "targetShare",
                "lateCount")) {
            cells.add(number(progress.path(field)));
        }
        for (var milestone : progress.path("milestones")) {
            cells.add(number(milestone.path("neededCount")));
            cells.add(number(milestone.path("verifiedCount")));
            cells.add(number(milestone.path("targetMemberCount")));
            cells.add(
                    switch (milestone.path("state").asString()) {
                        case "LATE" -> "'已逾期'";
                        case "DONE" -> "'按时完成'";
                        default -> "unexpected " + milestone;
                    });
        }
        return cells;
    }

    private static List<String> expectedOf(JsonNode progress) {
        var community = progress.path("community");
        var lacking = progress.path("criteria")
                .valueStream()
                .filter(criterion -> !criterion.path("lacking").isNull())
                .map(criterion -> criterion.path("code").asString() + " "
                        + criterion.path("lacking").asString())
                .collect(Collectors.joining("；"));
        var outlook = progress.path("outlook");
        return List.of(
                quoted(community.path("name")),
                quoted(community.path("county").path("name")),
                community.path("mode").asString().equals("MERGED") ? "'融合型'" : "'共建型'",
                Integer.toString(community.path("members").size()),
                number(progress.path("metCount")),
                number(progress.path("askedCount")),
                "'" + lacking + "'",
                quoted(outlook.path("words")),
                serial(outlook.path("milestone").path("dueOn")),
                serial(outlook.path("enoughOn")),
                "");
    }

    /** As workbooks count days: from 30 December 1899. */
    private static String serial(JsonNode day) {
        return day.isNull() ? "" : Long.toString(LocalDate.parse(day.asString()).toEpochDay() + 25569);
    }

    private static String quoted(JsonNode words) {
        return "'" + words.asString() + "'";
    }

    private static String number(JsonNode number) {
        return number.isNull()
                ? ""
                : number.asDouble() == number.asInt() ? "" + number.asInt() : "" + number.asDouble();
    }

    /** Empty cells at the end are not written; 0.0 and 0 are the same number. */
    private static List<String> trimmed(List<String> cells) {
        var all = new ArrayList<>(
                cells.stream().map(cell -> cell.replaceFirst("\\.0$", "")).toList());
        while (!all.isEmpty() && all.getLast().isEmpty()) {
            all.removeLast();
        }
        return all;
    }

    @Test
    void theTableOfLessonsIsMadeOfWhatIsKnownAndHoldsNoFormula() throws Exception {
        var answer = counties.fetch(clerk(), lessons(".xlsx?lang=zh-CN"));
        var workbook = new WorkbookText(answer.body());
        assertThat(workbook.formulas(1)).isZero();
        assertThat(workbook.rows(1).stream().skip(1).map(row -> row.get(7) + " " + row.get(11)))
                .containsExactly("'@山行 <b>' '计入'", "'=SUM(A1:A9)' '计入'", "'-古诗' '不计入：已取消'");
        assertThat(workbook.rows(1).get(2).subList(1, 6).toString())
                .isEqualTo("['09:00–09:40', '第2节', '城乡同步课堂', '数学']".replace("]", ", ]"));
        assertThat(workbook.rows(1).get(2).get(9)).contains("表一-core", "表一-member");
        assertThat(workbook.rows(2).toString()).contains("3 条，其中计入 2 条");
    }

    @Test
    void thePageToPrintSaysTheSameAndEscapesIt() {
        var page = new String(counties.fetch(clerk(), lessons(".html?lang=en")).body(), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<html lang=\"en\">", "Summary table of lessons", "@山行 &lt;b&gt;", "3, of which 2 count")
                .doesNotContain("<b>", "<script");
        assertThat(new String(
                        counties.fetch(officer(), "/exports/progress/" + COUNTY + ".html")
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("表一教共体", "size:A4 landscape");
    }

    @Test
    void areNotThereForOthers() {
        var progress = "/exports/progress/" + COUNTY + ".xlsx";
        var elsewhere = counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(ThreeCounties.OTHER_COUNTY));
        assertThat(List.of(
                        counties.fetch(null, progress).statusCode(),
                        counties.fetch(elsewhere, progress).statusCode(),
                        counties.fetch(clerk(), progress).statusCode(),
                        counties.fetch(officer(), "/exports/progress/3303.xlsx").statusCode(),
                        counties.fetch(officer(), "/exports/progress/999999.xlsx")
                                .statusCode(),
                        counties.fetch(null, lessons(".xlsx")).statusCode(),
                        counties.fetch(elsewhere, lessons(".html")).statusCode(),
                        counties.fetch(clerk(), "/exports/lessons/nonsense.xlsx")
                                .statusCode()))
                .containsOnly(404);
        assertThat(counties.fetch(officer(), lessons(".xlsx")).statusCode()).isEqualTo(200);
    }

    @Test
    void aDayBeforeAnythingWasThereIsEmpty() {
        var then = counties.ask(officer(), REGION, Map.of("code", COUNTY, "asOf", "2021-01-01"))
                .path("region")
                .path("progress");
        assertThat(then.path("communityCount").asInt()).isZero();
        assertThat(then.path("milestones").get(0).path("state").asString()).isEqualTo("NOTHING_ASKED");
    }

    private String lessons(String rest) {
        return "/exports/lessons/" + full.globalId().encode() + rest;
    }

    private String officer() {
        return counties.tokenOf(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
    }

    private String clerk() {
        return counties.tokenOf(Role.CLERK, PlaceKey.school(full.coreId()));
    }
}
