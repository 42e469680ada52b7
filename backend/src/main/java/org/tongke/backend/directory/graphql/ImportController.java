package org.tongke.backend.directory.graphql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.SheetInput;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.directory.intake.ImportCounts;
import org.tongke.backend.directory.intake.ImportOutcome;
import org.tongke.backend.directory.intake.JudgedRow;

/** Tables of schools and teachers in the section "directory" of the schema. */
@Controller
class ImportController {
    private final DirectoryImports imports;
    private final Answers answers;
    private final Texts texts;

    ImportController(DirectoryImports imports, Answers answers, Texts texts) {
        this.imports = imports;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    Optional<DirectoryImport> directoryImport(@Argument UUID id, Viewer viewer) {
        return imports.find(id.toString(), viewer);
    }

    @MutationMapping
    ImportPayload checkDirectoryImport(@Argument CheckInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> imports.check(
                        input.id().toString(),
                        input.table(),
                        input.sheet().read("sheet"),
                        input.place(),
                        viewer,
                        scope),
                ImportPayload::new,
                locale);
    }

    @MutationMapping
    ImportPayload runDirectoryImport(@Argument RunInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> imports.run(input.importId().toString(), input.fingerprint(), viewer, scope),
                ImportPayload::new,
                locale);
    }

    @SchemaMapping
    ImportCounts counts(DirectoryImport directoryImport) {
        return imports.count(directoryImport);
    }

    @SchemaMapping
    List<String> remarks(DirectoryImport directoryImport, Locale locale) {
        return directoryImport.remarks().stream()
                .map(remark ->
                        texts.get(remark.key(), locale, remark.arguments().toArray()))
                .toList();
    }

    @SchemaMapping
    Connection<ImportedRow> rows(
            DirectoryImport directoryImport,
            @Argument @Nullable ImportOutcome outcome,
            @Argument int first,
            @Argument @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(DirectoryImports.LIST, DirectoryImports.LIST_KEYS, first, after);
        return imports.rows(directoryImport, outcome, page).map(row -> inWords(row, locale));
    }

    private ImportedRow inWords(JudgedRow row, Locale locale) {
        return new ImportedRow(
                row.sheet(),
                row.number(),
                row.outcome(),
                row.label(),
                row.changes().stream().map(change -> inWords(change, locale)).toList(),
                row.problems().stream()
                        .map(problem -> {
                            var key = "directory.import.problem." + problem.kind();
                            var arguments = problem.arguments().toArray();
                            return new ImportProblem(
                                    problem.column(),
                                    texts.get(key + ".reason", locale, arguments),
                                    texts.get(key + ".fix", locale, arguments));
                        })
                        .toList(),
                row.isWritten());
    }

    private ImportedChange inWords(FieldChange change, Locale locale) {
        return new ImportedChange(
                texts.get("directory.field." + change.field(), locale),
                value(change.field(), change.before(), locale),
                value(change.field(), change.after(), locale));
    }

    private @Nullable String value(String field, @Nullable String value, Locale locale) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (field) {
            case "area" -> texts.get("directory.area." + value, locale);
            case "stages" ->
                Arrays.stream(value.split(", "))
                        .map(stage -> texts.get("directory.stage." + stage, locale))
                        .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    record CheckInput(
            UUID id,
            DirectoryTable table,
            SheetInput sheet,
            @Nullable String countyId,
            @Nullable String schoolId) {
        /** The place of rows that tell none, of the sort that the table needs. */
        @Nullable
        String place() {
            var id = table == DirectoryTable.SCHOOLS ? countyId : schoolId;
            var type = table == DirectoryTable.SCHOOLS ? "Region" : "School";
            return id == null ? null : GlobalId.rawOrNobodys(type, id);
        }
    }

    record RunInput(UUID importId, String fingerprint) {}

    /** The payloads of both mutations. */
    record ImportPayload(@Nullable DirectoryImport directoryImport, List<UserError> errors) {}

    /** A row, as its reader sees it. */
    record ImportedRow(
            String sheet,
            int number,
            ImportOutcome outcome,
            String label,
            List<ImportedChange> changes,
            List<ImportProblem> problems,
            boolean isWritten) {}

    /** A value that a row changes. */
    record ImportedChange(
            String field, @Nullable String before, @Nullable String after) {}

    /** Why a row cannot be taken. */
    record ImportProblem(@Nullable String column, String reason, String fix) {}
}
