package org.tongke.backend.community.roster.sheet;

import org.tongke.backend.community.roster.SheetPlace;

/**
 * What a cell of the form says.
 *
 * @param text its words as they stand there
 * @param note the remark in its row; empty for none
 * @param place where it stands
 */
public record ReadCell(String text, String note, SheetPlace place) {

    /** Whether nothing is in it. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
