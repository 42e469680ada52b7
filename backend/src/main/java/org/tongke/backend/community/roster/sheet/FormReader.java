package org.tongke.backend.community.roster.sheet;

import java.util.ArrayList;
import java.util.List;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.sheet.GivenSheet;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.ProblemKind;
import org.tongke.backend.community.roster.RosterProblem;
import org.tongke.backend.community.roster.SheetPlace;

/** Reads annex 4 out of a table, whatever an office has made of the form. Pure. */
public final class FormReader {

    private FormReader() {}

    /** What a table plans: of all its sheets that are the form. */
    public static ReadForm read(GivenFile file) {
        var head = FormHead.EMPTY;
        var communities = new ArrayList<ReadCommunity>();
        var problems = new ArrayList<RosterProblem>();
        var forms = 0;
        for (var sheet : file.sheets()) {
            if (sheet.isHidden()) {
                problems.add(RosterProblem.of(ProblemKind.SHEET_HIDDEN, SheetPlace.of(sheet.name()), sheet.name()));
                continue;
            }
            var read = new SheetReader(sheet);
            if (read.isForm()) {
                forms++;
                head = head.or(read.head());
                communities.addAll(read.communities());
                problems.addAll(read.problems());
            } else if (!sheet.rows().isEmpty() && file.sheets().size() > 1) {
                problems.add(RosterProblem.of(ProblemKind.SHEET_SKIPPED, SheetPlace.of(sheet.name()), sheet.name()));
            }
        }
        if (forms == 0) {
            return new ReadForm(FormHead.EMPTY, List.of(), List.of(noHead(file.sheets())));
        }
        return new ReadForm(head, communities, problems);
    }

    private static RosterProblem noHead(List<GivenSheet> sheets) {
        return RosterProblem.of(
                ProblemKind.NO_HEAD, SheetPlace.of(sheets.getFirst().name()));
    }
}
