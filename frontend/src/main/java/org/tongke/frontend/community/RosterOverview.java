package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tongke.frontend.community.RosterAddress.Show;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.contract.types.Roster;
import org.tongke.frontend.contract.types.RosterState;
import org.tongke.frontend.contract.types.RosterTiming;
import org.tongke.frontend.contract.types.UserError;

/** The rosters of a region's counties: who is late, what can be rolled up, who asks to open a locked one again. */
final class RosterOverview extends Div {
    private final Rosters rosters;
    private final String code;
    private final List<Roster> all;
    private final Consumer<RosterAddress> again;
    private final boolean hasCities;
    private final Filters filters;
    private final Div table = new Div();
    private RosterAddress address;

    /**
     * @param code the region
     * @param all the rosters of its counties
     * @param again called with what is shown when rosters were changed
     */
    RosterOverview(
            Rosters rosters, String code, List<Roster> all, RosterAddress address, Consumer<RosterAddress> again) {
        this.rosters = rosters;
        this.code = code;
        this.all = all;
        this.address = address;
        this.again = again;
        hasCities = all.stream()
                        .map(roster -> roster.getCounty().getParent().getName())
                        .distinct()
                        .count()
                > 1;
        filters = new Filters(name(), choices());
        addClassName("tkf-stack");
        add(new Paragraph(sums()), new LateRosters(all), acts(), filters, table);
        show();
    }

    private long count(Show shown) {
        return all.stream().filter(shown::holds).count();
    }

    private String sums() {
        return text(
                "roster.sums",
                all.size(),
                count(Show.MISSING),
                count(Show.SUBMITTED),
                count(Show.LOCKED),
                all.stream().mapToInt(Roster::getCommunityCount).sum(),
                all.stream().mapToInt(Roster::getMemberCount).sum(),
                all.stream().mapToInt(Roster::getPairedCount).sum());
    }

    private Row acts() {
        var row = new Row();
        var ready = all.stream().filter(Roster::getViewerCanRollUp).toList();
        if (!ready.isEmpty()) {
            var button = new Button(text("roster.rollUp", ready.size()));
            button.addThemeName("primary");
            Taps.act(button, () -> ask(ready));
            row.add(button);
        }
        row.add(Links.calm(RosterAddress.form(code, all.getFirst().getProgramme())));
        return row;
    }

    /** Says what rolling up means, for whom; the same roll-up however often it is tapped. */
    private void ask(List<Roster> ready) {
        var id = UUID.randomUUID();
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("roster.rollUp", ready.size()));
        var due = ready.getFirst().getCityDueOn();
        dialog.add(
                new Paragraph(text("roster.rollUp.means", due == null ? "" : Formats.date(due))),
                new Paragraph(ready.stream()
                        .map(roster -> roster.getCounty().getName())
                        .collect(Collectors.joining(text("roster.and")))));
        var yes = new Button(text("roster.rollUp.yes"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            var done = rosters.rollUp(id, ready);
            dialog.close();
            var isDone = done.getNumber() != null;
            if (isDone) {
                Toast.show(text("roster.rolledUp", done.getRosters().size(), done.getNumber()));
            }
            if (!done.getErrors().isEmpty()) {
                Toast.show(done.getErrors().stream()
                        .map(UserError::getMessage)
                        .distinct()
                        .collect(Collectors.joining(" ")));
            }
            // what was waiting is locked now: a list of those that wait would seem to have lost them
            if (isDone && address.show() == Show.SUBMITTED) {
                remember(address.show(Show.LOCKED));
            }
            again.accept(address);
        });
        dialog.getFooter().add(new Button(text("roster.cancel"), click -> dialog.close()), yes);
        dialog.setWidth("min(34rem, calc(100vw - 2rem))");
        dialog.open();
    }

    private TextField name() {
        var name = new TextField(text("community.targets.name"));
        name.setValue(address.name());
        name.setClearButtonVisible(true);
        // an input method writes half syllables: only a pause counts as a wish
        Typing.pauses(name);
        name.addValueChangeListener(event -> change(address.name(event.getValue())));
        return name;
    }

    private Choice choices() {
        var choice = new Choice(text("roster.show"));
        for (var one : Show.values()) {
            choice.value(
                    one,
                    text("roster.show." + one, count(one)),
                    null,
                    one == address.show(),
                    show -> change(address.show(show)));
        }
        return choice;
    }

    private void change(RosterAddress other) {
        remember(other);
        show();
    }

    private void remember(RosterAddress other) {
        address = other;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(RosterView.PATH + "/" + code, address.write())));
    }

    private void show() {
        filters.set(address.show() != Show.ALL);
        table.removeAll();
        var rows = all.stream().filter(address::holds).map(this::row).toList();
        if (rows.isEmpty()) {
            table.add(new Notice(text("roster.show.none"), text("roster.show.none.why")));
            return;
        }
        var list = new Table(
                text("roster.counties"),
                List.of(
                        new Column(text("roster.county"), Kind.SHORT),
                        new Column(text("roster.state"), Kind.SHORT),
                        new Column(text("roster.timing"), Kind.SHORT),
                        new Column(text("roster.communityCount"), Kind.NUMBER),
                        new Column(text("roster.memberCount"), Kind.NUMBER),
                        new Column(text("roster.pairedCount"), Kind.NUMBER),
                        new Column(text("roster.receipt.head"), Kind.WORDS)));
        list.show(rows);
        table.add(list);
    }

    private Table.Row row(Roster roster) {
        var target = roster.getCounty().getTarget();
        var isLate = roster.getTiming() == RosterTiming.MISSING || roster.getTiming() == RosterTiming.LATE;
        var asked =
                RosterAddress.isAsked(roster) ? roster.getReopenings().getLast().getStageLabel() : "";
        var receipt = roster.getReceipts().isEmpty()
                ? ""
                : roster.getReceipts().getLast().getNumber();
        return new Table.Row(
                (hasCities ? roster.getCounty().getParent().getName() + " " : "")
                        + roster.getCounty().getName(),
                "/" + RosterView.PATH + "/" + roster.getCounty().getCode() + address.yearQuery(),
                List.of(
                        new Cell(roster.getStateLabel(), roster.getState() == RosterState.LOCKED ? "good" : null),
                        new Cell(roster.getTimingLabel(), isLate ? "lacking" : null),
                        Cell.of(Integer.toString(roster.getCommunityCount())),
                        Cell.of(roster.getMemberCount() + " / "
                                + (target == null ? "" : target.getNewMembers().getText())),
                        Cell.of(roster.getPairedCount() + " / "
                                + (target == null
                                        ? ""
                                        : target.getPairedSchools().getText())),
                        Cell.of((receipt + " " + asked).strip())));
    }
}
