package org.tongke.frontend.community;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongke.frontend.contract.types.RosterRow;
import org.tongke.frontend.contract.types.RosterSchool;

/** A roster as text, so that what is entered by hand goes the same way as a table: looked at first, mended in place, then taken. */
final class RosterText {
    private static final String HEAD = "核心校(校区)全称\t成员(受援)校(校区)全称\t教育共同体模式";

    private RosterText() {}

    /**
     * A planned community as it is entered.
     *
     * @param core name of the core school
     * @param members names of the member schools, a line each
     * @param mode the mode in the form's words
     */
    record Line(String core, String members, String mode) {
        static Line of(RosterRow row) {
            return new Line(
                    row.getCore().getName(),
                    row.getMembers().stream().map(RosterSchool::getName).collect(Collectors.joining("\n")),
                    mode(row));
        }

        private static String mode(RosterRow row) {
            return switch (row.getMode()) {
                case MERGED -> "融合型";
                case CO_BUILT -> "共建型";
                case COLLABORATIVE -> "协作型";
            };
        }

        private String written() {
            return cell(core) + "\t" + cell(listed()) + "\t" + cell(mode);
        }

        /** In a form a line may break within a name: only here it is certain that each line is one. */
        private String listed() {
            return members.lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining("、"));
        }

        private static String cell(String words) {
            return '"' + words.replace("\"", "\"\"") + '"';
        }
    }

    /** The planned communities as the form has them. */
    static List<Line> lines(List<RosterRow> rows) {
        return new ArrayList<>(rows.stream().map(Line::of).toList());
    }

    /** As it would be pasted. */
    static String write(List<Line> lines) {
        return HEAD + "\n" + lines.stream().map(Line::written).collect(Collectors.joining("\n"));
    }
}
