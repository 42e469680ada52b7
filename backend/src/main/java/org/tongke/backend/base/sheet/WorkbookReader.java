package org.tongke.backend.base.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.sheet.GivenCell.Kind;
import org.tongke.backend.base.sheet.NoWorkbookException.Reason;

/** Reads a workbook in the form of XLSX, after {@link WorkbookCheck} has looked at it. */
final class WorkbookReader {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** What is written out in a format is no part of it: in brackets, in quotes, after a backslash. */
    private static final Pattern WRITTEN_OUT = Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.|_.|\\*.");

    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]");

    /** The largest number of digits that a table holds exactly. */
    private static final int MOST_DIGITS = 15;

    private WorkbookReader() {}

    static List<GivenSheet> read(byte[] bytes) throws NoWorkbookException {
        try {
            var file = Files.createTempFile("tongke-sheet", ".xlsx");
            try {
                Files.write(file, bytes);
                WorkbookCheck.check(file, bytes);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<GivenSheet> read(Path file) throws NoWorkbookException {
        var sheets = new ArrayList<GivenSheet>();
        try (var workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            var left = GivenFiles.MOST_ROWS + 1;
            for (var sheet : workbook.getSheets().toList()) {
                var rows = rows(sheet, left);
                left -= rows.size();
                sheets.add(new GivenSheet(sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE, rows));
            }
        } catch (IOException | ExcelReaderException | UncheckedIOException | IllegalArgumentException broken) {
            throw new NoWorkbookException(Reason.BROKEN);
        }
        return sheets;
    }

    private static List<GivenRow> rows(Sheet sheet, int most) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.map(WorkbookReader::row)
                    .filter(row -> !row.isEmpty())
                    .limit(most)
                    .toList();
        }
    }

    private static GivenRow row(Row row) {
        var cells = new ArrayList<GivenCell>();
        for (int column = 0; column < Math.min(row.getCellCount(), GivenFiles.MOST_COLUMNS); column++) {
            cells.add(Optional.ofNullable(row.getCell(column))
                    .map(WorkbookReader::cell)
                    .orElse(GivenCell.EMPTY));
        }
        return new GivenRow(row.getRowNum(), row.isHidden(), cells);
    }

    private static GivenCell cell(Cell cell) {
        if (cell.getType() == CellType.EMPTY && cell.getFormula() == null) {
            return GivenCell.EMPTY;
        }
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return new GivenCell(
                    Optional.ofNullable(cell.getRawValue()).orElse("").strip(), Kind.FORMULA);
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case ERROR -> new GivenCell(cell.getText(), Kind.FAULT);
            default -> GivenCell.text(cell.getText());
        };
    }

    private static GivenCell number(Cell cell) {
        var day = isDay(cell.getDataFormatString()) ? dayOf(cell) : null;
        if (day != null) {
            var isWhole = day.toLocalTime().toSecondOfDay() == 0;
            return new GivenCell((isWhole ? day.toLocalDate() : day).toString(), Kind.DAY);
        }
        return new GivenCell(plain(cell.asNumber()), Kind.NUMBER);
    }

    /** A day that the calendar of tables does not have is a number. */
    private static @Nullable LocalDateTime dayOf(Cell cell) {
        try {
            return cell.asDate();
        } catch (ExcelReaderException | ArithmeticException | IllegalArgumentException none) {
            return null;
        }
    }

    private static boolean isDay(@Nullable String format) {
        return format != null
                && DAY_OR_TIME
                        .matcher(WRITTEN_OUT
                                .matcher(format.toLowerCase(Locale.ROOT))
                                .replaceAll("")
                                .replace("general", ""))
                        .find();
    }

    /** Without the noise of the binary fraction that a program for tables keeps, as in 0.30000000000000004. */
    private static String plain(BigDecimal number) {
        var exact = number.precision() > MOST_DIGITS ? number.round(new MathContext(MOST_DIGITS)) : number;
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
