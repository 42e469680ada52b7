package org.tongke.backend.base.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value in a sheet. Each is stored as what it is: a text that begins with = stays a text and is never a formula. */
public sealed interface Cell {

    /** Words. */
    record Text(String words) implements Cell {}

    /** A number of things. */
    record Count(int number) implements Cell {}

    /** A share, 0 for nothing and 1 for all. */
    record Share(double share) implements Cell {}

    /** A day. */
    record Day(LocalDate on) implements Cell {}

    /** Nothing. */
    record Empty() implements Cell {}

    /** A text; nothing for null and for a text without characters. */
    static Cell of(@Nullable String words) {
        return words == null || words.isEmpty() ? new Empty() : new Text(words);
    }

    /** A number; nothing for null. */
    static Cell of(@Nullable Integer number) {
        return number == null ? new Empty() : new Count(number);
    }

    /** A share; nothing for null. */
    static Cell of(@Nullable Double share) {
        return share == null ? new Empty() : new Share(share);
    }

    /** A day; nothing for null. */
    static Cell of(@Nullable LocalDate on) {
        return on == null ? new Empty() : new Day(on);
    }

    /** As a page shows it. */
    default String shown() {
        return switch (this) {
            case Text(var words) -> words;
            case Count(var number) -> Integer.toString(number);
            case Share(var share) -> Math.round(share * 100) + "%";
            case Day(var on) -> on.toString();
            case Empty _ -> "";
        };
    }
}
