package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/** The people of a school from a table: first what would come of it, then the accounts with their start codes. */
@BackendTest
class AccountImportTest {
    private final World world;
    private final Api api;
    private final School school;
    private final Person county;
    private final Person clerk;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    AccountImportTest(ApplicationContext app, @LocalServerPort int port) {
        world = World.in(app);
        api = Api.at(port);
        school = world.school("330382");
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330382"));
        clerk = world.person(Role.CLERK, school.key());
    }

    private Answer run(Person caller, Map<String, Object> table, boolean commit) {
        var input = new HashMap<String, Object>(
                Map.of("schoolId", school.globalId().encode(), "table", table, "commit", commit));
        return api.ask(
                caller.token(),
                "mutation($input: ImportAccountsInput!) { it: importAccounts(input: $input) { charset workbook"
                        + " rows { row name signInName role outcome column problem startCode } errors { code } } }",
                Map.of("input", input));
    }

    private static String said(Answer answer) {
        return answer.at("/data/it/rows")
                .valueStream()
                .map(row -> row.at("/row").asInt() + " " + row.at("/outcome").asString()
                        + (row.at("/column").isNull()
                                ? ""
                                : " " + row.at("/column").asString()))
                .collect(Collectors.joining(", "));
    }

    private String table() {
        return String.join(
                "\n",
                "云溪小学教师名单",
                "序号\t姓名\t角色\t登录名",
                "1\t林晓岚\t教师\tlin-" + mark,
                "2\t王海棠\t学校管理员\twang-" + mark,
                "3\t\t教师\tx-" + mark,
                "4\t陈竹青\t\t",
                "5\t陈竹青\t校医\tchen-" + mark,
                "6\t林小兰\t\tLIN-" + mark,
                "7\t=赵一\t老师\tzhao-" + mark);
    }

    @Test
    void saysWhatWouldComeOfEachRowAndWritesNothing() {
        var answer = run(county, Map.of("text", table()), false);
        assertThat(said(answer)).isEqualTo("3 ADD, 4 ADD, 5 PROBLEM B, 6 PROBLEM D, 7 PROBLEM C, 8 PROBLEM D, 9 ADD");
        assertThat(answer.at("/data/it/rows/3/problem").asString()).contains("chenzhuqing");
        assertThat(answer.at("/data/it/workbook").isNull()).isTrue();
        assertThat(said(run(county, Map.of("text", table()), false))).startsWith("3 ADD, 4 ADD");
        // a clerk does not make clerks
        assertThat(said(run(clerk, Map.of("text", table()), false))).startsWith("3 ADD, 4 PROBLEM C");
    }

    @Test
    void goodRowsBecomeAccountsOnceWhateverTheOthersAre() throws Exception {
        var answer = run(county, Map.of("text", table()), true);
        assertThat(said(answer)).startsWith("3 ADDED, 4 ADDED, 5 PROBLEM B").endsWith("9 ADDED");
        var code = answer.at("/data/it/rows/0/startCode").asString();
        assertThat(read(answer.at("/data/it/workbook").asString())).contains("林晓岚|lin-" + mark + "|" + code, "=赵一");
        var again = run(county, Map.of("text", table()), true);
        assertThat(said(again)).startsWith("3 UNCHANGED, 4 UNCHANGED").endsWith("9 UNCHANGED");
        assertThat(again.at("/data/it/workbook").isNull()).isTrue();
        var signIn = api.call(null, "SignIn", Map.of("input", Map.of("signInName", "lin-" + mark, "password", code)));
        assertThat(signIn.at("/data/signIn/errors/0/code").asString()).isEqualTo("PASSWORD_NEEDED");
    }

    @Test
    void readsTheEncodingOfOldProgramsAndTablesWithoutHeads() {
        var bytes = ("孙文书,sun-" + mark + "\n周明远,zhou-" + mark + "\n").getBytes(Charset.forName("GB18030"));
        var answer = run(clerk, Map.of("content", Base64.getEncoder().encodeToString(bytes)), false);
        assertThat(said(answer)).isEqualTo("1 ADD, 2 ADD");
        assertThat(answer.at("/data/it/charset").asString()).isEqualTo("GB18030");
        assertThat(answer.at("/data/it/rows/0/name").asString()).isEqualTo("孙文书");
    }

    @Test
    void saysSoOfATableThatIsNotOneOfPeople() {
        var schools = "序号\t学校标识码\t学校名称\n1\t3133000901\t乐清市试验一小";
        assertThat(codeOf(run(county, Map.of("text", schools), false))).isEqualTo("MALFORMED");
        assertThat(codeOf(run(county, Map.of("text", "this is no table"), false)))
                .isEqualTo("MALFORMED");
    }

    @Test
    void suggestsNamesThatCanBeUsed() {
        var rows = run(county, Map.of("text", "姓名\t登录名\n孙 雨\t\n李\t"), false);
        assertThat(rows.at("/data/it/rows/0/problem").asString()).contains("例如 sunyu。");
        assertThat(rows.at("/data/it/rows/1/problem").asString()).contains("例如 li001。");
    }

    @Test
    void aNameThatSomebodyElseHasIsAProblem() {
        run(county, Map.of("text", "姓名\t登录名\n林晓岚\tone-" + mark), true);
        assertThat(said(run(county, Map.of("text", "姓名\t登录名\n林小兰\tone-" + mark), true)))
                .isEqualTo("2 PROBLEM B");
    }

    @Test
    void refusesTooManyRowsAndSchoolsOfOthers() {
        var rows = "张三\tzhang\n".repeat(501);
        assertThat(codeOf(run(county, Map.of("text", rows), false))).isEqualTo("BATCH_TOO_LARGE");
        var away = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330212"));
        assertThat(codeOf(run(away, Map.of("text", rows), false))).isEqualTo("NOT_YOUR_OFFICE");
        assertThat(codeOf(run(county, Map.of("text", " "), false))).isEqualTo("FILE_EMPTY");
    }

    private static String codeOf(Answer answer) {
        return answer.at("/data/it/errors/0/code").asString("");
    }

    private static List<String> read(String workbook) throws Exception {
        try (var read = new ReadableWorkbook(
                new ByteArrayInputStream(Base64.getDecoder().decode(workbook)))) {
            return read.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(cell -> cell.asString()).collect(Collectors.joining("|")))
                    .flatMap(line -> List.of(line, line.split("\\|")[0]).stream())
                    .toList();
        }
    }
}
