package org.tongke.backend.base.sheet;

import java.util.List;

/**
 * A sheet as an office filled it in.
 *
 * @param name its name; empty for a text, which has one sheet without a name
 * @param isHidden whether programs for tables do not show it
 * @param rows those in which something is, in their order
 */
public record GivenSheet(String name, boolean isHidden, List<GivenRow> rows) {
    public GivenSheet {
        rows = List.copyOf(rows);
    }
}
