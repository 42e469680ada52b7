package org.tongke.backend.community.roster.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.RosterRow;

/**
 * Writes rosters as the form of annex 4: its title, its head, its merged cells and its notes, in Chinese whoever asks. Each cell is a text
 * or a number and never a formula, whatever it begins with. Read again by {@link FormReader}, it plans the same.
 */
final class RosterForms {
    private static final List<String> HEADS = List.of("设区市", "县市区", "序号", "核心校(校区)全称", "成员(受援)校(校区)全称", "教育共同体模式");
    private static final double[] WIDTHS = {10, 12, 6, 36, 36, 16};
    private static final int FIRST_ROW = 4;
    private static final int CITY = 0;
    private static final int COUNTY = 1;
    private static final int SERIAL = 2;
    private static final int CORE = 3;
    private static final int MEMBER = 4;
    private static final int MODE = 5;

    private RosterForms() {}

    /**
     * What a county plans.
     *
     * @param city name of its city
     * @param county its name
     * @param rows its planned communities, none if it plans none
     */
    record Part(String city, String county, List<RosterRow> rows) {}

    /**
     * The form as a workbook.
     *
     * @param year year of the programme
     * @param parts counties in their order; those of a city stand together
     */
    static byte[] write(int year, FormHead head, List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tongke", "1.0")) {
            var page = workbook.newWorksheet("名单");
            writeHead(page, year, head);
            var end = writeRows(page, parts);
            writeNotes(page, year, end);
            page.freezePane(0, FIRST_ROW);
            page.paperSize(PaperSize.A4_PAPER);
            page.pageOrientation("landscape");
            page.setFitToPage(true);
            page.fitToWidth((short) 1);
            page.fitToHeight((short) 0);
            page.repeatRows(FIRST_ROW - 1);
            page.footer("&P / &N", Position.RIGHT);
            page.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static void writeHead(Worksheet page, int year, FormHead head) {
        line(page, 0, "附件4", "left", false);
        line(page, 1, year + "年拟新增融合型、共建型教育共同体学校(校区)名单汇总表", "center", true);
        var signed =
                "填报单位:" + said(head.unit()) + "      填表人:" + said(head.person()) + "      电话:" + said(head.phone());
        line(page, 2, signed, "left", false);
        for (int column = 0; column < HEADS.size(); column++) {
            page.value(FIRST_ROW - 1, column, HEADS.get(column));
            page.width(column, WIDTHS[column]);
            page.style(FIRST_ROW - 1, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
    }

    private static String said(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** A line over all columns. */
    private static void line(Worksheet page, int row, String words, String alignment, boolean isTitle) {
        page.value(row, 0, words);
        var range = page.range(row, 0, row, HEADS.size() - 1);
        range.merge();
        var style = range.style()
                .horizontalAlignment(alignment)
                .verticalAlignment("center")
                .wrapText(true);
        if (isTitle) {
            style.bold().fontSize(16);
        }
        style.set();
    }

    /** @return the row after the last one */
    private static int writeRows(Worksheet page, List<Part> parts) {
        var row = FIRST_ROW;
        var cityFrom = row;
        var city = "";
        for (var part : parts) {
            if (part.rows().isEmpty()) {
                continue;
            }
            if (!part.city().equals(city)) {
                merge(page, CITY, cityFrom, row, city);
                city = part.city();
                cityFrom = row;
            }
            var countyFrom = row;
            for (int serial = 0; serial < part.rows().size(); serial++) {
                row = writeCommunity(page, row, serial + 1, part.rows().get(serial));
            }
            merge(page, COUNTY, countyFrom, row, part.county());
        }
        merge(page, CITY, cityFrom, row, city);
        return row;
    }

    private static int writeCommunity(Worksheet page, int from, int serial, RosterRow community) {
        var row = from;
        for (var member : community.members()) {
            page.value(row, MEMBER, member.name());
            border(page, row, MEMBER, "left");
            row++;
        }
        page.value(from, SERIAL, serial);
        merge(page, SERIAL, from, row, null);
        merge(page, CORE, from, row, community.core().name());
        merge(page, MODE, from, row, community.mode() == Mode.MERGED ? "融合型" : "共建型");
        return row;
    }

    private static void merge(Worksheet page, int column, int from, int end, @Nullable String words) {
        if (end == from) {
            return;
        }
        if (words != null) {
            page.value(from, column, words);
        }
        for (int row = from; row < end; row++) {
            border(page, row, column, column == CORE ? "left" : "center");
        }
        if (end > from + 1) {
            page.range(from, column, end - 1, column).merge();
        }
    }

    private static void border(Worksheet page, int row, int column, String alignment) {
        page.style(row, column)
                .wrapText(true)
                .horizontalAlignment(alignment)
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private static void writeNotes(Worksheet page, int year, int end) {
        var notes = List.of(
                "说明:",
                "1.该汇总名单为" + year + "年拟新增融合型、共建型教育共同体学校(校区)名单,省政府民生实事智慧督查系统完成信息采集录入后原则上不得再作调整。",
                "2.学校(校区)名称一律填报全称(与公章、校牌一致);“教育共同体模式”栏选填“融合型”或“共建型”。",
                "3.此表由有任务的各县(市、区)教育局于4月15日前完成填报,由设区市教育局汇总,并于4月20日前报送省教育厅基础教育处。");
        for (int index = 0; index < notes.size(); index++) {
            line(page, end + index, notes.get(index), "left", false);
        }
    }
}
