package org.tongke.backend.directory.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenCell.Kind;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.directory.Datum;
import org.tongke.backend.directory.Position;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolFacts;
import org.tongke.backend.directory.SchoolStage;

/** Reads the values of one row, and notes what is wrong with them. Pure. */
final class RowReading {
    private static final Pattern ROUNDED = Pattern.compile("[0-9.]+[Ee]\\+?[0-9]+");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月)?(?:[T ].*)?");

    private final GivenEntry row;
    private final List<RowProblem> problems = new ArrayList<>();

    RowReading(GivenEntry row) {
        this.row = row;
        if (row.isHidden()) {
            problem(ProblemKind.HIDDEN_ROW, null);
        }
        row.cells().forEach((column, cell) -> {
            if (cell.kind() == Kind.FORMULA || cell.kind() == Kind.FAULT) {
                problem(ProblemKind.FORMULA, column, column.head());
            }
        });
    }

    List<RowProblem> problems() {
        return problems;
    }

    void problem(ProblemKind kind, @Nullable TableColumn column, String... arguments) {
        var letter = column == null ? null : row.letters().get(column);
        problems.add(new RowProblem(kind, letter, List.of(arguments)));
    }

    /** A text that must be there and not be longer; blank where it is not. */
    String text(TableColumn column, int longest) {
        if (row.text(column).isEmpty()) {
            problem(ProblemKind.MISSING, column, column.head());
        }
        return Optional.ofNullable(find(column, longest)).orElse("");
    }

    @Nullable
    String find(TableColumn column, int longest) {
        var text = oneLine(row.text(column));
        if (text.codePointCount(0, text.length()) > longest) {
            problem(ProblemKind.TOO_LONG, column, column.head(), String.valueOf(longest));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", "");
    }

    /** The code of a school; null where none is told, or none that can be one. */
    @Nullable
    String code() {
        var cell = row.cell(TableColumn.CODE);
        var digits = Names.normalize(cell.text());
        if (digits.isEmpty() || SchoolFacts.isCode(digits) && cell.kind() != Kind.DAY) {
            return digits.isEmpty() ? null : digits;
        }
        if (cell.kind() == Kind.DAY || DAY.matcher(digits).matches()) {
            problem(ProblemKind.CODE_IS_DAY, TableColumn.CODE, cell.text());
        } else if (ROUNDED.matcher(cell.text()).matches() && !digits.chars().allMatch(Character::isDigit)) {
            problem(ProblemKind.CODE_IS_ROUNDED, TableColumn.CODE, cell.text());
        } else {
            problem(ProblemKind.CODE_MALFORMED, TableColumn.CODE, cell.text());
        }
        return null;
    }

    /** The county that the row tells, or the usual one; null where none can be meant. */
    @Nullable
    Region county(CountyNames counties, @Nullable Region usual) {
        var told = row.text(TableColumn.COUNTY);
        if (told.isEmpty()) {
            if (usual == null) {
                problem(ProblemKind.MISSING, TableColumn.COUNTY, TableColumn.COUNTY.head());
            }
            return usual;
        }
        var found = counties.find(told);
        if (found.size() == 1) {
            return found.getFirst();
        }
        var kind = !found.isEmpty()
                ? ProblemKind.COUNTY_AMBIGUOUS
                : CountyNames.isOfOtherProvince(told)
                        ? ProblemKind.COUNTY_OF_OTHER_PROVINCE
                        : ProblemKind.COUNTY_UNKNOWN;
        problem(kind, TableColumn.COUNTY, told);
        return null;
    }

    @Nullable
    SchoolArea area() {
        var told = Names.normalize(row.text(TableColumn.AREA));
        if (told.isEmpty()) {
            return null;
        }
        var found = areaOf(told);
        if (found == null) {
            problem(ProblemKind.AREA_UNKNOWN, TableColumn.AREA, row.text(TableColumn.AREA));
        }
        return found;
    }

    /** As schools are sorted by the statistics of urban and rural areas: in words, and by the first digits of its codes. */
    private static @Nullable SchoolArea areaOf(String told) {
        if (told.equals("urban")
                || told.contains("城区")
                || told.equals("城市")
                || told.startsWith("11")
                || told.equals("城乡结合区")) {
            return SchoolArea.URBAN;
        }
        if (told.equals("town")
                || told.contains("镇")
                || told.equals("县城")
                || told.startsWith("12")
                || told.equals("特殊区域")) {
            return SchoolArea.TOWN;
        }
        return told.equals("rural")
                        || told.equals("乡")
                        || told.contains("乡中心")
                        || told.contains("村")
                        || told.startsWith("2")
                ? SchoolArea.RURAL
                : null;
    }

    /** What ages are told; null where nothing is. */
    @Nullable
    List<SchoolStage> stages() {
        var told = Names.normalize(row.text(TableColumn.STAGES));
        if (told.isEmpty()) {
            return null;
        }
        var stages = EnumSet.noneOf(SchoolStage.class);
        for (var part : told.split("[、,，;；/+和]")) {
            var found = stagesOf(part);
            if (found.isEmpty() && !part.isBlank()) {
                problem(ProblemKind.STAGE_UNKNOWN, TableColumn.STAGES, part);
            }
            stages.addAll(found);
        }
        return List.copyOf(stages);
    }

    private static List<SchoolStage> stagesOf(String part) {
        if (part.contains("十二年") || part.contains("12年")) {
            return List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR, SchoolStage.SENIOR);
        }
        if (part.contains("九年") || part.contains("9年")) {
            return List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
        }
        if (part.contains("完全中学")) {
            return List.of(SchoolStage.JUNIOR, SchoolStage.SENIOR);
        }
        var named = Arrays.stream(SchoolStage.values())
                .filter(stage -> part.equals(stage.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (named.isPresent()) {
            return List.of(named.get());
        }
        if (part.contains("幼儿园") || part.contains("学前")) {
            return List.of(SchoolStage.KINDERGARTEN);
        }
        if (part.contains("小学") || part.contains("教学点")) {
            return List.of(SchoolStage.PRIMARY);
        }
        if (part.contains("初中") || part.contains("初级中学")) {
            return List.of(SchoolStage.JUNIOR);
        }
        return part.contains("高中") || part.contains("高级中学") || part.contains("职") || part.contains("技工")
                ? List.of(SchoolStage.SENIOR)
                : List.of();
    }

    /** The position that is told; null where none is. */
    @Nullable
    Position position() {
        var latitude = row.text(TableColumn.LATITUDE);
        var longitude = row.text(TableColumn.LONGITUDE);
        var told = row.text(TableColumn.DATUM);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        if (latitude.isEmpty() || longitude.isEmpty() || told.isEmpty()) {
            var missing = latitude.isEmpty()
                    ? TableColumn.LATITUDE
                    : longitude.isEmpty() ? TableColumn.LONGITUDE : TableColumn.DATUM;
            problem(ProblemKind.POSITION_INCOMPLETE, missing, missing.head());
            return null;
        }
        var datum = datumOf(Names.normalize(told));
        if (datum == null) {
            problem(ProblemKind.DATUM_UNKNOWN, TableColumn.DATUM, told);
            return null;
        }
        try {
            var north = Double.parseDouble(Names.normalize(latitude));
            var east = Double.parseDouble(Names.normalize(longitude));
            if (Position.isInChina(north, east)) {
                return new Position(north, east, datum);
            }
        } catch (NumberFormatException noNumber) {
            // told as one that is nowhere
        }
        problem(ProblemKind.POSITION_OUTSIDE, TableColumn.LATITUDE, latitude, longitude);
        return null;
    }

    private static @Nullable Datum datumOf(String told) {
        return switch (told.replace("-", "")) {
            case "wgs84", "gps" -> Datum.WGS84;
            case "gcj02", "火星坐标", "高德", "腾讯" -> Datum.GCJ02;
            case "bd09", "百度", "百度坐标" -> Datum.BD09;
            case "cgcs2000", "2000", "国家2000", "国家大地坐标系" -> Datum.CGCS2000;
            default -> null;
        };
    }

    /** The day that is told; null where none is. */
    @Nullable
    LocalDate day(TableColumn column) {
        var told = Names.normalize(row.text(column));
        if (told.isEmpty()) {
            return null;
        }
        var parts = DAY.matcher(told);
        try {
            if (parts.matches()) {
                var day = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
                return LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), day);
            }
        } catch (DateTimeException none) {
            // told as one that the calendar does not have
        }
        problem(ProblemKind.DAY_MALFORMED, column, row.text(column));
        return null;
    }

    /** A person's or thing's number; a whole number that a table holds as such is read without its fraction. */
    static String plain(GivenCell cell) {
        return cell.text().replaceAll("\\s", "");
    }
}
