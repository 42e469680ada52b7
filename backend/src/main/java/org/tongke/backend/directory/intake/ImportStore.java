package org.tongke.backend.directory.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;

/**
 * The collections {@code directoryImports} and {@code directoryImportRows}. Both go away by themselves. Not sharded: a few at a time.
 */
@Component
class ImportStore {
    /** Name of the list of rows for cursors. */
    static final String LIST = "directoryImportRows";

    private static final long KEPT_DAYS = 30;

    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String TABLE = "table";
    private static final String CONTENT = "content";
    private static final String USUAL = "usualPlace";
    private static final String CHARSET = "charset";
    private static final String REMARKS = "remarks";
    private static final String STATE = "state";
    private static final String FINGERPRINT = "fingerprint";
    private static final String NEXT = "next";
    private static final String CREATED_AT = "createdAt";
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";

    private static final String IMPORT = "import";
    private static final String PLACE = "place";
    private static final String SHEET = "sheet";
    private static final String NUMBER = "number";
    private static final String HIDDEN = "hidden";
    private static final String CELLS = "cells";
    private static final String LETTERS = "letters";
    private static final String OUTCOME = "outcome";
    private static final String LABEL = "label";
    private static final String CHANGES = "changes";
    private static final String PROBLEMS = "problems";
    private static final String WRITTEN = "written";
    private static final String COUNT = "count";

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> rows;

    ImportStore(MongoDatabase database) {
        imports = database.getCollection("directoryImports");
        imports.createIndex(Indexes.ascending(CREATED_AT), goesAway());
        rows = database.getCollection("directoryImportRows");
        rows.createIndex(Indexes.ascending(CREATED_AT), goesAway());
        // findAfter(): the next ones to enter; count(): all of an import
        rows.createIndex(Indexes.ascending(IMPORT, PLACE), new IndexOptions().name("import_place"));
        // list(): those of one outcome
        rows.createIndex(Indexes.ascending(IMPORT, OUTCOME, PLACE), new IndexOptions().name("import_outcome_place"));
    }

    private static IndexOptions goesAway() {
        return new IndexOptions().name("goesAway").expireAfter(KEPT_DAYS, TimeUnit.DAYS);
    }

    Optional<DirectoryImport> find(String id, String account) {
        return Optional.ofNullable(imports.find(Filters.and(Filters.eq(ID, id), Filters.eq(ACCOUNT, account)))
                        .first())
                .map(ImportStore::read);
    }

    Optional<DirectoryImport> find(String id) {
        return Optional.ofNullable(imports.find(Filters.eq(ID, id)).first()).map(ImportStore::read);
    }

    void put(DirectoryImport one) {
        imports.replaceOne(Filters.eq(ID, one.id()), write(one), new ReplaceOptions().upsert(true));
    }

    /** Moves an import on, if nobody else has moved it further. */
    void moveOn(String id, int from, int to, ImportState state) {
        imports.updateOne(
                Filters.and(Filters.eq(ID, id), Filters.lte(NEXT, from)),
                Updates.combine(Updates.set(NEXT, to), Updates.set(STATE, state.name())));
    }

    void putRows(String id, Collection<JudgedRow> judged, Instant createdAt) {
        var writes = judged.stream()
                .map(row -> new ReplaceOneModel<>(
                        Filters.eq(ID, rowId(id, row)), write(id, row, createdAt), new ReplaceOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes);
        }
    }

    /** Says that rows were entered. */
    void markWritten(String id, Collection<JudgedRow> written) {
        var places = written.stream().map(row -> row.given().place()).toList();
        rows.updateMany(Filters.and(Filters.eq(IMPORT, id), Filters.in(PLACE, places)), Updates.set(WRITTEN, true));
    }

    /** Rows of an import that are to be entered, or all of them, behind a place. */
    List<JudgedRow> findAfter(String id, int place, boolean onlyToWrite, int limit) {
        var wanted = new ArrayList<>(List.of(Filters.eq(IMPORT, id), Filters.gt(PLACE, place)));
        if (onlyToWrite) {
            wanted.add(Filters.in(OUTCOME, ImportOutcome.ADD.name(), ImportOutcome.CHANGE.name()));
        }
        return Found.all(
                rows.find(Filters.and(wanted)).sort(Indexes.ascending(PLACE)).limit(limit), ImportStore::readRow);
    }

