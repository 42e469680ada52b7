package org.tongke.backend.directory.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.Phrase;

/**
 * A table that somebody handed in, and what became of it.
 *
 * @param id the client's id
 * @param account raw id of the account that handed it in
 * @param table what it lists
 * @param content hash of what was handed in
 * @param usualPlace county of schools, or school of teachers, of rows that tell none; null for none
 * @param charset how its characters were written, which was guessed; null where nothing was
 * @param remarks what of the file was passed over
 * @param state how far it is
 * @param fingerprint of what the dry run found
 * @param next place of the row up to which all are entered
 * @param createdAt when it was handed in
 */
public record DirectoryImport(
        String id,
        String account,
        DirectoryTable table,
        String content,
        @Nullable String usualPlace,
        @Nullable String charset,
        List<Phrase> remarks,
        ImportState state,
        String fingerprint,
        int next,
        Instant createdAt) {

    public DirectoryImport {
        remarks = List.copyOf(remarks);
    }

    DirectoryImport at(ImportState newState, int newNext) {
        return new DirectoryImport(
                id, account, table, content, usualPlace, charset, remarks, newState, fingerprint, newNext, createdAt);
    }

    DirectoryImport tried(String newFingerprint) {
        return new DirectoryImport(
                id, account, table, content, usualPlace, charset, remarks, state, newFingerprint, next, createdAt);
    }
}
