package org.tongke.backend.base.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as an office hands it in.
 *
 * @param charset how its characters were written, which was guessed and should be shown: {@code UTF-8}, {@code GB18030},
 *     {@code UTF-16LE}, {@code UTF-16BE}; null for a workbook and for pasted text, where nothing is guessed
 * @param sheets its sheets in their order
 */
public record GivenFile(@Nullable String charset, List<GivenSheet> sheets) {
    public GivenFile {
        sheets = List.copyOf(sheets);
    }
}
