package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Objects;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Table.Row;
import org.tongke.frontend.contract.types.MilestoneStanding;

/** The dates that ask a share of the new communities, and how a region stands to them. */
final class MilestoneTable {
    private MilestoneTable() {}

    static Table table() {
        return new Table(
                text("verification.dates"),
                List.of(
                        new Column(text("verification.dates.date"), Kind.WORDS),
                        new Column(text("verification.dates.needed"), Kind.NUMBER),
                        new Column(text("verification.dates.verified"), Kind.NUMBER),
                        new Column(text("verification.dates.expected"), Kind.NUMBER),
                        new Column(text("verification.dates.target"), Kind.NUMBER),
                        new Column(text("verification.dates.state"), Kind.SHORT)));
    }

    static Row row(MilestoneStanding standing) {
        var milestone = standing.getMilestone();
        return new Row(
                text(
                        "verification.milestone.share",
                        Formats.date(milestone.getDueOn()),
                        Formats.percent(Objects.requireNonNullElse(milestone.getShare(), 0.0))),
                null,
                List.of(
                        Cell.of(text("verification.communities.count", standing.getNeededCount())),
                        Cell.of(text("verification.communities.count", standing.getVerifiedCount())),
                        Cell.of(text("verification.communities.count", standing.getExpectedCount())),
                        Cell.of(
                                standing.getTargetMemberCount() == null
                                        ? text("verification.none")
                                        : text(
                                                "verification.dates.ofTarget",
                                                standing.getVerifiedMemberCount(),
                                                standing.getTargetMemberCount())),
                        state(standing)));
    }

    /** How a region stands to a date: a word with a sign. */
    static Cell state(MilestoneStanding standing) {
        var words = text("verification.dates." + standing.getState());
        return switch (standing.getState()) {
            case DONE, DONE_LATE, DUE -> new Cell(words, "good");
            case AT_RISK, LATE -> new Cell(words, "lacking");
            case NOTHING_ASKED -> Cell.of(words);
        };
    }
}
