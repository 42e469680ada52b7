package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.tongke.frontend.contract.types.Region;

/** The two tables of an office: the regions below it, and its communities. */
final class ProgressTables {
    private ProgressTables() {}

    static Table regions() {
        return new Table(
                text("verification.children"),
                List.of(
                        new Column(text("verification.child"), Kind.WORDS),
                        new Column(text("verification.target.members"), Kind.NUMBER),
                        new Column(text("verification.target.pairs"), Kind.NUMBER),
                        new Column(text("verification.count.communities"), Kind.NUMBER),
                        new Column(text("verification.count.members"), Kind.NUMBER),
                        new Column(text("verification.count.formed"), Kind.NUMBER),
                        new Column(text("verification.count.operating"), Kind.NUMBER),
                        new Column(text("verification.share.short"), Kind.NUMBER)));
    }

    static Row row(Region region) {
        var target = region.getTarget();
        var progress = region.getProgress();
        var none = text("verification.none");
        return new Row(
                region.getName(),
                "/progress/" + region.getCode(),
                List.of(
                        Cell.of(target == null ? none : RegionFigures.printed(target.getNewMembers())),
                        Cell.of(target == null ? none : RegionFigures.printed(target.getPairedSchools())),
                        Cell.of(progress == null ? none : String.valueOf(progress.getCommunityCount())),
                        Cell.of(progress == null ? none : text("verification.count", progress.getMemberCount())),
                        Cell.of(progress == null ? none : String.valueOf(progress.getFormedCount())),
                        Cell.of(progress == null ? none : String.valueOf(progress.getOperatingCount())),
                        Cell.of(
                                progress == null || progress.getOperatingShare() == null
                                        ? none
                                        : Formats.percent(progress.getOperatingShare()))));
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
                        new Column(text("verification.state"), Kind.SHORT)));
    }

    static Row row(CommunityProgress progress) {
        var community = progress.getCommunity();
        var criteria = progress.getCriteria() == null ? List.<CriterionProgress>of() : progress.getCriteria();
        var lacking = criteria.stream()
                .map(CriterionProgress::getLacking)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(text("verification.and")));
        return new Row(
                community.getName(),
                "/communities/" + Links.encode(community.getId()),
                List.of(
                        Cell.of(community.getCounty().getName()),
                        Cell.of(CommunityWords.mode(community.getMode())),
                        Cell.of(text("verification.measure", progress.getMetCount(), progress.getAskedCount())),
                        Cell.of(lacking.isEmpty() ? text("verification.lacking.nothing") : lacking),
                        new Cell(
                                text(progress.getOperating() ? "verification.operating" : "verification.notOperating"),
                                progress.getOperating() ? "good" : "lacking")));
    }
}
