package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.ReasonDialog;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Reopening;
import org.tongke.frontend.contract.types.ReopeningDecision;
import org.tongke.frontend.contract.types.Roster;
import org.tongke.frontend.contract.types.RosterRow;
import org.tongke.frontend.contract.types.RosterSchool;
import org.tongke.frontend.contract.types.Signature;

/** The roster of one county, with whatever the person may do to it. */
final class RosterDesk extends Div {
    private final Rosters rosters;
    private final Roster roster;
    private final Runnable again;
    private final Div looked = new Div();

    /** @param again called when the roster was changed */
    RosterDesk(Rosters rosters, Roster roster, Runnable again) {
        this.rosters = rosters;
        this.roster = roster;
        this.again = again;
        addClassName("tkf-stack");
        looked.addClassName("tkf-stack");
        add(figures(), acts());
        roster.getViewerCannotEditReasons()
                .forEach(reason -> add(new Notice(roster.getStateLabel(), reason.getMessage())));
        if (roster.getReturned() != null) {
            add(new Notice(text("roster.returned"), signed(roster.getReturned())));
        }
        if (!roster.getReopenings().isEmpty()) {
            add(reopening(roster.getReopenings().getLast()));
            earlier(roster.getReopenings()).ifPresent(this::add);
        }
        if (roster.getViewerCanEdit()) {
            add(new SheetUpload(roster.getId(), this::look), looked);
        }
        add(problems(), rows(), history());
    }

    private Div figures() {
        var target = roster.getCounty().getTarget();
        var words = new Paragraph(text(
                "roster.figures",
                roster.getCommunityCount(),
                roster.getMemberCount(),
                target == null ? "/" : target.getNewMembers().getText(),
                roster.getPairedCount(),
                target == null ? "/" : target.getPairedSchools().getText()));
        var due = roster.getDueOn() == null ? "" : " · " + text("roster.due", Formats.date(roster.getDueOn()));
        var state = new Paragraph(roster.getStateLabel() + " · " + roster.getTimingLabel() + due);
        state.addClassName("tkf-roster-state");
        var receipt = new Paragraph(
                roster.getReceipts().isEmpty()
                        ? ""
                        : text(
                                "roster.receipt",
                                roster.getReceipts().getLast().getNumber(),
                                at(roster.getReceipts().getLast().getBy())));
        receipt.setVisible(!receipt.getText().isEmpty());
        return new Div(state, words, receipt);
    }

    private static String at(Signature signature) {
        return signature.getName() + " " + Formats.day(signature.getAt()) + " " + Formats.time(signature.getAt());
    }

    private static String signed(Signature signature) {
        return signature.getReason() == null
                ? at(signature)
                : text("roster.signed", at(signature), signature.getReason());
    }

    private Row acts() {
        var row = new Row();
        if (roster.getViewerCanEdit() && roster.getCommunityCount() > 0) {
            var me = SignedIn.current().map(SignedIn::getName).orElse("");
            row.add(button(
                    "roster.submit",
                    true,
                    () -> new SubmitDialog(rosters, roster, me, () -> {
                                Toast.show(text("roster.submitted"));
                                again.run();
                            })
                            .open()));
        }
        if (roster.getViewerCanReturn()) {
            row.add(reasoned(
                    isOwn() ? "roster.takeBack" : "roster.return", reason -> rosters.giveBack(roster, reason)));
        }
        if (roster.getViewerCanAskReopening()) {
            row.add(reasoned("roster.reopen", reason -> rosters.askReopening(roster, reason)));
        }
        if (roster.getViewerCanDecideReopening()) {
            var isProvince = roster.getReopenings().getLast().getCity() != null;
            row.add(reasoned(
                    "roster.grant",
                    isProvince ? "roster.grant.means.province" : "roster.grant.means",
                    reason -> rosters.decideReopening(roster, true, reason)));
            row.add(reasoned("roster.refuse", reason -> rosters.decideReopening(roster, false, reason)));
        }
        row.add(Links.calm(RosterAddress.form(roster.getCounty().getCode(), roster.getProgramme())));
        return row;
    }

    /** Whether the roster is that of the person's own office, which takes back what others return. */
    private boolean isOwn() {
        return SignedIn.current()
                .flatMap(SignedIn::office)
                .filter(roster.getCounty().getCode()::equals)
                .isPresent();
    }

    private static Button button(String key, boolean isMain, Runnable act) {
        var button = new Button(text(key));
        if (isMain) {
            button.addThemeName("primary");
        }
        Taps.act(button, act);
        return button;
    }

