package org.tongke.backend.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;

/**
 * What is wrong with a row.
 *
 * @param code what went wrong, for a program
 * @param path where in the batch, from the outside in
 * @param arguments what the sentence names
 * @param fix what to do about it: key of the words under {@code exchange.fix}
 * @param candidates raw ids of those who could be meant, where there are several; else empty
 */
public record RowProblem(ErrorCode code, List<String> path, List<Object> arguments, String fix, List<String> candidates)
        implements Refusal {

    RowProblem(ErrorCode code, List<String> path, List<Object> arguments, String fix) {
        this(code, path, arguments, fix, List.of());
    }

    public RowProblem {
        candidates = List.copyOf(candidates);
        path = List.copyOf(path);
        arguments = List.copyOf(arguments);
    }

    /** The problem as it is seen one level further out. */
    RowProblem in(String... outer) {
        return new RowProblem(
                code, Stream.concat(Stream.of(outer), path.stream()).toList(), arguments, fix, candidates);
    }

    /** The problem of a row as it is seen in the batch. */
    RowProblem inRow(int index) {
        return in("activities", Integer.toString(index));
    }

    static RowProblem discarded() {
        return new RowProblem(ErrorCode.ROW_DISCARDED, List.of("revision"), List.of(), "ROW_DISCARDED");
    }

    static RowProblem revisionReused(long revision) {
        return new RowProblem(ErrorCode.REVISION_REUSED, List.of("revision"), List.of(revision), "REVISION_REUSED");
    }
}
