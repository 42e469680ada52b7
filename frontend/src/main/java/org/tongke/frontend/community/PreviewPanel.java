package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.RosterChangeKind;
import org.tongke.frontend.contract.types.RosterPreview;
import org.tongke.frontend.contract.types.RosterProblem;
import org.tongke.frontend.contract.types.RosterRow;
import org.tongke.frontend.contract.types.RosterRowChange;
import org.tongke.frontend.contract.types.RosterSeverity;

/** What a table would do: problems with what mends them, the differences, and the button that takes it. */
final class PreviewPanel extends Section {
    private final Rosters rosters;
    private final GivenTable table;
    private final RosterPreview preview;
    private final Consumer<GivenTable> look;
    private final Runnable done;
    private final Paragraph refusal = new Paragraph();

    /**
     * @param look called with the table and one more thing said of it
     * @param done called when the table was taken
     */
    PreviewPanel(Rosters rosters, GivenTable table, RosterPreview preview, Consumer<GivenTable> look, Runnable done) {
        this.rosters = rosters;
        this.table = table;
        this.preview = preview;
        this.look = look;
        this.done = done;
        addClassName("tkf-stack");
        addClassName("tkf-preview");
        refusal.getElement().setAttribute("role", "alert");
        var counts = new Paragraph(text(
                "roster.counts",
                preview.getAddedCount(),
                preview.getChangedCount(),
                preview.getDroppedCount(),
                preview.getUnchangedCount(),
                preview.getErrorCount()));
        counts.getElement().setAttribute("role", "status");
        add(new H2(text("roster.preview")), counts);
        if (preview.getCharset() != null) {
            add(new Paragraph(text("roster.charset", preview.getCharset())));
        }
        if (!preview.getProblems().isEmpty()) {
            add(new H3(text("roster.problems.given")), problems());
        }
        add(differences(), unchanged(), refusal, take());
    }

    private Div take() {
        var button = new Button(text("roster.commit"));
        button.addThemeName("primary");
        var act = new Div(button);
        act.addClassName("tkf-act");
        var why = whyNot();
        if (why != null) {
            button.setEnabled(false);
            act.add(new Paragraph(why));
            return act;
        }
        Taps.act(button, () -> {
            try {
                rosters.commit(table, preview);
                done.run();
            } catch (RefusedException refused) {
                refusal.setText(refused.words());
            }
        });
        return act;
    }

    private @Nullable String whyNot() {
        if (preview.getErrorCount() > 0) {
            return text("roster.commit.errors", preview.getErrorCount());
        }
        return preview.getChangesAnything() ? null : text("roster.commit.nothing");
    }

    private UnorderedList problems() {
        var list = new UnorderedList();
        list.addClassName("tkf-problems");
        for (var severity : RosterSeverity.values()) {
            preview.getProblems().stream()
                    .filter(problem -> problem.getSeverity() == severity)
                    .forEach(problem -> list.add(item(problem)));
        }
        return list;
    }

    private ListItem item(RosterProblem problem) {
        var badge = new Span(problem.getSeverityLabel());
        badge.addClassName("tkf-severity");
        var item = new ListItem(
                new Paragraph(badge, new Span(" " + place(problem) + problem.getMessage())),
                new Paragraph(problem.getFix()));
        item.getElement().setAttribute("data-severity", problem.getSeverity().name());
        if (!problem.getSuggestions().isEmpty()) {
            var fixes = new Row();
            problem.getSuggestions().forEach(school -> {
                var button = new Button(text("roster.is", school.getName()));
                Taps.act(button, () -> look.accept(table.fix(String.valueOf(problem.getName()), school.getSchoolId())));
                fixes.add(button);
            });
            item.add(fixes);
        }
        if (problem.getReasonFor() != null) {
            item.add(reason(problem.getReasonFor()));
        }
        return item;
    }

    private Row reason(String schoolId) {
        var field = new TextField(text("roster.because"));
        field.setMaxLength(200);
        var button = new Button(text("roster.because.yes"));
        Taps.act(button, () -> {
            if (field.getValue().isBlank()) {
                field.focus();
            } else {
                look.accept(table.because(schoolId, field.getValue()));
            }
        });
        return new Row(field, button);
    }

    private static String place(RosterProblem problem) {
        var cell = problem.getRow() == null
                ? ""
                : problem.getColumn() == null
                        ? text("roster.place.row", Integer.toString(problem.getRow()))
                        : text("roster.place.cell", problem.getColumn(), Integer.toString(problem.getRow()));
        return Stream.of(problem.getSheet(), cell)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" ", "", " · "))
                .replaceFirst("^ · ", "");
    }

    private Table differences() {
        return table(
                text("roster.differences"),
                preview.getChanges().stream().filter(change -> change.getKind() != RosterChangeKind.UNCHANGED));
    }

    /** What stays as it is is folded: nobody must look at it. */
    private Details unchanged() {
        var title = text("roster.unchanged", preview.getUnchangedCount());
        var rows = table(
                title, preview.getChanges().stream().filter(change -> change.getKind() == RosterChangeKind.UNCHANGED));
        var folded = new Details(title, rows);
        folded.setVisible(rows.isVisible());
        return folded;
    }

    private static Table table(String title, Stream<RosterRowChange> changes) {
        var table = new Table(
                title,
                List.of(
                        new Column(text("roster.core"), Kind.WORDS),
                        new Column(text("roster.change"), Kind.SHORT),
                        new Column(text("roster.before"), Kind.WORDS),
                        new Column(text("roster.after"), Kind.WORDS)));
        var rows = changes.map(PreviewPanel::row).toList();
        table.show(rows);
        table.setVisible(!rows.isEmpty());
        return table;
    }

    private static Table.Row row(RosterRowChange change) {
        var some = change.getAfter() == null ? change.getBefore() : change.getAfter();
        var kind = new Cell(
                text("roster.change." + change.getKind()),
                switch (change.getKind()) {
                    case ADDED, CHANGED -> "good";
                    case DROPPED -> "lacking";
                    case UNCHANGED -> null;
                });
        return new Table.Row(
                some.getCore().getName(),
                null,
                List.of(kind, Cell.of(words(change.getBefore())), Cell.of(words(change.getAfter()))));
    }

    private static String words(@Nullable RosterRow row) {
        return row == null ? "" : text("shell.of", row.getModeLabel(), RosterDesk.members(row));
    }
}