    private Button reasoned(String key, Consumer<String> act) {
        return reasoned(key, key + ".means", act);
    }

    private Button reasoned(String key, String means, Consumer<String> act) {
        return button(
                key,
                false,
                () -> new ReasonDialog(text(key), text(means), text(key), reason -> {
                            act.accept(reason);
                            Toast.show(text(key + ".done"));
                            again.run();
                        })
                        .open());
    }

    private static Notice reopening(Reopening wish) {
        return new Notice(
                wish.getStageLabel(),
                text("roster.asked", signed(wish.getAsked()))
                        + decision("roster.decided.city", wish.getCity())
                        + decision("roster.decided.province", wish.getProvince()));
    }

    /** What was wished before the last time, with its reasons. */
    private static Optional<NativeDetails> earlier(List<Reopening> all) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        var list = new Div();
        list.addClassName("tkf-stack");
        all.subList(0, all.size() - 1).reversed().forEach(wish -> list.add(reopening(wish)));
        return Optional.of(new NativeDetails(text("roster.asked.earlier", all.size() - 1), list));
    }

    private static String decision(String key, @Nullable ReopeningDecision decision) {
        return decision == null
                ? ""
                : " " + text(key, text(decision.getGranted() ? "roster.yes" : "roster.no"), signed(decision.getBy()));
    }

    /** Shows what a table would do. */
    private void look(GivenTable table) {
        looked.removeAll();
        try {
            looked.add(new PreviewPanel(rosters, table, rosters.preview(table), this::look, () -> {
                Toast.show(text("roster.committed"));
                again.run();
            }));
        } catch (RefusedException refused) {
            looked.add(new Notice(text("roster.unreadable"), refused.words()));
        }
        looked.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private void look(List<RosterText.Line> lines) {
        look(GivenTable.ofText(roster.getId(), RosterText.write(lines)));
    }

    private Section problems() {
        var list = new UnorderedList();
        list.addClassName("tkf-problems");
        roster.getProblems().forEach(problem -> {
            var item = new ListItem(problem.getSeverityLabel() + " · " + problem.getMessage() + " " + problem.getFix());
            item.getElement()
                    .setAttribute("data-severity", problem.getSeverity().name());
            list.add(item);
        });
        var section = new Section(new H2(text("roster.problems")), list);
        section.setVisible(!roster.getProblems().isEmpty() && roster.getCommunityCount() > 0);
        return section;
    }

    private Section rows() {
        var section = new Section();
        section.addClassName("tkf-stack");
        if (roster.getRows().isEmpty()) {
            section.add(new H2(text("roster.rows")), new Notice(text("roster.empty"), text("roster.empty.why")));
        } else {
            var table = new RosterTable(roster.getViewerCanEdit());
            for (int index = 0; index < roster.getRows().size(); index++) {
                var place = index;
                var row = roster.getRows().get(index);
                table.add(index + 1, row, () -> edit(place), () -> drop(place));
            }
            section.add(table);
        }
        if (roster.getViewerCanEdit()) {
            section.add(new Row(button("roster.add", false, () -> edit(-1))));
        }
        return section;
    }

    private void edit(int place) {
        var lines = RosterText.lines(roster.getRows());
        var line = place < 0 ? new RosterText.Line("", "", "共建型") : lines.get(place);
        new LineDialog(line, entered -> {
                    if (place < 0) {
                        lines.add(entered);
                    } else {
                        lines.set(place, entered);
                    }
                    look(lines);
                })
                .open();
    }

    private void drop(int place) {
        var lines = RosterText.lines(roster.getRows());
        lines.remove(place);
        if (lines.isEmpty()) {
            Toast.show(text("roster.last"));
        } else {
            look(lines);
        }
    }

    private Details history() {
        var list = new UnorderedList();
        roster.getHistory()
                .forEach(change -> list.add(new ListItem(Formats.day(change.getRecordedAt()) + " "
                        + Formats.time(change.getRecordedAt()) + " " + change.getBy() + " · "
                        + String.join(text("shell.then"), change.getWords()))));
        var details = new Details(text("roster.history"), list);
        details.setVisible(!roster.getHistory().isEmpty());
        return details;
    }

    /** The member schools of a planned community in a line. */
    static String members(RosterRow row) {
        return row.getMembers().stream().map(RosterSchool::getName).collect(Collectors.joining(text("roster.and")));
    }
}
