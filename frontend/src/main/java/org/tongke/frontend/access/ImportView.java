package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.RoleFields.Choice;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.SheetFile;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.ImportAccountsPayload;
import org.tongke.frontend.contract.types.ImportedAccount;
import org.tongke.frontend.contract.types.PersonOutcome;
import org.tongke.frontend.contract.types.SheetInput;

/** A school's people from a table: what would come of each row, then the accounts with their start codes, shown this once. */
@Route("accounts/import")
@RolesAllowed({"CLERK", "COUNTY_OFFICER", "ADMINISTRATOR"})
public final class ImportView extends Page {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OfficeAccounts accounts;
    private final ComboBox<Choice> school = new ComboBox<>(text("access.role.school"));
    private final TextArea pasted = new TextArea(text("access.import.paste"));
    private final Paragraph problem = new Paragraph();
    private final Div result = new Div();
    private @Nullable SheetInput table;

    public ImportView(OfficeAccounts accounts) {
        this.accounts = accounts;
        title(text("access.import"));
        line(text("access.import.line"));
        var way = new Nav(Links.to("/accounts", text("access.account.back")));
        way.addClassName("tkf-crumbs");
        above(way);
        school.setItemLabelGenerator(Choice::name);
        school.setWidthFull();
        RoleFields.offerSchools(school, accounts);
        pasted.setWidthFull();
        pasted.setMinRows(5);
        pasted.setPlaceholder(text("access.import.paste.example"));
        var file = new SheetFile(bytes -> {
            // the last that was given counts
            pasted.clear();
            table = SheetInput.newBuilder()
                    .content(Base64.getEncoder().encodeToString(bytes))
                    .build();
            check();
        });
        problem.addClassName("tkf-lacking");
        problem.getElement().setAttribute("role", "alert");
        result.addClassName("tkf-stack");
        result.getElement().setAttribute("role", "status");
        var check = new Button(text("access.import.check"));
        check.addThemeName("primary");
        Taps.act(check, () -> {
            if (!pasted.isEmpty()) {
                table = SheetInput.newBuilder().text(pasted.getValue()).build();
            }
            check();
        });
        var form = new Div(school, file, pasted, new Row(check), problem);
        form.addClassNames("tkf-stack", "tkf-screen-only");
        add(form, result);
    }

    private void check() {
        run(false);
    }

    private void run(boolean commit) {
        result.removeAll();
        problem.setText("");
        if (school.getValue() == null || table == null) {
            problem.setText(text(school.getValue() == null ? "access.import.noSchool" : "access.import.noTable"));
            return;
        }
        try {
            show(accounts.importTable(school.getValue().id(), table, commit), commit);
        } catch (RefusedException refused) {
            problem.setText(refused.words());
        }
    }

    private void show(ImportAccountsPayload payload, boolean committed) {
        var said = new Div(new Paragraph(text(
                "access.import.counts",
                count(payload, committed ? PersonOutcome.ADDED : PersonOutcome.ADD),
                count(payload, PersonOutcome.UNCHANGED),
                count(payload, PersonOutcome.PROBLEM))));
        said.addClassNames("tkf-stack", "tkf-screen-only");
        if (payload.getCharset() != null) {
            said.addComponentAsFirst(new Paragraph(text("access.import.charset", payload.getCharset())));
        }
        result.add(said);
        if (payload.getWorkbook() != null) {
            said.add(new Paragraph(text("access.import.once")), new Row(download(payload.getWorkbook()), print()));
            result.add(codes(payload), new Paragraph(text("access.import.codes.how")));
        }
        var others = payload.getRows().stream()
                .filter(row -> row.getStartCode() == null)
                .map(ImportView::row)
                .toList();
        if (!others.isEmpty()) {
            result.add(outcomes(others));
        }
        var adds = count(payload, PersonOutcome.ADD);
        if (adds > 0) {
            var commit = new Button(text("access.import.do", adds));
            commit.addThemeName("primary");
            Taps.act(commit, () -> run(true));
            result.add(new Row(commit));
        }
    }

    /** What is printed and handed to the people. */
    private static Table codes(ImportAccountsPayload payload) {
        var codes = new Table(
                text("access.import.codes"),
                List.of(
                        new Column(text("access.account.name"), Kind.WORDS),
                        new Column(text("access.account.signInName"), Kind.SHORT),
                        new Column(text("access.import.code"), Kind.SHORT),
                        new Column(text("access.accounts.role"), Kind.SHORT)));
        codes.show(payload.getRows().stream()
                .filter(row -> row.getStartCode() != null)
                .map(row -> new Table.Row(
                        row.getName(),
                        null,
                        List.of(Cell.of(row.getSignInName()), Cell.of(row.getStartCode()), Cell.of(role(row)))))
                .toList());
        return codes;
    }

    private static Table outcomes(List<Table.Row> some) {
        var rows = new Table(
                text("access.import.table"),
                List.of(
                        new Column(text("access.account.name"), Kind.WORDS),
                        new Column(text("access.import.row"), Kind.NUMBER),
                        new Column(text("access.account.signInName"), Kind.SHORT),
                        new Column(text("access.accounts.role"), Kind.SHORT),
                        new Column(text("access.import.outcome"), Kind.WORDS)));
        rows.show(some);
        rows.addClassName("tkf-screen-only");
        return rows;
    }

    private static String role(ImportedAccount row) {
        return row.getRole() == null ? "" : AccessWords.role(row.getRole());
    }

    private static int count(ImportAccountsPayload payload, PersonOutcome outcome) {
        return (int) payload.getRows().stream()
                .filter(row -> row.getOutcome() == outcome)
                .count();
    }

    private static Table.Row row(ImportedAccount row) {
        var words = row.getOutcome() == PersonOutcome.PROBLEM
                ? text("access.import.problem", row.getColumn() + row.getRow(), row.getProblem())
                : text("access.import.outcome." + row.getOutcome().name());
        return new Table.Row(
                row.getName().isEmpty() ? "—" : row.getName(),
                null,
                List.of(
                        Cell.of(Integer.toString(row.getRow())),
                        Cell.of(row.getSignInName()),
                        Cell.of(role(row)),
                        new Cell(words, row.getOutcome() == PersonOutcome.PROBLEM ? "lacking" : null)));
    }

    private static Anchor download(String workbook) {
        var bytes = Base64.getDecoder().decode(workbook);
        var handler = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(bytes), text("access.import.fileName"), WORKBOOK, bytes.length));
        return Links.button(new Anchor(handler, text("access.import.download")));
    }

    private static Button print() {
        var print = new Button(text("access.import.print"));
        print.addClickListener(click -> print.getElement().executeJs("window.print()"));
        return print;
    }
}
