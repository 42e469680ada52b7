package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.SheetFile;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.DirectoryImport;
import org.tongke.frontend.contract.types.ImportCounts;
import org.tongke.frontend.contract.types.ImportOutcome;
import org.tongke.frontend.contract.types.ImportState;
import org.tongke.frontend.contract.types.ImportedChange;
import org.tongke.frontend.contract.types.ImportedRow;
import org.tongke.frontend.contract.types.ImportedRowEdge;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SheetInput;

/**
 * Takes a table as a file or as pasted text, shows what it would do, and enters it step by step. Each step is a request of its own, so that the
 * page tells how far it is; whoever closes it meanwhile imports the same table again, and what was entered is unchanged.
 */
final class ImportDialog extends Dialog {
    private static final List<ImportOutcome> IN_ORDER =
            List.of(ImportOutcome.PROBLEM, ImportOutcome.ADD, ImportOutcome.CHANGE, ImportOutcome.UNCHANGED);

    private final Imports imports;
    private final ImportTarget target;
    private final Consumer<String> done;
    private final ComboBox<RegionItem> county = new ComboBox<>(text("directory.import.county"));
    private final ComboBox<School> school = new ComboBox<>(text("directory.import.school"));
    private final TextArea pasted = new TextArea(text("directory.import.paste"));
    private final Paragraph wrong = new Paragraph();
    private final Div body = new Div();
    private UUID id = UUID.randomUUID();

    /**
     * @param target what the table goes into
     * @param done called when all is entered, with what to say of it
     */
    ImportDialog(Imports imports, ImportTarget target, Consumer<String> done) {
        this.imports = imports;
        this.target = target;
        this.done = done;
        setHeaderTitle(text("directory.import." + target.table().name().toLowerCase(Locale.ROOT)));
        wrong.addClassName("tkf-wrong");
        wrong.getElement().setAttribute("role", "alert");
        body.addClassName("tkf-stack");
        add(body);
        setWidth("min(64rem, calc(100vw - 1rem))");
        ask();
    }

    private void ask() {
        id = UUID.randomUUID();
        body.removeAll();
        getFooter().removeAll();
        say("");
        county.setItems(target.counties());
        county.setItemLabelGenerator(RegionItem::label);
        county.setVisible(target.counties().size() > 1);
        county.setClearButtonVisible(true);
        county.setHelperText(text("directory.import.county.help"));
        if (target.counties().size() == 1) {
            county.setValue(target.counties().getFirst());
        }
        school.setItems(target.schools());
        school.setItemLabelGenerator(School::getName);
        school.setVisible(target.schools().size() > 1);
        if (target.schools().size() == 1) {
            school.setValue(target.schools().getFirst());
        }
        pasted.setWidthFull();
        pasted.setMinHeight("8rem");
        pasted.setMaxHeight("16rem");
        pasted.setPlaceholder(text("directory.import.paste.example"));
        var what = new Paragraph(
                text("directory.import.what." + target.table().name().toLowerCase(Locale.ROOT)));
        what.addClassName("tkf-soft");
        body.add(what, county, school, file(), pasted, wrong);
        var check = new Button(text("directory.import.check"));
        check.addThemeNames("primary");
        Taps.act(
                check,
                () -> check(SheetInput.newBuilder().text(pasted.getValue()).build()));
        getFooter().add(new Button(text("directory.cancel"), click -> close()), check);
    }

    private SheetFile file() {
        return new SheetFile(bytes -> check(SheetInput.newBuilder()
                .content(Base64.getEncoder().encodeToString(bytes))
                .build()));
    }

    private void say(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
    }

    private void check(SheetInput sheet) {
        try {
            imports.check(
                    id,
                    target.table(),
                    sheet,
                    county.getValue() == null ? null : county.getValue().id(),
                    school.getValue() == null ? null : school.getValue().getId());
            show("");
        } catch (RefusedException refused) {
            id = UUID.randomUUID();
            say(refused.words());
        }
    }

    private void show(String first) {
        body.removeAll();
        getFooter().removeAll();
        say(first);
        body.add(wrong);
        var found = imports.get(id, ImportOutcome.PROBLEM, null);
        var counts = found.getCounts();
        var sums = new Paragraph(text(
                "directory.import.counts",
                counts.getAdd(),
                counts.getChange(),
                counts.getUnchanged(),
                counts.getProblem()));
        sums.addClassName("tkf-strong");
        sums.getElement().setAttribute("role", "status");
        body.add(sums);
        if (found.getCharset() != null) {
            body.add(new Paragraph(text("directory.import.charset", found.getCharset())));
        }
        if (!found.getRemarks().isEmpty()) {
            var remarks = new UnorderedList();
            remarks.addClassName("tkf-facts");
            found.getRemarks().forEach(remark -> remarks.add(new ListItem(remark)));
            body.add(remarks);
        }
        for (var outcome : IN_ORDER) {
            var count = count(counts, outcome);
            if (count > 0 && outcome != ImportOutcome.UNCHANGED) {
                body.add(new Rows(outcome, count));
            }
        }
        getFooter().add(new Button(text("directory.import.other"), click -> ask()));
        var toWrite = counts.getAdd() + counts.getChange();
        if (toWrite > 0) {
            var run = new Button(text("directory.import.run", toWrite));
            run.addThemeNames("primary");
            run.setDisableOnClick(true);
            run.addClickListener(click -> start(found, toWrite));
            getFooter().add(run);
        } else {
            getFooter().add(new Button(text("directory.close"), click -> close()));
        }
    }

