package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.PrintedCount;
import org.tongke.frontend.contract.types.Target;
import org.tongke.frontend.contract.types.TargetRaise;
import org.tongke.frontend.contract.types.TargetSum;

/** The target of the region that a page is about: as printed, how the formula comes to it, what is in force, and what was said of it. */
final class TargetCard extends Section {
    private final Targets targets;
    private final Runnable changed;

    /** @param changed called after something was said of the target */
    TargetCard(Targets targets, Runnable changed) {
        this.targets = targets;
        this.changed = changed;
        addClassNames("tkf-card", "tkf-stack");
    }

    void show(Target target) {
        removeAll();
        var inForce = new Paragraph(inForce(target));
        inForce.addClassName("tkf-strong");
        add(inForce, new Paragraph(printed(target)));
        var formula = target.getFormula();
        if (formula.getExact() == null) {
            add(sums(target));
        } else {
            add(new Paragraph(text(
                    "community.targets.working",
                    orZero(target.getTown()),
                    orZero(target.getRural()),
                    orZero(target.getExistingMerged()),
                    orZero(target.getExistingCoBuilt()),
                    formula.getExact(),
                    formula.getNewMembers().getText(),
                    formula.getPairedSchools().getText())));
        }
        if (target.getViewerCanRaise()) {
            add(acts(target));
        }
        if (!target.getRaises().isEmpty()) {
            add(new H2(text("community.targets.history")), history(target));
        }
    }

    private static String printed(Target target) {
        return text(
                        "community.targets.printed",
                        target.getNewMembers().getText(),
                        target.getPairedSchools().getText())
                + " "
                + text(
                        target.getFormula().getDiffers()
                                ? "community.targets.print.differs"
                                : "community.targets.print.same");
    }

    private static String inForce(Target target) {
        var goal = target.getGoal();
        if (goal == null) {
            return text("community.targets.inForce.none");
        }
        return target.getIsRaised()
                ? text(
                        "community.targets.inForce.raised",
                        goal.getNewMembers(),
                        goal.getPairedSchools(),
                        target.getNewMembers().getText(),
                        target.getPairedSchools().getText())
                : text("community.targets.inForce", goal.getNewMembers(), goal.getPairedSchools());
    }

    private static NativeDetails sums(Target target) {
        var all = target.getSums();
        var differing = all.stream().filter(TargetSum::getDiffers).count();
        var table = TargetTables.sums();
        table.show(all.stream().map(TargetTables::sum).toList());
        return new NativeDetails(
                differing == 0
                        ? text("community.targets.sums.same", all.size())
                        : text("community.targets.sums.differ", all.size(), differing),
                table);
    }

    private Row acts(Target target) {
        var raise = new Button(
                text("community.targets.raise"),
                click -> RaiseDialog.raise(target, (members, pairs, reason) -> {
                            targets.raise(target, members, pairs, reason);
                            Toast.show(text(
                                    "community.targets.raise.done",
                                    target.getRegion().getName()));
                            changed.run();
                        })
                        .open());
        raise.addThemeName("primary");
        var row = new Row(raise);
        if (target.getRaise() != null) {
            row.add(new Button(
                    text("community.targets.withdraw"),
                    click -> RaiseDialog.withdraw(reason -> {
                                targets.withdraw(target, reason);
                                Toast.show(text("community.targets.withdraw.done"));
                                changed.run();
                            })
                            .open()));
        }
        return row;
    }

    private static UnorderedList history(Target target) {
        var list = new UnorderedList();
        target.getRaises().stream().map(TargetCard::line).map(ListItem::new).forEach(list::add);
        return list;
    }

    private static String line(TargetRaise said) {
        var when = Formats.day(said.getAt()) + " " + Formats.time(said.getAt());
        return said.getGoal() == null
                ? text("community.targets.history.withdrawn", when, said.getBy(), said.getReason())
                : text(
                        "community.targets.history.raised",
                        when,
                        said.getBy(),
                        said.getGoal().getNewMembers(),
                        said.getGoal().getPairedSchools(),
                        said.getReason());
    }

    private static String orZero(PrintedCount count) {
        return count.getText().isEmpty() ? "0" : count.getText();
    }
}
