package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.base.sheet.GivenSheet;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.directory.intake.ImportState;
import org.tongke.backend.directory.intake.JudgedRow;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** Tables of schools and teachers that an officer of 乐清 hands in. */
@BackendTest
class ImportTest {
    private static final String COUNTY = "330382";
    private static final String HEADS = "序号,学校标识码,学校全称,县（市、区）,城乡类型,学段,曾用名\n";

    private final Texts texts;
    private final Schools schools;
    private final Teachers teachers;
    private final SchoolEntries entries;
    private final DirectoryImports imports;
    private final Viewer officer;
    private final Scope scope = Scope.of(List.of(PlaceKey.region(COUNTY)));
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final long codes =
            Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 8_000_000_000L) + 1_000_000_000L;

    @Autowired
    ImportTest(
            ApplicationContext app,
            Texts texts,
            Schools schools,
            Teachers teachers,
            SchoolEntries entries,
            DirectoryImports imports) {
        this.texts = texts;
        this.schools = schools;
        this.teachers = teachers;
        this.entries = entries;
        this.imports = imports;
        officer = World.in(app)
                .person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY))
                .viewer();
    }

    private DirectoryImport check(DirectoryTable table, GivenFile file, @Nullable String usual) {
        return imports.check(UUID.randomUUID().toString(), table, file, usual, officer, scope);
    }

    private DirectoryImport check(String table) {
        return check(DirectoryTable.SCHOOLS, GivenFiles.ofText(table), null);
    }

    private DirectoryImport run(DirectoryImport one) {
        var now = one;
        do {
            now = imports.run(one.id(), one.fingerprint(), officer, scope);
        } while (now.state() != ImportState.DONE);
        return now;
    }

    private List<JudgedRow> rows(DirectoryImport one) {
        return imports
                .rows(one, null, PageRequest.of(DirectoryImports.LIST, DirectoryImports.LIST_KEYS, 100, null))
                .edges()
                .stream()
                .map(edge -> edge.node())
                .toList();
    }

    /** The rows as lines: number, outcome, what changes, what is wrong. */
    private String prints(DirectoryImport one) {
        return rows(one).stream()
                .map(this::print)
                .collect(Collectors.joining("\n"))
                .replace(mark, "");
    }

    private String print(JudgedRow row) {
        var parts = new ArrayList<>(List.of(row.number() + " " + row.outcome() + " " + row.label()));
        row.changes().forEach(change -> parts.add(change.field() + ": " + change.before() + " → " + change.after()));
        row.problems()
                .forEach(problem -> parts.add(problem.column() + ": "
                        + texts.get(
                                "directory.import.problem." + problem.kind() + ".reason",
                                Locale.SIMPLIFIED_CHINESE,
                                problem.arguments().toArray())));
        return String.join(" | ", parts);
    }

    private String school(int number, String name, String rest) {
        return number + "," + (codes + number) + "," + mark + name + "," + rest + "\n";
    }

    @Test
    void isTriedThenEnteredAndTheSameTableAgainChangesNothing() {
        var table =
                "乐清市学校一览表,,,\n" + HEADS + school(1, "虹桥小学", "乐清市,镇区,小学,") + school(2, "雁荡学校", "温州市乐清市,村庄,九年一贯制,雁荡中学");
        var tried = check(table);
        assertThat(prints(tried)).isEqualTo("3 ADD 虹桥小学\n4 ADD 雁荡学校");
        assertThat(schools.findCalled(List.of(String.valueOf(codes + 1)), List.of(), scope))
                .isEmpty();
        run(tried);
        var entered = schools.findCalled(List.of(String.valueOf(codes + 2)), List.of(), scope)
                .getFirst();
        assertThat(entered.area()).isEqualTo(SchoolArea.RURAL);
        assertThat(entered.facts().stages()).containsExactly(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
        assertThat(entered.formerNames()).containsExactly(new FormerName("雁荡中学", null));
        assertThat(imports.count(tried).written()).isEqualTo(2);
        assertThat(prints(check(table))).isEqualTo("3 UNCHANGED 虹桥小学\n4 UNCHANGED 雁荡学校");
    }

    @Test
    void saysWhatItWouldChange() {
        run(check(HEADS + school(1, "虹桥小学", "乐清市,镇区,小学,")));
        var again = check(HEADS + school(1, "虹桥实验小学", "乐清市,城区,,"));
        assertThat(prints(again))
                .isEqualTo("2 CHANGE 虹桥实验小学 | name: 虹桥小学 → 虹桥实验小学 | area: TOWN → URBAN | formerLine:  → 虹桥小学");
        run(again);
        assertThat(schools.findCalled(List.of(), List.of(mark + "虹桥小学"), scope))
                .extracting(School::name)
                .containsExactly(mark + "虹桥实验小学");
    }

    @Test
    void losesNothingOfTheRestForARowThatIsBroken() {
        var tried = check(HEADS
                + school(1, "甲小学", "乐清市,镇区,小学,")
                + "2,33038,坏小学,昆山市,山区,大学,\n"
                + school(3, "乙小学", "江苏省昆山市,镇区,小学,")
                + school(1, "丙小学", "乐清市,镇区,,")
                + school(5, "丁小学", "宁海县,镇区,小学,")
                + school(6, "戊小学", "乐清市,镇区,小学,"));
        assertThat(prints(tried)).isEqualTo("""
                2 ADD 甲小学
                3 PROBLEM 坏小学 | B: 「33038」不是 10 位数字的学校标识码 | D: 浙江省没有名为「昆山市」的县（市、区） | E: 看不懂城乡类型「山区」 | F: 看不懂学段「大学」
                4 PROBLEM 乙小学 | D: 「江苏省昆山市」不在浙江省
                5 PROBLEM 丙小学 | B: 「%d」在第 2 行已经出现过
                6 PROBLEM 丁小学 | D: 「宁海县」不归你管理
                7 ADD 戊小学""".formatted(codes + 1));
        run(tried);
        var counts = imports.count(tried);
        assertThat(List.of(counts.add(), counts.problem(), counts.written())).containsExactly(2, 4, 2);
    }

    @Test
    void tellsDaysFormulasAndHiddenRowsApart() {
        var heads = row(1, false, text("学校标识码"), text("学校名称"), text("县（市、区）"), text("城乡类型"));
        var rows = List.of(
                heads,
                row(2, false, new GivenCell("2021-03-05", GivenCell.Kind.DAY), text("甲小学"), text("乐清市"), text("镇区")),
                row(3, false, new GivenCell("2.13304E+9", GivenCell.Kind.TEXT), text("乙小学"), text("乐清市"), text("镇区")),
                row(4, false, text(""), new GivenCell("丙小学", GivenCell.Kind.FORMULA), text("乐清市"), text("镇区")),
                row(5, true, text(""), text("丁小学"), text("乐清市"), text("镇区")),
                row(6, false, text("注：共四所")));
        var file = new GivenFile(
                null,
                List.of(
                        new GivenSheet("名单", false, rows),
                        new GivenSheet("说明", false, List.of(row(1, false, text("填报说明")))),
                        new GivenSheet("旧表", true, rows)));
        var tried = check(DirectoryTable.SCHOOLS, file, null);
        assertThat(prints(tried)).isEqualTo("""
                2 PROBLEM 甲小学 | A: 学校标识码这一格是日期「2021-03-05」
                3 PROBLEM 乙小学 | A: 学校标识码显示成了「2.13304E+9」，后几位已丢失
                4 PROBLEM 丙小学 | B: 「学校名称」这一格是公式或出错的公式
                5 PROBLEM 丁小学 | null: 这一行在表格里是隐藏的""");
        assertThat(tried.remarks())
                .extracting(remark -> texts.get(
                        remark.key(),
                        Locale.SIMPLIFIED_CHINESE,
                        remark.arguments().toArray()))
                .containsExactly("工作表「说明」没有表头，未读取", "工作表「旧表」是隐藏的，未读取");
    }

    private static GivenRow row(int number, boolean isHidden, GivenCell... cells) {
        return new GivenRow(number, isHidden, List.of(cells));
    }

    private static GivenCell text(String text) {
        return new GivenCell(text, GivenCell.Kind.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "GB18030, GB18030"})
    void guessesHowItsCharactersWereWritten(Charset charset, String told) {
        var table = HEADS + school(1, "㙦小学", "乐清市,镇区,小学,");
        var tried = check(DirectoryTable.SCHOOLS, GivenFiles.ofBytes(table.getBytes(charset)), null);
        assertThat(tried.charset()).isEqualTo(told);
        assertThat(prints(tried)).isEqualTo("2 ADD 㙦小学");
    }

    @Test
    void isRefusedWhereTheDirectoryHasChangedSinceItWasTried() {
        run(check(HEADS + school(1, "甲小学", "乐清市,镇区,小学,")));
        var tried = check(HEADS + school(1, "甲小学", "乐清市,城区,小学,"));
        var standing = schools.findCalled(List.of(String.valueOf(codes + 1)), List.of(), scope)
                .getFirst();
        entries.edit(
                standing.id(),
                standing.revision(),
                new SchoolDraft(standing.name(), SchoolArea.RURAL, standing.facts()),
                null,
                false,
                officer,
                scope);
        assertThatThrownBy(() -> run(tried)).hasMessageContaining("IMPORT_STALE");
        var again = imports.find(tried.id(), officer).orElseThrow();
        assertThat(prints(again)).contains("area: RURAL → URBAN");
        assertThat(run(again).state()).isEqualTo(ImportState.DONE);
    }

    @Tag("slow")
    @Test
    void goesOnWhereAStepWasCutOffAndIsOneWhenTwoRunIt() {
        var table = HEADS
                + IntStream.rangeClosed(1, 1_200)
                        .mapToObj(number -> school(number, number + "小学", "乐清市,镇区,小学,"))
                        .collect(Collectors.joining());
        var tried = check(table);
        var first = imports.run(tried.id(), tried.fingerprint(), officer, scope);
        assertThat(first.state()).isEqualTo(ImportState.RUNNING);
        assertThat(imports.count(tried).written()).isEqualTo(DirectoryImports.STEP);
        run(tried);
        run(tried);
        assertThat(imports.count(tried).written()).isEqualTo(1_200);
        assertThat(schools.findCalled(
                        List.of(String.valueOf(codes + 1_200), String.valueOf(codes + 7)), List.of(), scope))
                .hasSize(2)
                .allMatch(school -> school.revision() == 1);
    }

    @Test
    void entersTeachersByNumberAndByNameWithinASchool() {
        var one = entries.put(
                UUID.randomUUID().toString(),
                COUNTY,
                new SchoolDraft(mark + "一小", SchoolArea.TOWN, SchoolFacts.NONE),
                officer,
                scope);
        var other = entries.put(
                UUID.randomUUID().toString(),
                COUNTY,
                new SchoolDraft(mark + "二小", SchoolArea.TOWN, SchoolFacts.NONE),
                officer,
                scope);
        var table = "姓名,所在学校,任教学科,教师编号\n"
                + "林晓岚," + one.name() + ",数学,T" + codes + "\n"
                + "王海," + one.name() + ",语文,\n"
                + "陈静," + one.name() + ",炼金术,\n"
                + "周敏,没有的学校,数学,\n"
                + "吴芳," + one.name() + ",数学,330382198001011234\n";
        var tried = check(DirectoryTable.TEACHERS, GivenFiles.ofText(table), null);
        assertThat(prints(tried)).isEqualTo("""
                2 ADD 林晓岚
                3 ADD 王海
                4 PROBLEM 陈静 | C: 没有名为「炼金术」的学科
                5 PROBLEM 周敏 | B: 没有名为「没有的学校」的学校
                6 PROBLEM 吴芳 | D: 这一格像是身份证号""");
        run(tried);
        var moved =
                check(DirectoryTable.TEACHERS, GivenFiles.ofText("姓名\t学科\t编号\n林晓岚\t科学\tT" + codes + "\n"), other.id());
        assertThat(prints(moved)).startsWith("2 CHANGE 林晓岚 | school: ").contains("subject: 数学 → 科学");
        run(moved);
        assertThat(teachers.listOf(List.of(other.id()), 10))
                .extracting(Teacher::name)
                .containsExactly("林晓岚");
    }

    @Test
    void isRefusedWithoutHeads() {
        assertThatThrownBy(() -> check("甲小学,乐清市\n乙小学,乐清市\n")).hasMessageContaining("MALFORMED");
    }
}
