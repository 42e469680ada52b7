package org.tongke.backend.base.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;

@Tag("slow")
class GivenFilesTest {
    private static final String TABLE = "学校,学生\n乐清市㙦头小学,\"1,200\"\n\n䶮𠮷小学,30\n";
    private static final String TABLE_READ = "1: 学校 | 学生\n2: 乐清市㙦头小学 | 1,200\n4: 䶮𠮷小学 | 30";

    private interface Filled {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filled filled) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            filled.fill(workbook.newWorksheet("名单"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String print(GivenFile file) {
        return file.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .map(row -> row.number()
                        + ": "
                        + row.cells().stream().map(GivenCell::text).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void readsLinesOfATitleThatAreShorterThanTheTable() {
        assertThat(print(GivenFiles.ofText("名单\n填报单位\t乐清市教育局\n校\t生\t师\n\u7532\t1\t2\t3")))
                .isEqualTo("1: 名单\n2: 填报单位 | 乐清市教育局\n3: 校 | 生 | 师\n4: 甲 | 1 | 2 | 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void guessesHowCharactersAreWritten(String charset) {
        var file = GivenFiles.ofBytes(TABLE.getBytes(Charset.forName(charset)));
        assertThat(file.charset()).isEqualTo(charset);
        assertThat(print(file)).isEqualTo(TABLE_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsWhatIsMarked(String charset) {
        var file = GivenFiles.ofBytes(("\uFEFF" + TABLE.replace("\n", "\r\n")).getBytes(Charset.forName(charset)));
        assertThat(file.charset()).isEqualTo(charset);
        assertThat(print(file)).isEqualTo(TABLE_READ);
    }

    @Test
    void readsWhatIsPasted() {
        var file = GivenFiles.ofText("序号\t核心校\t成员校\n1\t城关一小\t\"山村小学\n海岛小学\"\n\t\t\n");
        assertThat(file.charset()).isNull();
        assertThat(print(file)).isEqualTo("1: 序号 | 核心校 | 成员校\n2: 1 | 城关一小 | 山村小学\n海岛小学");
    }

    @Test
    void readsSemicolonsToo() {
        assertThat(print(GivenFiles.ofText("a;b,c\nd;e\n"))).isEqualTo("1: a | b,c\n2: d | e");
    }

    @Test
    void readsAWorkbook() {
        var file = GivenFiles.ofBytes(workbook(sheet -> {
            sheet.value(0, 0, "附件4");
            sheet.range(0, 0, 0, 4).merge();
            sheet.value(2, 0, " 　城关一小 ");
            sheet.value(2, 1, 3_303_820_017L);
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(2, 3, LocalDate.parse("2021-04-15"));
            sheet.style(2, 3).format("yyyy-mm-dd").set();
            sheet.value(2, 5, 30);
            sheet.style(2, 5).format("0\"所 days\"").set();
            sheet.value(3, 0, "藏着");
            sheet.hideRow(3);
        }));
        assertThat(print(file)).isEqualTo("1: 附件4\n3: 城关一小 | 3303820017 | 0.3 | 2021-04-15 |  | 30\n4: 藏着");
        var rows = file.sheets().getFirst().rows();
        assertThat(rows.get(1).cells().stream().map(GivenCell::kind))
                .containsExactly(
                        GivenCell.Kind.TEXT,
                        GivenCell.Kind.NUMBER,
                        GivenCell.Kind.NUMBER,
                        GivenCell.Kind.DAY,
                        GivenCell.Kind.TEXT,
                        GivenCell.Kind.NUMBER);
        assertThat(rows.stream().map(GivenRow::isHidden)).containsExactly(false, false, true);
        assertThat(rows.getFirst().cell(99)).isEqualTo(GivenCell.EMPTY);
    }

    @Test
    void tellsFormulas() {
        var file = GivenFiles.ofBytes(workbook(sheet -> sheet.formula(0, 0, "1+1")));
        assertThat(file.sheets().getFirst().rows().getFirst().cell(0).kind()).isEqualTo(GivenCell.Kind.FORMULA);
    }

    @Test
    void tellsHiddenSheets() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("名单").value(0, 0, "一");
            var notes = workbook.newWorksheet("说明");
            notes.value(0, 0, "二");
            notes.setVisibilityState(VisibilityState.HIDDEN);
        }
        var sheets = GivenFiles.ofBytes(bytes.toByteArray()).sheets();
        assertThat(sheets.stream().map(sheet -> sheet.name() + sheet.isHidden()))
                .containsExactly("名单false", "说明true");
    }

    @Test
    void readsAsMuchAsAProvinceHas() {
        var file =
                GivenFiles.ofBytes(workbook(sheet -> IntStream.range(0, 20_000).forEach(row -> {
                    sheet.value(row, 0, "教师" + row);
                    sheet.value(row, 1, "乐清市实验小学");
                })));
        assertThat(file.sheets().getFirst().rows()).hasSize(20_000);
    }

    @Test
    void refusesInWordsWhatItCannotRead() throws IOException {
        assertRefused(new byte[0], ErrorCode.FILE_EMPTY);
        assertRefused("\n\n , ,\n".getBytes(StandardCharsets.UTF_8), ErrorCode.FILE_EMPTY);
        assertRefused(new byte[GivenFiles.MOST_BYTES + 1], ErrorCode.FILE_TOO_LARGE);
        assertRefused("a,\0b\n".getBytes(StandardCharsets.UTF_8), ErrorCode.FILE_NOT_A_TABLE);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, ErrorCode.FILE_OLD_OR_LOCKED);
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1}, ErrorCode.FILE_NOT_A_TABLE);
        var whole = workbook(sheet -> sheet.value(0, 0, "一"));
        assertRefused(Arrays.copyOf(whole, whole.length / 2), ErrorCode.FILE_BROKEN);
        assertRefused(zip("word/document.xml", 100), ErrorCode.FILE_NOT_A_TABLE);
        assertRefused(zip("xl/bomb.xml", 300 << 20), ErrorCode.FILE_UNPACKS_TOO_LARGE);
        assertRefused(zip("xl/vbaProject.bin", 100), ErrorCode.FILE_MACROS);
        assertRefused(
                "a\n".repeat(GivenFiles.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8), ErrorCode.SHEET_TOO_LARGE);
        assertRefused(
                workbook(
                        sheet -> IntStream.rangeClosed(0, GivenFiles.MOST_ROWS).forEach(row -> sheet.value(row, 0, 1))),
                ErrorCode.SHEET_TOO_LARGE);
    }

    private static byte[] zip(String name, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            var piece = new byte[1 << 20];
            for (int left = size; left > 0; left -= piece.length) {
                zip.write(piece, 0, Math.min(left, piece.length));
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] bytes, ErrorCode code) {
        assertThatThrownBy(() -> GivenFiles.ofBytes(bytes, "sheet"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .singleElement()
                                .satisfies(refusal -> {
                                    assertThat(refusal.code()).isEqualTo(code);
                                    assertThat(refusal.path()).containsExactly("sheet");
                                }));
    }

    @Test
    void namesColumnsAsProgramsDo() {
        assertThat(IntStream.of(0, 25, 26, 51, 52, 701, 702).mapToObj(GivenRow::columnName))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void takesTitlesAboveAndRemarksBelowThatHaveFewerCells() {
        var rows = GivenFiles.ofText("乐清市学校一览表\n学校,县\n甲小学,乐清市,多一格\n注：共一所\n")
                .sheets()
                .getFirst()
                .rows();
        assertThat(rows).extracting(row -> row.cells().size()).containsExactly(1, 2, 3, 1);
    }
}
