package org.tongke.backend.base.error;

import java.util.List;

/**
 * Why something asked for is not done, as a person can mend it. A room's refusals are records of a sealed interface that
 * extends this one; they carry the data of the sentence, the words come from the message files under {@code error.CODE}.
 */
public interface Refusal {
    /** What went wrong, for a program. */
    ErrorCode code();

    /** Where in the input, from the outside in; empty if it is the request as a whole. */
    default List<String> path() {
        return List.of();
    }

    /** What the sentence names, in the order of its placeholders: values, or a {@link Phrase}. */
    default List<Object> arguments() {
        return List.of();
    }

    /** A refusal that needs no more than a code, a place and what the sentence names. */
    static Refusal of(ErrorCode code, List<String> path, Object... arguments) {
        return new Plain(code, List.copyOf(path), List.of(arguments));
    }

    /** The thing named at a place of the input is not there, or not for the caller. */
    static Refusal notFound(String... path) {
        return new Plain(ErrorCode.NOT_FOUND, List.of(path), List.of());
    }

    /** A refusal that needs no type of its own. */
    record Plain(ErrorCode code, List<String> path, List<Object> arguments) implements Refusal {}
}
