package org.tongke.backend.directory.intake;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be taken.
 *
 * @param kind what is wrong
 * @param column column in which it stands, as programs for tables name it; null where it is the row as a whole
 * @param arguments what the words name
 */
public record RowProblem(ProblemKind kind, @Nullable String column, List<String> arguments) {
    private static final String KIND = "kind";
    private static final String COLUMN = "column";
    private static final String ARGUMENTS = "arguments";

    public RowProblem {
        arguments = List.copyOf(arguments);
    }

    Document toDocument() {
        return new Document(KIND, kind.name()).append(COLUMN, column).append(ARGUMENTS, arguments);
    }

    static RowProblem from(Document stored) {
        return new RowProblem(
                ProblemKind.valueOf(stored.getString(KIND)),
                stored.getString(COLUMN),
                stored.getList(ARGUMENTS, String.class));
    }
}
