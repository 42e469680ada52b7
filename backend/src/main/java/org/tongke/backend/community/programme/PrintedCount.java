package org.tongke.backend.community.programme;

/** A cell of annex 1, in which a number, a "/" and a blank are three different things. */
public sealed interface PrintedCount {

    /** A printed number; 0 where a 0 is printed. */
    record Number(int value) implements PrintedCount {
        public Number {
            if (value < 0) {
                throw new IllegalArgumentException("annex 1 prints no " + value);
            }
        }
    }

    /** A printed "/": the unit has no task. */
    record Slash() implements PrintedCount {}

    /** Nothing printed. */
    record Blank() implements PrintedCount {}

    /**
     * Reads a cell of {@code targets.csv}.
     *
     * @throws IllegalArgumentException if it is not empty, a "/" or a number that would be printed just so
     */
    static PrintedCount of(String cell) {
        PrintedCount count = switch (cell) {
            case "" -> new Blank();
            case "/" -> new Slash();
            default -> new Number(Integer.parseInt(cell));
        };
        if (!count.printed().equals(cell)) {
            throw new IllegalArgumentException("not as printed: " + cell);
        }
        return count;
    }

    /** The cell as the notice prints it; empty for a blank. */
    default String printed() {
        return switch (this) {
            case Number number -> Integer.toString(number.value());
            case Slash _ -> "/";
            case Blank _ -> "";
        };
    }

    /** What the cell adds to a sum: "/" and blank add nothing. */
    default int orZero() {
        return this instanceof Number number ? number.value() : 0;
    }
}
