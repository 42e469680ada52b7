package org.tongke.backend.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountStore.Secrets;
import org.tongke.backend.access.AccountStore.Stored;
import org.tongke.backend.access.GrantPlaces.Known;
import org.tongke.backend.access.ImportedRow.Outcome;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.text.PersonNames;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;

/**
 * Enters the people of a school from a table. As many round trips for a row as for hundreds. An account's id follows from school and
 * sign-in name, so that the same table sent twice, or by two at once, enters nobody twice.
 */
@Component
public class AccountImport {
    /** Most rows of a table. */
    static final int MOST_ROWS = 500;

    private final AccountStore store;
    private final Accounts accounts;
    private final AccountEdits edits;
    private final GrantPlaces grantPlaces;
    private final Passwords passwords;

    AccountImport(
            AccountStore store, Accounts accounts, AccountEdits edits, GrantPlaces grantPlaces, Passwords passwords) {
        this.store = store;
        this.accounts = accounts;
        this.edits = edits;
        this.grantPlaces = grantPlaces;
        this.passwords = passwords;
    }

    /**
     * Says what comes of each row, and does it if it is to be done.
     *
     * @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, BATCH_TOO_LARGE, MALFORMED for a table that is not one of people
     */
    public List<ImportedRow> run(String schoolId, GivenFile file, boolean commit, Viewer viewer) {
        var known = known(schoolId, viewer);
        var table = PeopleTable.find(file)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(ErrorCode.MALFORMED, List.of("table"), new Phrase("access.import.heads"))));
        if (table.rows().size() > MOST_ROWS) {
            throw new RefusedException(Refusal.of(ErrorCode.BATCH_TOO_LARGE, List.of("table"), MOST_ROWS));
        }
        var checked = check(table, schoolId, known, viewer);
        return commit ? enter(checked, schoolId, viewer) : checked;
    }

    private Known known(String schoolId, Viewer viewer) {
        var grant = grant(Role.TEACHER, schoolId);
        var known = grantPlaces.of(List.of(grant));
        if (known.find(grant).isEmpty()) {
            throw new RefusedException(Refusal.notFound("schoolId"));
        }
        if (!Offices.manages(viewer, grant, known)) {
            throw new RefusedException(Refusal.of(ErrorCode.NOT_YOUR_OFFICE, List.of("schoolId")));
        }
        return known;
    }

    private static Grant grant(Role role, String schoolId) {
        return Grant.at(role, PlaceKey.school(schoolId));
    }

    private List<ImportedRow> check(PeopleTable table, String schoolId, Known known, Viewer viewer) {
        var there = find(table.rows());
        var seen = new HashSet<String>();
        return table.rows().stream()
                .map(row -> check(row, table, schoolId, known, viewer, there, seen))
                .toList();
    }

    private Map<String, Stored> find(List<ImportedRow> rows) {
        var names = rows.stream().map(ImportedRow::signInName).collect(Collectors.toSet());
        return store.findBySignInNames(names).stream()
                .collect(Collectors.toMap(stored -> stored.account().signInName(), Function.identity()));
    }

    private static ImportedRow check(
            ImportedRow row,
            PeopleTable table,
            String schoolId,
            Known known,
            Viewer viewer,
            Map<String, Stored> there,
            Set<String> seen) {
        var suggestion = suggestion(row.name());
        if (row.name().isEmpty() || row.name().length() > AccountEdits.LONGEST_NAME) {
            return row.wrong(table.nameColumn(), "name", AccountEdits.LONGEST_NAME);
        }
        if (row.signInName().isEmpty()) {
            return row.wrong(table.signInColumn(), "noSignInName", suggestion);
        }
        if (!AccountEdits.SIGN_IN_NAME.matcher(row.signInName()).matches()) {
            return row.wrong(table.signInColumn(), "signInName", suggestion);
        }
        if (!seen.add(row.signInName())) {
            return row.wrong(table.signInColumn(), "twice", suggestion + "2");
        }
        if (row.role() == null) {
            return row.wrong(table.roleColumn(), "role");
        }
        if (!Offices.manages(viewer, grant(row.role(), schoolId), known)) {
            return row.wrong(table.roleColumn(), "office");
        }
        var account = there.get(row.signInName());
        if (account == null) {
            return row;
        }
        var isSame = account.account().name().equals(row.name())
                && account.account().grants().contains(grant(row.role(), schoolId));
        return isSame ? row.as(Outcome.UNCHANGED, null) : row.wrong(table.signInColumn(), "taken", suggestion + "2");
    }

    /** A sign-in name that is one: the pinyin of a name without what may not be in it. */
    private static String suggestion(String name) {
        var letters = PersonNames.pinyin(name).replaceAll("[^\\p{L}\\p{N}._-]", "");
        return AccountEdits.SIGN_IN_NAME.matcher(letters).matches() ? letters : letters + "001";
    }

    private List<ImportedRow> enter(List<ImportedRow> checked, String schoolId, Viewer viewer) {
        var codes = new HashMap<String, String>();
        var wanted = new ArrayList<Stored>();
        for (var row : checked) {
            if (row.outcome() == Outcome.ADD && row.role() != null) {
                var code = passwords.newCode();
                codes.put(row.signInName(), code);
                wanted.add(edits.coded(account(row, row.role(), schoolId), code, ""));
            }
        }
        if (wanted.isEmpty()) {
            return checked;
        }
        accounts.writeNew(wanted, Origin.of(viewer));
        // somebody may have been faster with some of them: then the code is not ours
        var there = find(checked);
        return checked.stream()
                .map(row -> row.outcome() == Outcome.ADD ? entered(row, codes, there) : row)
                .toList();
    }

    private static ImportedRow entered(ImportedRow row, Map<String, String> codes, Map<String, Stored> there) {
        var code = codes.get(row.signInName());
        var stored = there.get(row.signInName());
        var isOurs = code != null
                && stored != null
                && Passwords.isCode(
                        stored.account().id(), code, stored.secrets().startCodeHash());
        return isOurs ? row.as(Outcome.ADDED, code) : row.as(Outcome.UNCHANGED, null);
    }

    private static Stored account(ImportedRow row, Role role, String schoolId) {
        var id = UUID.nameUUIDFromBytes((schoolId + "\n" + row.signInName()).getBytes(StandardCharsets.UTF_8));
        var account = Account.of(id.toString(), row.name(), row.signInName(), List.of(grant(role, schoolId)), null);
        return new Stored(account, Secrets.NONE);
    }
}
