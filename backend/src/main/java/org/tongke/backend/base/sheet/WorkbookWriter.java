package org.tongke.backend.base.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a dossier as a workbook: heads that stay, real numbers and days, no formulas; A4 across when printed. */
final class WorkbookWriter {
    private static final String HEAD_COLOUR = "D7E8E6";
    private static final int NARROWEST = 6;
    private static final int WIDEST = 48;
    private static final int LAST_NARROW = 0x2E7F;

    private WorkbookWriter() {}

    static byte[] write(Dossier dossier, String aboutName) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tongke", "1.0")) {
            for (var sheet : dossier.sheets()) {
                write(workbook, sheet, dossier);
            }
            about(workbook.newWorksheet(aboutName), dossier);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Writes a table of which only a part is held at a time. */
    static void write(LongTable table, String aboutName, OutputStream to) throws IOException {
        var dossier = new Dossier(table.title(), List.of(), table.about(), table.locale());
        try (var workbook = new Workbook(to, "Tongke", "1.0")) {
            var first = new Sheet(table.title(), table.heads(), table.first());
            var page = workbook.newWorksheet(first.name());
            prepare(page, first, dossier);
            var row = write(page, 1, first.rows());
            page.flush();
            while (table.parts().hasNext()) {
                row = write(page, row, table.parts().next());
                page.flush();
            }
            page.finish();
            about(workbook.newWorksheet(aboutName), dossier);
        }
    }

    private static void write(Workbook workbook, Sheet sheet, Dossier dossier) throws IOException {
        var page = workbook.newWorksheet(sheet.name());
        prepare(page, sheet, dossier);
        write(page, 1, sheet.rows());
        page.finish();
    }

    /** Heads, widths and how it is printed; the rows follow. */
    private static void prepare(Worksheet page, Sheet sheet, Dossier dossier) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            page.value(0, column, sheet.heads().get(column));
            page.style(0, column)
                    .bold()
                    .wrapText(true)
                    .fillColor(HEAD_COLOUR)
                    .verticalAlignment("center")
                    .set();
            page.width(column, width(sheet, column));
        }
        page.freezePane(1, 1);
        page.paperSize(PaperSize.A4_PAPER);
        page.pageOrientation("landscape");
        page.setFitToPage(true);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.repeatRows(0);
        page.footer(dossier.line().replace("&", "&&"), Position.LEFT);
        page.footer("&P / &N", Position.RIGHT);
    }

    /** @return the place behind the last row */
    private static int write(Worksheet page, int from, List<List<Cell>> rows) {
        int row = from;
        for (var cells : rows) {
            for (int column = 0; column < cells.size(); column++) {
                write(page, row, column, cells.get(column));
            }
            row++;
        }
        return row;
    }

    private static void write(Worksheet page, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text(var words) -> {
                page.value(row, column, words);
                page.style(row, column).wrapText(true).verticalAlignment("top").set();
            }
            case Cell.Count(var number) -> page.value(row, column, number);
            case Cell.Share(var share) -> {
                page.value(row, column, share);
                page.style(row, column).format("0%").set();
            }
            case Cell.Day(var on) -> {
                page.value(row, column, on);
                page.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Empty _ -> {}
        }
    }

    private static void about(Worksheet page, Dossier dossier) throws IOException {
        page.value(0, 0, dossier.title());
        page.style(0, 0).bold().set();
        for (int row = 0; row < dossier.about().size(); row++) {
            List<String> pair = dossier.about().get(row);
            page.value(row + 1, 0, pair.getFirst());
            page.value(row + 1, 1, pair.getLast());
        }
        page.width(0, WIDEST / 2.0);
        page.width(1, WIDEST);
        page.finish();
    }

    private static double width(Sheet sheet, int column) {
        var head = width(sheet.heads().get(column)) / 2 + 2;
        var widest = IntStream.range(0, sheet.rows().size())
                .map(row -> width(sheet.rows().get(row).get(column).shown()))
                .max()
                .orElse(0);
        return Math.clamp(Math.max(head, widest + 1), NARROWEST, WIDEST);
    }

    /** In the widths of a digit: Chinese characters take two. */
    private static int width(String words) {
        return words.codePoints().map(point -> point > LAST_NARROW ? 2 : 1).sum();
    }
}
