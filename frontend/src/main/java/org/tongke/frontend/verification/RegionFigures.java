package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.contract.types.Milestone;
import org.tongke.frontend.contract.types.PrintedCount;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.RegionProgress;
import org.tongke.frontend.contract.types.Target;

/** The figures of a region: target as printed, what is there, and the share that operates beside the dates that ask for one. */
final class RegionFigures extends Section {

    private final NativeDetails milestones = new NativeDetails(text("verification.milestones"));

    RegionFigures() {
        addClassName("tkf-card");
    }

    void show(Region region, RegionProgress progress) {
        var open = milestones.isOpen();
        removeAll();
        add(bars(region.getTarget(), progress), figures(region.getTarget(), progress));
        if (progress.getCommunityCount() > 0) {
            var standings = MilestoneTable.table();
            standings.show(
                    progress.getMilestones().stream().map(MilestoneTable::row).toList());
            add(standings);
        }
        var dates = progress.getProgramme().getMilestones();
        if (!dates.isEmpty()) {
            milestones.setContent(list(dates, progress.getAsOf().toLocalDate()));
            milestones.setOpen(open);
            add(milestones);
        }
        if (progress.getProgramme().getDemo()) {
            var demo = new Paragraph(text("verification.demo"));
            demo.addClassName("tkf-soft");
            add(demo);
        }
    }

    private static DescriptionList figures(@Nullable Target target, RegionProgress progress) {
        var list = new DescriptionList();
        list.addClassName("tkf-figures");
        if (target != null) {
            figure(list, "verification.target.members", printed(target.getNewMembers()));
            figure(list, "verification.target.pairs", printed(target.getPairedSchools()));
            if (target.getIsRaised() && target.getGoal() != null) {
                figure(
                        list,
                        "verification.target.raised",
                        text(
                                "verification.target.raised.figures",
                                target.getGoal().getNewMembers(),
                                target.getGoal().getPairedSchools()));
            }
        }
        figure(list, "verification.count.communities", communities(progress.getCommunityCount()));
        figure(list, "verification.count.members", text("verification.count", progress.getMemberCount()));
        figure(list, "verification.count.waiting", communities(progress.getWaitingCount()));
        figure(list, "verification.count.late", communities(progress.getLateCount()));
        return list;
    }

    private static String communities(int count) {
        return text("verification.communities.count", count);
    }

    /** A figure of the notice as it is printed: a number of schools, the sign, or nothing, said in a word. */
    static String printed(PrintedCount count) {
        return switch (count.getKind()) {
            case NUMBER -> text("verification.count", count.getText());
            case SLASH -> count.getText();
            case BLANK -> text("verification.blank");
        };
    }

    /** What the share is measured by: as printed, or as raised with what is printed beside it. */
    static String goal(Target target) {
        if (!target.getIsRaised() || target.getGoal() == null) {
            return printed(target.getNewMembers());
        }
        return text("verification.target.both", target.getGoal().getNewMembers(), printed(target.getNewMembers()));
    }

    private static void figure(DescriptionList list, String name, String value) {
        list.add(new Div(new DescriptionList.Term(text(name)), new DescriptionList.Description(value)));
    }

    /** Formed, operating and verified of the new communities, with the dates that ask a share as marks; then of the target. */
    private static Div bars(@Nullable Target target, RegionProgress progress) {
        var box = new Div();
        box.addClassName("tkf-measures");
        var all = progress.getCommunityCount();
        if (all == 0) {
            box.add(new Span(text("verification.share.none")));
            return box;
        }
        var formed = bar("formed", progress.getFormedCount(), progress.getFormedMemberCount(), all);
        var operating = bar("operating", progress.getOperatingCount(), progress.getOperatingMemberCount(), all);
        var verified = bar("verified", progress.getVerifiedCount(), progress.getVerifiedMemberCount(), all);
        progress.getMilestones().stream()
                .map(one -> one.getMilestone().getShare())
                .filter(Objects::nonNull)
                .forEach(verified.meter()::mark);
        box.add(formed.box(), operating.box(), verified.box());
        if (target != null && progress.getTargetShare() != null) {
            var words = text(
                    "verification.bar.target",
                    progress.getVerifiedMemberCount(),
                    goal(target),
                    Formats.percent(progress.getTargetShare()));
            box.add(measure(words, progress.getTargetShare()).box());
        }
        Unit.next(progress)
                .ifPresent(next -> box.add(new Span(text(
                        "verification.milestone.next",
                        text(
                                "verification.milestone.share",
                                Formats.date(next.getMilestone().getDueOn()),
                                Formats.percent(Objects.requireNonNullElse(
                                        next.getMilestone().getShare(), 0.0)))))));
        return box;
    }

    private static Bar bar(String name, int count, int members, int all) {
        var share = (double) count / all;
        return measure(text("verification.bar." + name, count, all, Formats.percent(share), members), share);
    }

    private static Bar measure(String words, double share) {
        var meter = new Meter(words, share);
        var line = new Span(words);
        line.addClassName("tkf-words");
        var box = new Div(line, meter);
        box.addClassName("tkf-measure-box");
        return new Bar(box, meter);
    }

    private record Bar(Div box, Meter meter) {}

    private static Optional<Milestone> next(List<Milestone> milestones, LocalDate today) {
        return milestones.stream()
                .filter(milestone -> !milestone.getDueOn().isBefore(today))
                .findFirst();
    }

    private static String when(Milestone milestone) {
        var due = Formats.date(milestone.getDueOn());
        return milestone.getShare() == null
                ? text("verification.milestone", due)
                : text("verification.milestone.share", due, Formats.percent(milestone.getShare()));
    }

    private static UnorderedList list(List<Milestone> milestones, LocalDate today) {
        var list = new UnorderedList();
        list.addClassName("tkf-milestones");
        var next = next(milestones, today);
        for (var milestone : milestones) {
            var date = new Span(when(milestone));
            date.addClassName("tkf-strong");
            var item = new ListItem(date, new Span(milestone.getTask()));
            var past = milestone.getDueOn().isBefore(today);
            item.getElement()
                    .setAttribute(
                            "data-when",
                            past ? "past" : next.filter(milestone::equals).isPresent() ? "next" : "later");
            list.add(item);
        }
        return list;
    }
}
