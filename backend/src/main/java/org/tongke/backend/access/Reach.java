package org.tongke.backend.access;

/** How far a role reaches at a field; the words of the table's cells. */
enum Reach {
    /** May not. */
    NONE("-"),
    /** May, for what belongs to the account itself. */
    OWN("own"),
    /** May, for what lies at a place of the account or below it. */
    PLACE("place"),
    /** May, wherever it lies. */
    ALL("all");

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    static Reach of(String word) {
        for (var reach : values()) {
            if (reach.word.equals(word)) {
                return reach;
            }
        }
        throw new IllegalArgumentException("not a cell of the table of who may do what: " + word);
    }
}
