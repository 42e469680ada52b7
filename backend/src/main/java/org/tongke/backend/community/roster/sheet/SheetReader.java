package org.tongke.backend.community.roster.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.base.sheet.GivenSheet;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.ProblemKind;
import org.tongke.backend.community.roster.RosterProblem;
import org.tongke.backend.community.roster.SheetPlace;
import org.tongke.backend.community.roster.sheet.FormColumns.Head;

/**
 * Reads one sheet of the form. Of merged cells the first alone is filled, so what is empty means what stands above: of the core school as
 * long as member schools follow, of the mode with a word that it was read so.
 */
final class SheetReader {
    private static final Pattern REMARK = Pattern.compile("^(说明|注[:.、]|注意|备注).*");
    private static final Pattern FORM_LINE = Pattern.compile("^(填报|填表|联系人|联系电话|电话|审核|单位负责人|制表).*");
    private static final Set<String> SUMS = Set.of("合计", "小计", "总计", "共计");
    private static final Pattern SECOND_LINE_OF_HEAD = Pattern.compile("(学校)?(校区|\\(校区\\))?(全称|名称|校名)");
    private static final List<Head> WITH_WORDS = List.of(Head.CORE, Head.MEMBERS, Head.MODE);

    private final GivenSheet sheet;
    private final List<ReadCommunity> communities = new ArrayList<>();
    private final List<RosterProblem> problems = new ArrayList<>();
    private final Map<Head, ReadCell> above = new EnumMap<>(Head.class);
    private FormHead head = FormHead.EMPTY;
    private @Nullable FormColumns columns;
    private @Nullable Started started;
    private boolean amongRemarks;
    private int firstRemark;
    private int remarks;

    /** A community whose rows are being read. */
    private record Started(
            ReadCell city, ReadCell county, ReadCell core, List<ReadCell> members, List<ReadCell> modes) {}

    SheetReader(GivenSheet sheet) {
        this.sheet = sheet;
        read();
    }

    boolean isForm() {
        return columns != null;
    }

    FormHead head() {
        return head;
    }

    List<ReadCommunity> communities() {
        return communities;
    }

    List<RosterProblem> problems() {
        return problems;
    }

    private void read() {
        GivenRow before = null;
        for (var row : sheet.rows()) {
            var heads = FormColumns.of(row);
            if (heads.isPresent()) {
                columns = before == null ? heads.get() : heads.get().with(before);
                amongRemarks = false;
            } else if (columns == null) {
                head = head.or(HeadLines.read(row));
            } else if (isRemark(row, columns)) {
                skip(row);
            } else {
                readRow(row, columns);
            }
            before = row;
        }
        finish();
        if (remarks > 0) {
            problems.add(RosterProblem.of(
                    ProblemKind.REMARKS_SKIPPED,
                    new SheetPlace(sheet.name(), firstRemark, -1),
                    Integer.toString(remarks)));
        }
    }

    private void skip(GivenRow row) {
        firstRemark = remarks == 0 ? row.number() : firstRemark;
        remarks++;
    }

    /** Remarks stand alone in their row, mostly below the communities; what follows the first of them is one, too, if it stands alone. */
    private boolean isRemark(GivenRow row, FormColumns form) {
        var filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        var first = Names.normalize(filled.getFirst().text());
        if (SUMS.contains(first)) {
            return true;
        }
        if (FORM_LINE.matcher(first).matches()) {
            head = head.or(HeadLines.read(row));
            return true;
        }
        amongRemarks |= REMARK.matcher(first).matches();
        return amongRemarks
                && filled.size() <= 2
                && form.cell(row, Head.MEMBERS).isEmpty();
    }

    private void readRow(GivenRow row, FormColumns form) {
        if (WITH_WORDS.stream().allMatch(one -> form.cell(row, one).isEmpty()) || isSecondLineOfHead(row, form)) {
            // a row that has a number only, prepared and not used
            return;
        }
        if (row.isHidden()) {
            problems.add(RosterProblem.of(ProblemKind.ROW_HIDDEN, new SheetPlace(sheet.name(), row.number(), -1)));
        }
        var core = read(row, form, Head.CORE);
        var member = read(row, form, Head.MEMBERS);
        var mode = read(row, form, Head.MODE);
        var city = orAbove(Head.CITY, read(row, form, Head.CITY));
        var county = orAbove(Head.COUNTY, read(row, form, Head.COUNTY));
        var now = started;
        if (now == null || !core.isBlank() && !isSame(core, now.core())) {
            finish();
            now = new Started(city, county, core, new ArrayList<>(), new ArrayList<>());
            started = now;
        }
        if (!member.isBlank()) {
            now.members().add(member);
        }
        if (!mode.isBlank()) {
            now.modes().add(mode);
        }
    }

    private static boolean isSecondLineOfHead(GivenRow row, FormColumns form) {
        return SECOND_LINE_OF_HEAD
                .matcher(Names.normalize(form.cell(row, Head.CORE).text()))
                .matches();
    }

    private static boolean isSame(ReadCell one, ReadCell other) {
        return Names.normalize(one.text()).equals(Names.normalize(other.text()));
    }

    private ReadCell orAbove(Head head, ReadCell cell) {
        if (!cell.isBlank()) {
            above.put(head, cell);
        }
        return above.getOrDefault(head, cell);
    }

    private void finish() {
        Optional.ofNullable(started)
                .ifPresent(done -> communities.add(
                        new ReadCommunity(done.city(), done.county(), done.core(), done.members(), modes(done))));
        started = null;
    }

    private List<ReadCell> modes(Started done) {
        if (!done.modes().isEmpty()) {
            above.put(Head.MODE, done.modes().getLast());
            return done.modes();
        }
        var last = above.get(Head.MODE);
        if (last == null) {
            return List.of();
        }
        var place = done.core().isBlank() && !done.members().isEmpty()
                ? done.members().getFirst().place()
                : done.core().place();
        problems.add(
                RosterProblem.of(ProblemKind.MODE_FROM_ABOVE, place, last.text().strip()));
        return List.of(last);
    }

    private ReadCell read(GivenRow row, FormColumns form, Head what) {
        var cell = form.cell(row, what);
        var place = new SheetPlace(sheet.name(), row.number(), form.number(what));
        var words = text(cell, place);
        return new ReadCell(words, form.cell(row, Head.NOTE).text(), place);
    }

    private String text(GivenCell cell, SheetPlace place) {
        switch (cell.kind()) {
            case FORMULA -> problems.add(RosterProblem.of(ProblemKind.FORMULA, place, cell.text()));
            case FAULT -> {
                problems.add(RosterProblem.of(ProblemKind.FAULT, place, cell.text()));
                return "";
            }
            case DAY -> {
                problems.add(RosterProblem.of(ProblemKind.DAY_FOR_NAME, place, cell.text()));
                return "";
            }
            case TEXT, NUMBER -> {}
        }
        return cell.text();
    }
}
