package org.tongke.backend.directory.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;

/**
 * Tables of schools and teachers: tried first, then entered in steps. A step can be repeated, and whoever was killed in one goes on with it:
 * each row is judged again before it is written, so that one that was entered says what stands.
 */
@Component
public class DirectoryImports {
    /** Name of the list of rows for page requests. */
    public static final String LIST = ImportStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 1;

    /** Rows that a step enters at most. */
    public static final int STEP = 1_000;

    private static final int TRIES = 5;

    private final ImportStore store;
    private final SchoolJudge schoolJudge;
    private final TeacherJudge teacherJudge;
    private final Schools schools;
    private final Teachers teachers;
    private final Regions regions;
    private final Clock clock;

    DirectoryImports(
            ImportStore store,
            SchoolJudge schoolJudge,
            TeacherJudge teacherJudge,
            Schools schools,
            Teachers teachers,
            Regions regions,
            Clock clock) {
        this.store = store;
        this.schoolJudge = schoolJudge;
        this.teacherJudge = teacherJudge;
        this.schools = schools;
        this.teachers = teachers;
        this.regions = regions;
        this.clock = clock;
    }

    /** An import of the viewer's own. */
    public Optional<DirectoryImport> find(String id, Viewer viewer) {
        return store.find(id, viewer.requireAccount());
    }

    /** How many rows of an import there are of each sort. One round trip. */
    public ImportCounts count(DirectoryImport one) {
        return store.count(one.id());
    }

    /** Rows of an import in the order of the file; null for any outcome. One round trip. */
    public Connection<JudgedRow> rows(DirectoryImport one, @Nullable ImportOutcome outcome, PageRequest page) {
        return Connection.of(store.list(one.id(), outcome, page), page, ImportStore::cursorOf);
    }

    /**
     * Tries a table: nothing is entered.
     *
     * @param id the client's id of it
     * @param usualPlace raw id of the school of teachers, or code of the county of schools, of rows that tell none; null for none
     * @param scope where the viewer may enter them
     * @throws RefusedException MALFORMED where the file has no such table, NOT_FOUND, ID_REUSED
     */
    public DirectoryImport check(
            String id, DirectoryTable table, GivenFile file, @Nullable String usualPlace, Viewer viewer, Scope scope) {
        var content = Sha256.of(table + " " + usualPlace + " " + file);
        var standing = store.find(id);
        if (standing.isPresent()) {
            return standing.filter(found -> found.account().equals(viewer.account())
                            && found.content().equals(content))
                    .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
        }
        checkPlace(table, usualPlace, scope);
        var entries = GivenEntries.read(file, table, "sheet");
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var fresh = new DirectoryImport(
                id,
                viewer.requireAccount(),
                table,
                content,
                usualPlace,
                file.charset(),
                entries.remarks(),
                ImportState.CHECKED,
                "",
                0,
                now);
        var fingerprint = tryAll(fresh, place -> part(entries.rows(), place), scope);
        var tried = fresh.tried(fingerprint);
        // last, so that an import that is there is whole
        store.put(tried);
        return tried;
    }

    private void checkPlace(DirectoryTable table, @Nullable String place, Scope scope) {
        if (place == null) {
            return;
        }
        var there = table == DirectoryTable.SCHOOLS
                ? regions.find(place)
                        .filter(region -> scope.covers(region.places()))
                        .isPresent()
                : schools.find(place, scope).isPresent();
        if (!there) {
            throw refused(ErrorCode.NOT_FOUND, table == DirectoryTable.SCHOOLS ? "countyId" : "schoolId");
        }
    }

