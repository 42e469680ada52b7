package org.tongke.backend.access.graphql;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.AccountImport;
import org.tongke.backend.access.ImportedRow;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.sheet.Sheet;
import org.tongke.backend.base.sheet.SheetInput;
import org.tongke.backend.base.who.Viewer;

/** A school's people from a table. */
@Controller
class AccountImportController {
    private final AccountImport accountImport;
    private final Downloads downloads;
    private final Answers answers;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    AccountImportController(
            AccountImport accountImport, Downloads downloads, Answers answers, Texts texts, Clock clock, ZoneId zone) {
        this.accountImport = accountImport;
        this.downloads = downloads;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    @MutationMapping
    ImportAccountsPayload importAccounts(@Argument ImportAccountsInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> {
                    var file = input.table().read("table");
                    var rows = accountImport.run(
                            GlobalId.rawOrNobodys("School", input.schoolId()), file, input.commit(), viewer);
                    return new ImportAccountsPayload(rows, workbook(rows, viewer, locale), file.charset(), List.of());
                },
                (done, errors) -> done == null ? new ImportAccountsPayload(List.of(), null, null, errors) : done,
                locale);
    }

    private @Nullable String workbook(List<ImportedRow> rows, Viewer viewer, Locale locale) {
        var lines = rows.stream()
                .filter(row -> row.startCode() != null)
                .map(row -> List.of(Cell.of(row.name()), Cell.of(row.signInName()), Cell.of(row.startCode())))
                .toList();
        if (lines.isEmpty()) {
            return null;
        }
        var title = word("codes", locale);
        var heads = List.of(word("head.name", locale), word("head.signInName", locale), title);
        var about = List.of(
                List.of(word("madeBy", locale), viewer.name()),
                List.of(
                        word("madeOn", locale),
                        LocalDate.ofInstant(clock.instant(), zone).toString()),
                List.of(title, word("once", locale)));
        var dossier = new Dossier(title, List.of(new Sheet(title, heads, lines)), about, Texts.languageOf(locale));
        return Base64.getEncoder()
                .encodeToString(downloads.workbook(Optional.of(dossier)).getBody());
    }

    private String word(String key, Locale locale) {
        return texts.get("access.import." + key, locale);
    }

    @SchemaMapping(typeName = "ImportedAccount")
    int row(ImportedRow importedRow) {
        return importedRow.number();
    }

    @SchemaMapping(typeName = "ImportedAccount")
    Optional<String> problem(ImportedRow importedRow, Locale locale) {
        return Optional.ofNullable(importedRow.problem())
                .map(phrase ->
                        texts.get(phrase.key(), locale, phrase.arguments().toArray()));
    }

    record ImportAccountsInput(String schoolId, SheetInput table, boolean commit) {}

    record ImportAccountsPayload(
            List<ImportedRow> rows,
            @Nullable String workbook,
            @Nullable String charset,
            List<UserError> errors) {}
}
