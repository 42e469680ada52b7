package org.tongke.backend.base.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * A table in a request: the input of this name in the schema.
 *
 * @param content bytes of a file
 * @param text what was pasted
 */
public record SheetInput(
        byte @Nullable [] content, @Nullable String text) {

    /**
     * Reads it.
     *
     * @param path where in the input it stands
     * @throws RefusedException REQUIRED for nothing and for both at once, FILE_EMPTY, FILE_TOO_LARGE, FILE_MACROS,
     *     FILE_OLD_OR_LOCKED, FILE_BROKEN, FILE_UNPACKS_TOO_LARGE, FILE_NOT_A_TABLE, SHEET_TOO_LARGE
     */
    public GivenFile read(String... path) {
        if (content == null == (text == null)) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of(path)));
        }
        return content == null ? GivenFiles.ofText(text, path) : GivenFiles.ofBytes(content, path);
    }
}
