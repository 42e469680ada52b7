package org.tongke.frontend.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.CheckDirectoryImportGraphQLQuery;
import org.tongke.frontend.contract.client.CheckDirectoryImportProjectionRoot;
import org.tongke.frontend.contract.client.DirectoryImportGraphQLQuery;
import org.tongke.frontend.contract.client.DirectoryImportProjectionRoot;
import org.tongke.frontend.contract.client.RunDirectoryImportGraphQLQuery;
import org.tongke.frontend.contract.client.RunDirectoryImportProjectionRoot;
import org.tongke.frontend.contract.types.CheckDirectoryImportInput;
import org.tongke.frontend.contract.types.CheckDirectoryImportPayload;
import org.tongke.frontend.contract.types.DirectoryImport;
import org.tongke.frontend.contract.types.DirectoryTable;
import org.tongke.frontend.contract.types.ImportOutcome;
import org.tongke.frontend.contract.types.RunDirectoryImportInput;
import org.tongke.frontend.contract.types.RunDirectoryImportPayload;
import org.tongke.frontend.contract.types.SheetInput;

/** Tables of schools and teachers: tried, shown, entered. Commands throw {@link RefusedException}. */
@Component
public class Imports {
    /** Rows of a page. */
    static final int PAGE = 50;

    private final Backend backend;

    public Imports(Backend backend) {
        this.backend = backend;
    }

    /** Tries a table. */
    void check(UUID id, DirectoryTable table, SheetInput sheet, @Nullable String countyId, @Nullable String schoolId) {
        var wanted = new CheckDirectoryImportProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = CheckDirectoryImportInput.newBuilder()
                .id(id)
                .table(table)
                .sheet(sheet)
                .countyId(countyId)
                .schoolId(schoolId)
                .build();
        RefusedException.throwIfAny(backend.get(
                        CheckDirectoryImportGraphQLQuery.newRequest()
                                .input(input)
                                .build(),
                        wanted,
                        CheckDirectoryImportPayload.class)
                .getErrors());
    }

    /** What became of a table, with the next rows of one outcome. */
    DirectoryImport get(UUID id, ImportOutcome outcome, @Nullable String after) {
        var wanted = new DirectoryImportProjectionRoot<>();
        wanted.id().charset().fingerprint().remarks();
        wanted.state();
        wanted.counts().add().change().unchanged().problem().written();
        var rows = wanted.rows(outcome, PAGE, after);
        rows.pageInfo().hasNextPage().endCursor();
        var row = rows.edges().node().sheet().number().label().isWritten();
        row.changes().field().before().after();
        row.problems().column().reason().fix();
        return backend.get(DirectoryImportGraphQLQuery.newRequest().id(id).build(), wanted, DirectoryImport.class);
    }

    /** Enters the next rows. */
    DirectoryImport run(UUID id, String fingerprint) {
        var wanted = new RunDirectoryImportProjectionRoot<>();
        wanted.errors().path().message().code();
        var one = wanted.directoryImport().id().fingerprint();
        one.state();
        one.counts().add().change().unchanged().problem().written();
        var input = RunDirectoryImportInput.newBuilder()
                .importId(id)
                .fingerprint(fingerprint)
                .build();
        var payload = backend.get(
                RunDirectoryImportGraphQLQuery.newRequest().input(input).build(),
                wanted,
                RunDirectoryImportPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getDirectoryImport();
    }
}
