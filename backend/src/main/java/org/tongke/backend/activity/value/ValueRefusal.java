package org.tongke.backend.activity.value;

import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What is wrong with a value.
 *
 * @param code what went wrong, for a program
 * @param path where in the input, from the outside in
 * @param arguments what the sentence names
 * @param fix what a supplier can do about it, in a word: key of a sentence of the room {@code exchange}
 */
public record ValueRefusal(ErrorCode code, List<String> path, List<Object> arguments, String fix) implements Refusal {

    public ValueRefusal {
        path = List.copyOf(path);
        arguments = List.copyOf(arguments);
    }

    /** The refusal as it is seen some levels further out. */
    public ValueRefusal in(String... outer) {
        return new ValueRefusal(
                code, Stream.concat(Stream.of(outer), path.stream()).toList(), arguments, fix);
    }

    /** What the reading of a value was refused for. */
    public static ValueRefusal of(RefusedException refused) {
        return (ValueRefusal) refused.refusals().getFirst();
    }
}
