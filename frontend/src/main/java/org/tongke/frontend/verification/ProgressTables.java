package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Table.Row;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.RegionProgress;

/** The two tables of an office: the regions below it, and its communities. */
final class ProgressTables {
    /** How many figures a region's row has besides its target. */
    private static final int FIGURES = 9;

    private ProgressTables() {}

    static Table regions() {
        return new Table(
                text("verification.regions.table"),
                List.of(
                        new Column(text("verification.child"), Kind.WORDS),
                        new Column(text("verification.target.members"), Kind.NUMBER),
                        new Column(text("verification.count.communities"), Kind.NUMBER),
                        new Column(text("verification.count.members"), Kind.NUMBER),
                        new Column(text("verification.count.formed"), Kind.NUMBER),
                        new Column(text("verification.count.operating"), Kind.NUMBER),
                        new Column(text("verification.count.verified"), Kind.NUMBER),
                        new Column(text("verification.share.short"), Kind.NUMBER),
                        new Column(text("verification.share.target"), Kind.NUMBER),
                        new Column(text("verification.count.late"), Kind.NUMBER),
                        new Column(text("verification.dates.next"), Kind.SHORT)));
    }

    static Row row(Unit unit) {
        var target = unit.region().getTarget();
        var printed = Cell.of(target == null ? text("verification.none") : RegionFigures.goal(target));
        var cells = new ArrayList<Cell>();
        cells.add(printed);
        var progress = unit.progress();
        if (progress.isEmpty()) {
            cells.addAll(Collections.nCopies(FIGURES, Cell.of(text("verification.none"))));
        } else {
            cells.addAll(figures(progress.get()));
            cells.add(unit.next().map(MilestoneTable::state).orElseGet(() -> Cell.of(text("verification.none"))));
        }
        return new Row(unit.name(), unit.path(), cells);
    }

    private static List<Cell> figures(RegionProgress progress) {
        return List.of(
                Cell.of(String.valueOf(progress.getCommunityCount())),
                Cell.of(text("verification.count", progress.getMemberCount())),
                Cell.of(String.valueOf(progress.getFormedCount())),
                Cell.of(String.valueOf(progress.getOperatingCount())),
                Cell.of(String.valueOf(progress.getVerifiedCount())),
                share(progress.getVerifiedShare()),
                share(progress.getTargetShare()),
                Cell.of(String.valueOf(progress.getLateCount())));
    }

    private static Cell share(@Nullable Double share) {
        return Cell.of(share == null ? text("verification.none") : Formats.percent(share));
    }

    static Table communities() {
        return new Table(
                text("verification.communities"),
                List.of(
                        new Column(text("verification.community"), Kind.WORDS),
                        new Column(text("verification.county"), Kind.SHORT),
                        new Column(text("verification.mode"), Kind.SHORT),
                        new Column(text("verification.metOf"), Kind.NUMBER),
                        new Column(text("verification.lacking"), Kind.WORDS),
                        new Column(text("verification.outlook"), Kind.WORDS),
                        new Column(text("verification.state"), Kind.SHORT)));
    }

    /** @param address of the page: of which day */
    static Row row(CommunityProgress progress, ProgressAddress address) {
        var community = progress.getCommunity();
        var criteria = progress.getCriteria() == null ? List.<CriterionProgress>of() : progress.getCriteria();
        var lacking = criteria.stream()
                .map(CriterionProgress::getLacking)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(text("verification.and")));
        return new Row(
                community.getName(),
                "/communities/" + Links.encode(community.getId()) + address.dayQuery(),
                List.of(
                        Cell.of(community.getCounty().getName()),
                        Cell.of(CommunityWords.mode(community.getMode())),
                        Cell.of(text("verification.measure", progress.getMetCount(), progress.getAskedCount())),
                        Cell.of(lacking.isEmpty() ? text("verification.lacking.nothing") : lacking),
                        Cell.of(
                                progress.getOutlook() == null
                                        ? text("verification.none")
                                        : progress.getOutlook().getWords()),
                        state(progress)));
    }

    /** A word and a sign; the colour says it once more. */
    private static Cell state(CommunityProgress progress) {
        if (progress.getOutlook() == null) {
            return progress.getOperating()
                    ? new Cell(text("verification.operating"), "good")
                    : new Cell(text("verification.notOperating"), "lacking");
        }
        var state = progress.getOutlook().getState();
        return new Cell(
                text("verification.outlook." + state),
                switch (state) {
                    case LATE, TOO_LATE, SENT_BACK -> "lacking";
                    case ON_TIME, READY, VERIFIED -> "good";
                });
    }
}