    private static int count(ImportCounts counts, ImportOutcome outcome) {
        return switch (outcome) {
            case ADD -> counts.getAdd();
            case CHANGE -> counts.getChange();
            case UNCHANGED -> counts.getUnchanged();
            case PROBLEM -> counts.getProblem();
        };
    }

    private void start(DirectoryImport found, int toWrite) {
        body.removeAll();
        getFooter().removeAll();
        var bar = new ProgressBar(0, toWrite, 0);
        bar.getElement().setAttribute("aria-label", text("directory.import.running"));
        var words = new Paragraph(text("directory.import.progress", 0, toWrite));
        words.getElement().setAttribute("role", "status");
        body.add(words, bar, new Paragraph(text("directory.import.running.means")));
        step(found.getFingerprint(), bar, words, toWrite);
    }

    /** After each step the page is drawn, and asks for the next one. */
    private void step(String fingerprint, ProgressBar bar, Paragraph words, int toWrite) {
        getElement().executeJs("return 1").then(ready -> {
            try {
                var now = imports.run(id, fingerprint);
                var written = Math.min(toWrite, now.getCounts().getWritten());
                bar.setValue(written);
                words.setText(text("directory.import.progress", written, toWrite));
                if (now.getState() == ImportState.DONE) {
                    finish(now.getCounts());
                } else {
                    step(fingerprint, bar, words, toWrite);
                }
            } catch (RefusedException refused) {
                show(refused.words());
            }
        });
    }

    private void finish(ImportCounts counts) {
        var words = text("directory.import.done", counts.getWritten());
        done.accept(words);
        if (counts.getProblem() == 0) {
            close();
            return;
        }
        body.removeAll();
        var said = new Paragraph(words);
        said.addClassName("tkf-strong");
        body.add(
                said,
                new Paragraph(text("directory.import.left")),
                new Rows(ImportOutcome.PROBLEM, counts.getProblem()));
        getFooter()
                .add(
                        new Button(text("directory.import.other"), click -> ask()),
                        new Button(text("directory.close"), click -> close()));
    }

    /** Rows of one outcome, page by page. */
    private final class Rows extends Div {
        private final ImportOutcome outcome;
        private final Table table;
        private final List<Table.Row> rows = new ArrayList<>();
        private final Row below = new Row();

        Rows(ImportOutcome outcome, int count) {
            this.outcome = outcome;
            addClassName("tkf-import-rows");
            var caption = text("directory.import.outcome." + outcome.name().toLowerCase(Locale.ROOT), count);
            var more = switch (outcome) {
                case PROBLEM -> List.of("directory.import.reason", "directory.import.fix");
                case CHANGE -> List.of("directory.import.change");
                case ADD, UNCHANGED -> List.<String>of();
            };
            table = new Table(
                    caption,
                    Stream.concat(
                                    Stream.of(
                                            new Column(text("directory.import.row"), Kind.SHORT),
                                            new Column(text("directory.import.label"), Kind.WORDS)),
                                    more.stream().map(key -> new Column(text(key), Kind.WORDS)))
                            .toList());
            add(table, below);
            more(null);
        }

        private void more(@Nullable String after) {
            var page = imports.get(id, outcome, after).getRows();
            page.getEdges().stream().map(ImportedRowEdge::getNode).forEach(row -> rows.addAll(lines(row)));
            table.show(rows);
            below.removeAll();
            More.below(below, page.getPageInfo(), this::more);
        }

        /** A line for each problem, else one. */
        private List<Table.Row> lines(ImportedRow row) {
            var where = row.getSheet().isEmpty()
                    ? text("directory.import.at", row.getNumber())
                    : text("directory.import.at.sheet", row.getSheet(), row.getNumber());
            if (outcome == ImportOutcome.PROBLEM) {
                return row.getProblems().stream()
                        .map(problem -> new Table.Row(
                                problem.getColumn() == null
                                        ? where
                                        : text("directory.import.at.column", where, problem.getColumn()),
                                null,
                                List.of(
                                        Cell.of(row.getLabel()),
                                        new Cell(problem.getReason(), "lacking"),
                                        Cell.of(problem.getFix()))))
                        .toList();
            }
            if (outcome != ImportOutcome.CHANGE) {
                return List.of(new Table.Row(where, null, List.of(Cell.of(row.getLabel()))));
            }
            var changes = row.getChanges().stream().map(this::line).toList();
            return List.of(new Table.Row(
                    where,
                    null,
                    List.of(Cell.of(row.getLabel()), Cell.of(String.join(text("directory.semicolon"), changes)))));
        }

        private String line(ImportedChange change) {
            var nothing = text("directory.nothing");
            return text(
                    "directory.import.change.line",
                    change.getField(),
                    change.getBefore() == null ? nothing : change.getBefore(),
                    change.getAfter() == null ? nothing : change.getAfter());
        }
    }
}
