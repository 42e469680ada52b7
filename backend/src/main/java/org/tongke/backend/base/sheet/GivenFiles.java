package org.tongke.backend.base.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * Reads tables as offices hand them in: XLSX, CSV in the usual encodings, text pasted from a program for tables. What it is is
 * told by the bytes, whatever the file is called.
 */
public final class GivenFiles {
    /** Bytes of a file, or of a text in UTF-8, at most. */
    public static final int MOST_BYTES = 5 << 20;

    /** Rows of a file at most, over all its sheets. */
    public static final int MOST_ROWS = 30_000;

    /** Columns of a sheet at most; what stands further to the right is not read. */
    public static final int MOST_COLUMNS = 100;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Of files with old tables, and with tables that a password locks. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private GivenFiles() {}

    /**
     * Reads the bytes of a file.
     *
     * @param path where in the input they stand
     * @throws RefusedException FILE_EMPTY, FILE_TOO_LARGE, FILE_MACROS, FILE_OLD_OR_LOCKED, FILE_BROKEN, FILE_UNPACKS_TOO_LARGE,
     *     FILE_NOT_A_TABLE, SHEET_TOO_LARGE
     */
    public static GivenFile ofBytes(byte[] bytes, String... path) {
        check(bytes.length, path);
        if (begins(bytes, OLD)) {
            throw refused(ErrorCode.FILE_OLD_OR_LOCKED, path);
        }
        if (!begins(bytes, ZIP)) {
            return checked(TextReader.of(bytes).orElseThrow(() -> refused(ErrorCode.FILE_NOT_A_TABLE, path)), path);
        }
        try {
            return checked(new GivenFile(null, WorkbookReader.read(bytes)), path);
        } catch (NoWorkbookException none) {
            throw refused(
                    switch (none.reason()) {
                        case TRUNCATED, BROKEN -> ErrorCode.FILE_BROKEN;
                        case TOO_LARGE -> ErrorCode.FILE_UNPACKS_TOO_LARGE;
                        case MACROS -> ErrorCode.FILE_MACROS;
                        case OTHER_TYPE -> ErrorCode.FILE_NOT_A_TABLE;
                    },
                    path);
        }
    }

    /**
     * Reads a text as it was pasted.
     *
     * @param path where in the input it stands
     * @throws RefusedException FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_A_TABLE, SHEET_TOO_LARGE
     */
    public static GivenFile ofText(String text, String... path) {
        check(text.getBytes(StandardCharsets.UTF_8).length, path);
        return checked(TextReader.of(text).orElseThrow(() -> refused(ErrorCode.FILE_NOT_A_TABLE, path)), path);
    }

    private static void check(int bytes, String... path) {
        if (bytes == 0) {
            throw refused(ErrorCode.FILE_EMPTY, path);
        }
        if (bytes > MOST_BYTES) {
            throw refused(ErrorCode.FILE_TOO_LARGE, path, MOST_BYTES >> 20);
        }
    }

    private static GivenFile checked(GivenFile file, String... path) {
        var rows = file.sheets().stream().mapToInt(sheet -> sheet.rows().size()).sum();
        if (rows == 0) {
            throw refused(ErrorCode.FILE_EMPTY, path);
        }
        if (rows > MOST_ROWS) {
            throw refused(ErrorCode.SHEET_TOO_LARGE, path, MOST_ROWS);
        }
        return file;
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static RefusedException refused(ErrorCode code, String[] path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