    List<JudgedRow> list(String id, @Nullable ImportOutcome outcome, PageRequest page) {
        var wanted = new ArrayList<>(List.of(Filters.eq(IMPORT, id)));
        if (outcome != null) {
            wanted.add(Filters.eq(OUTCOME, outcome.name()));
        }
        page.after().ifPresent(cursor -> wanted.add(Filters.gt(PLACE, placeOf(cursor))));
        return Found.all(
                rows.find(Filters.and(wanted)).sort(Indexes.ascending(PLACE)).limit(page.limit()),
                ImportStore::readRow);
    }

    ImportCounts count(String id) {
        var counts = new EnumMap<ImportOutcome, Integer>(ImportOutcome.class);
        var written = 0;
        for (var group : rows.aggregate(List.of(
                Aggregates.match(Filters.eq(IMPORT, id)),
                Aggregates.group(
                        new Document(OUTCOME, "$" + OUTCOME).append(WRITTEN, "$" + WRITTEN),
                        Accumulators.sum(COUNT, 1))))) {
            var key = group.get(ID, Document.class);
            var count = group.get(COUNT, Number.class).intValue();
            counts.merge(ImportOutcome.valueOf(key.getString(OUTCOME)), count, Integer::sum);
            written += key.getBoolean(WRITTEN) ? count : 0;
        }
        return new ImportCounts(
                counts.getOrDefault(ImportOutcome.ADD, 0),
                counts.getOrDefault(ImportOutcome.CHANGE, 0),
                counts.getOrDefault(ImportOutcome.UNCHANGED, 0),
                counts.getOrDefault(ImportOutcome.PROBLEM, 0),
                written);
    }

    static Cursor cursorOf(JudgedRow row) {
        return Cursor.of(LIST, String.valueOf(row.given().place()));
    }

    private static int placeOf(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.keys().getFirst());
        } catch (NumberFormatException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    private static String rowId(String id, JudgedRow row) {
        return id + "/" + row.given().place();
    }

    private static Document write(DirectoryImport one) {
        return new Document(ID, one.id())
                .append(ACCOUNT, one.account())
                .append(TABLE, one.table().name())
                .append(CONTENT, one.content())
                .append(USUAL, one.usualPlace())
                .append(CHARSET, one.charset())
                .append(
                        REMARKS,
                        Values.documents(
                                one.remarks(),
                                remark -> new Document(KEY, remark.key())
                                        .append(
                                                ARGUMENTS,
                                                remark.arguments().stream()
                                                        .map(Object::toString)
                                                        .toList())))
                .append(STATE, one.state().name())
                .append(FINGERPRINT, one.fingerprint())
                .append(NEXT, one.next())
                .append(CREATED_AT, Date.from(one.createdAt()));
    }

    private static DirectoryImport read(Document stored) {
        return new DirectoryImport(
                stored.getString(ID),
                stored.getString(ACCOUNT),
                DirectoryTable.valueOf(stored.getString(TABLE)),
                stored.getString(CONTENT),
                stored.getString(USUAL),
                stored.getString(CHARSET),
                Values.list(
                        stored,
                        REMARKS,
                        remark -> new Phrase(
                                remark.getString(KEY), List.<Object>copyOf(remark.getList(ARGUMENTS, String.class)))),
                ImportState.valueOf(stored.getString(STATE)),
                stored.getString(FINGERPRINT),
                stored.getInteger(NEXT),
                Values.instant(stored, CREATED_AT));
    }

    private static Document write(String id, JudgedRow row, Instant createdAt) {
        var given = row.given();
        return new Document(ID, rowId(id, row))
                .append(IMPORT, id)
                .append(PLACE, given.place())
                .append(SHEET, given.sheet())
                .append(NUMBER, given.number())
                .append(HIDDEN, given.isHidden())
                .append(CELLS, given.cellsToDocument())
                .append(LETTERS, given.lettersToDocument())
                .append(OUTCOME, row.outcome().name())
                .append(LABEL, row.label())
                .append(CHANGES, Values.documents(row.changes(), FieldChange::toDocument))
                .append(PROBLEMS, Values.documents(row.problems(), RowProblem::toDocument))
                .append(WRITTEN, row.isWritten())
                .append(CREATED_AT, Date.from(createdAt));
    }

    private static JudgedRow readRow(Document stored) {
        var given = GivenEntry.from(
                stored.getInteger(PLACE),
                stored.getString(SHEET),
                stored.getInteger(NUMBER),
                stored.getBoolean(HIDDEN),
                stored.get(CELLS, Document.class),
                stored.get(LETTERS, Document.class));
        return new JudgedRow(
                given,
                ImportOutcome.valueOf(stored.getString(OUTCOME)),
                stored.getString(LABEL),
                Values.list(stored, CHANGES, FieldChange::from),
                Values.list(stored, PROBLEMS, RowProblem::from),
                stored.getBoolean(WRITTEN));
    }
}
