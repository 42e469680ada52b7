package org.tongke.backend.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.access.ImportedRow.Outcome;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Role;

/**
 * Reads a table of a school's people. Its columns are found by their heads, wherever they stand; without heads they are name, sign-in name,
 * role.
 *
 * @param rows what stands below the heads
 * @param signInColumn letter of the column of sign-in names
 * @param nameColumn letter of the column of names
 * @param roleColumn letter of the column of roles
 */
record PeopleTable(List<ImportedRow> rows, String nameColumn, String signInColumn, String roleColumn) {
    private static final List<String> NAMES = List.of("姓名", "教师姓名", "名字", "name");
    private static final List<String> SIGN_IN_NAMES = List.of("登录名", "账号", "帐号", "用户名", "signinname", "sign-inname");
    private static final List<String> ROLES = List.of("角色", "身份", "role");
    private static final List<String> TEACHERS = List.of("", "教师", "老师", "teacher");
    private static final List<String> CLERKS = List.of("学校管理员", "管理员", "文员", "clerk", "schoolclerk");

    /** Empty for a table without heads whose first row is no person. */
    static Optional<PeopleTable> find(GivenFile file) {
        var given = file.sheets().stream()
                .filter(sheet -> !sheet.isHidden())
                .map(sheet -> sheet.rows())
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (int at = 0; at < given.size(); at++) {
            var name = find(given.get(at), NAMES);
            if (name.isPresent()) {
                var signIn = find(given.get(at), SIGN_IN_NAMES).orElse(name.get() + 1);
                var role = find(given.get(at), ROLES);
                return Optional.of(read(given.subList(at + 1, given.size()), name.get(), signIn, role.orElse(null)));
            }
        }
        var plain = read(given, 0, 1, 2);
        return plain.rows().isEmpty() || isPerson(plain.rows().getFirst()) ? Optional.of(plain) : Optional.empty();
    }

    private static boolean isPerson(ImportedRow row) {
        return row.role() != null
                && !row.name().isBlank()
                && AccountEdits.SIGN_IN_NAME.matcher(row.signInName()).matches();
    }

    private static Optional<Integer> find(GivenRow heads, List<String> words) {
        for (int column = 0; column < heads.cells().size(); column++) {
            if (words.contains(Names.normalize(heads.cell(column).text()))) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static PeopleTable read(List<GivenRow> given, int name, int signIn, @Nullable Integer role) {
        var rows = new ArrayList<ImportedRow>();
        for (var row : given) {
            if (!row.isEmpty()) {
                var typed = role == null ? "" : Names.normalize(row.cell(role).text());
                rows.add(new ImportedRow(
                        row.number(),
                        row.cell(name).text(),
                        row.cell(signIn).text().strip().toLowerCase(Locale.ROOT),
                        roleOf(typed),
                        Outcome.ADD,
                        null,
                        null,
                        null));
            }
        }
        return new PeopleTable(
                rows,
                GivenRow.columnName(name),
                GivenRow.columnName(signIn),
                GivenRow.columnName(role == null ? 2 : role));
    }

    private static @Nullable Role roleOf(String typed) {
        if (TEACHERS.contains(typed)) {
            return Role.TEACHER;
        }
        return CLERKS.contains(typed) ? Role.CLERK : null;
    }
}
