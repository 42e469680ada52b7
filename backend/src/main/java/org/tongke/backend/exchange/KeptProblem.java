package org.tongke.backend.exchange;

import java.util.List;
import org.bson.Document;
import org.tongke.backend.base.error.ErrorCode;

/** A problem as it is stored: its words are made anew in the language of whoever reads it. */
final class KeptProblem {

    private KeptProblem() {}

    static Document write(RowProblem problem) {
        return new Document("code", problem.code().name())
                .append("path", problem.path())
                .append(
                        "arguments",
                        problem.arguments().stream().map(Object::toString).toList())
                .append("fix", problem.fix())
                .append("candidates", problem.candidates());
    }

    static RowProblem read(Document stored) {
        return new RowProblem(
                ErrorCode.valueOf(stored.getString("code")),
                stored.getList("path", String.class),
                List.copyOf(stored.getList("arguments", String.class)),
                stored.getString("fix"),
                // rows of before have none
                stored.getList("candidates", String.class, List.of()));
    }
}
