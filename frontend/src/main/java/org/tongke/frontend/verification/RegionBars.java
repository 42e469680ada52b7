package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.contract.types.RegionProgress;

/** The units as bars: the share that is verified, with the dates that ask one as marks, and the figures beside it. */
final class RegionBars extends UnorderedList {

    RegionBars(List<Unit> units) {
        addClassName("tkf-bars");
        units.stream().map(RegionBars::item).forEach(this::add);
    }

    private static ListItem item(Unit unit) {
        var name = Links.to(unit.path(), unit.name());
        var progress = unit.progress().filter(one -> one.getCommunityCount() > 0);
        if (progress.isEmpty()) {
            return new ListItem(name, new Span(text("verification.none")), new Div());
        }
        var share = Objects.requireNonNullElse(progress.get().getVerifiedShare(), 0.0);
        var meter = new Meter(unit.words(), share);
        unit.milestones().stream()
                .map(one -> one.getMilestone().getShare())
                .filter(Objects::nonNull)
                .forEach(meter::mark);
        return new ListItem(name, figures(progress.get(), share), meter);
    }

    private static Span figures(RegionProgress progress, double share) {
        var words = text(
                "verification.bar", progress.getVerifiedCount(), progress.getCommunityCount(), Formats.percent(share));
        return new Span(
                progress.getLateCount() == 0 ? words : words + text("verification.bar.late", progress.getLateCount()));
    }
}