    /**
     * Judges all rows and keeps what becomes of them; answers with the fingerprint of that.
     *
     * @param after the next rows behind a place; none at the end
     */
    private String tryAll(DirectoryImport one, Function<Integer, List<GivenEntry>> after, Scope scope) {
        var digest = Sha256.digest();
        var seen = new HashMap<String, Integer>();
        for (var part = after.apply(0);
                !part.isEmpty();
                part = after.apply(part.getLast().place())) {
            var judged = judge(one, part, scope, seen);
            judged.forEach(row -> digest.update(row.line().getBytes(StandardCharsets.UTF_8)));
            store.putRows(one.id(), judged, one.createdAt());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<JudgedRow> judge(DirectoryImport one, List<GivenEntry> rows, Scope scope, Map<String, Integer> seen) {
        return switch (one.table()) {
            case SCHOOLS ->
                schoolJudge.judge(rows, county(one), scope, seen).stream()
                        .map(Judged::row)
                        .toList();
            case TEACHERS ->
                teacherJudge.judge(rows, school(one), scope, seen).stream()
                        .map(Judged::row)
                        .toList();
        };
    }

    private @Nullable Region county(DirectoryImport one) {
        return one.usualPlace() == null ? null : regions.get(one.usualPlace());
    }

    private @Nullable School school(DirectoryImport one) {
        return one.usualPlace() == null
                ? null
                : schools.find(one.usualPlace(), Scope.EVERYWHERE).orElse(null);
    }

    /** Rows count from 1, so that the place of one is the index of the next. */
    private static List<GivenEntry> part(List<GivenEntry> all, int place) {
        return all.subList(place, Math.min(all.size(), place + STEP));
    }

    /**
     * Enters the next rows of an import, at most {@value #STEP}. Repeat it until the import is done; rows that cannot be taken hold up
     * nobody.
     *
     * @param fingerprint what the viewer saw
     * @throws RefusedException NOT_FOUND, IMPORT_STALE where the dry run would find something else now; it is tried again
     */
    public DirectoryImport run(String id, String fingerprint, Viewer viewer, Scope scope) {
        var one = find(id, viewer).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "importId"));
        if (!one.fingerprint().equals(fingerprint)) {
            throw refused(ErrorCode.IMPORT_STALE, "fingerprint");
        }
        if (one.state() == ImportState.DONE) {
            return one;
        }
        if (one.state() == ImportState.CHECKED) {
            checkIsAsSeen(one, scope);
            // before anything is entered: a run that was cut off is gone on with, though the table now changes less
            store.moveOn(one.id(), one.next(), one.next(), ImportState.RUNNING);
        }
        var rows = store.findAfter(one.id(), one.next(), true, STEP);
        enter(one, rows, viewer, scope);
        KillPoint.reached("import.noted");
        var state = rows.size() < STEP ? ImportState.DONE : ImportState.RUNNING;
        var next = rows.isEmpty() ? one.next() : rows.getLast().given().place();
        store.moveOn(one.id(), one.next(), next, state);
        return one.at(state, next);
    }

    private void checkIsAsSeen(DirectoryImport one, Scope scope) {
        var again = tryAll(
                one,
                place -> store.findAfter(one.id(), place, false, STEP).stream()
                        .map(JudgedRow::given)
                        .toList(),
                scope);
        if (!again.equals(one.fingerprint())) {
            store.put(one.tried(again));
            throw refused(ErrorCode.IMPORT_STALE, "fingerprint");
        }
    }

    private void enter(DirectoryImport one, List<JudgedRow> rows, Viewer viewer, Scope scope) {
        var by = Origin.of(viewer, viewer.name(), "import");
        var given = rows.stream().map(JudgedRow::given).toList();
        var done = switch (one.table()) {
            case SCHOOLS ->
                write(
                        given,
                        some -> schoolJudge.judge(some, county(one), scope, new HashMap<>()),
                        changes -> schools.write(changes, by));
            case TEACHERS ->
                write(
                        given,
                        some -> teacherJudge.judge(some, school(one), scope, new HashMap<>()),
                        changes -> teachers.write(changes, by));
        };
        KillPoint.reached("import.written");
        // shown stays what a row was to change, not that it stands now
        var byProblem = done.stream().collect(Collectors.partitioningBy(row -> row.outcome() == ImportOutcome.PROBLEM));
        store.putRows(one.id(), byProblem.getOrDefault(true, List.of()), one.createdAt());
        store.markWritten(one.id(), byProblem.getOrDefault(false, List.of()));
    }

    /** Judges rows and writes them. Where somebody else is in between, once more; who is never first is told. */
    private static <C> List<JudgedRow> write(
            List<GivenEntry> rows, Function<List<GivenEntry>, List<Judged<C>>> judge, Predicate<Collection<C>> write) {
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            var judged = judge.apply(rows);
            var changes =
                    judged.stream().map(Judged::change).filter(Objects::nonNull).toList();
            if (write.test(changes)) {
                return judged.stream().map(Judged::row).toList();
            }
        }
        return rows.stream().map(row -> writeAlone(row, judge, write)).toList();
    }

    private static <C> JudgedRow writeAlone(
            GivenEntry row, Function<List<GivenEntry>, List<Judged<C>>> judge, Predicate<Collection<C>> write) {
        var judged = judge.apply(List.of(row)).getFirst();
        return judged.change() == null || write.test(List.of(judged.change()))
                ? judged.row()
                : judged.row().failed(new RowProblem(ProblemKind.CHANGED_MEANWHILE, null, List.of()));
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
