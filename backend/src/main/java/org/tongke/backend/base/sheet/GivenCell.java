package org.tongke.backend.base.sheet;

/**
 * A cell as an office filled it in.
 *
 * @param text what it says, without spaces around it; a number without a fraction that is nought and without exponent, a day as
 *     {@code 2021-04-15}, of a formula what it gave when the file was kept; empty for nothing
 * @param kind how it says it
 */
public record GivenCell(String text, Kind kind) {
    /** Nothing. */
    public static final GivenCell EMPTY = new GivenCell("", Kind.TEXT);

    /** How a cell says what it says. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number that is shown as a day or a time. */
        DAY,
        /** A formula, whose result may be of any kind and of another day. */
        FORMULA,
        /** What a formula that failed leaves, as in {@code #REF!}. */
        FAULT
    }

    /** Whether there is nothing in it. A formula is something, even if nobody has reckoned it. */
    public boolean isEmpty() {
        return text.isEmpty() && kind != Kind.FORMULA;
    }

    static GivenCell text(String text) {
        return text.isBlank() ? EMPTY : new GivenCell(text.strip(), Kind.TEXT);
    }
}
