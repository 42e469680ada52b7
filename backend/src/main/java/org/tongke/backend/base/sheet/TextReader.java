package org.tongke.backend.base.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads CSV and pasted text. The encoding is told by a mark, else it is UTF-8 if the bytes can be that, else GB18030. */
final class TextReader {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final char NUL = '\0';
    private static final char QUOTE = '"';

    /** In the order in which they win where they are equally frequent. */
    private static final char[] SEPARATORS = {'\t', ',', ';'};

    private TextReader() {}

    /** Empty for what is no text. */
    static Optional<GivenFile> of(byte[] bytes) {
        for (var charset : candidates(bytes)) {
            var text = decode(bytes, charset);
            if (text != null) {
                return read(text, charset.name());
            }
        }
        return Optional.empty();
    }

    /** Empty for what is no text. */
    static Optional<GivenFile> of(String text) {
        return read(text, null);
    }

    private static List<Charset> candidates(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, GB18030);
    }

    private static @Nullable String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static Optional<GivenFile> read(String text, @Nullable String charset) {
        var plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        if (plain.indexOf(NUL) >= 0) {
            return Optional.empty();
        }
        var rows = new ArrayList<GivenRow>();
        try (var records = CsvReader.builder()
                .fieldSeparator(separatorOf(plain))
                .skipEmptyLines(false)
                // titles above a table and remarks below it have fewer cells
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(plain)) {
            var number = 0;
            for (var record : records) {
                number++;
                var row = new GivenRow(
                        number,
                        false,
                        record.getFields().stream()
                                .limit(GivenFiles.MOST_COLUMNS)
                                .map(GivenCell::text)
                                .toList());
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (CsvParseException | IOException noTable) {
            return Optional.empty();
        }
        return Optional.of(new GivenFile(charset, List.of(new GivenSheet("", false, rows))));
    }

    /** The most frequent outside of quotes. */
    private static char separatorOf(String text) {
        var counts = new int[SEPARATORS.length];
        var isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == QUOTE) {
                isQuoted = !isQuoted;
            }
            for (int i = 0; !isQuoted && i < SEPARATORS.length; i++) {
                counts[i] += character == SEPARATORS[i] ? 1 : 0;
            }
        }
        var best = 0;
        for (int i = 1; i < SEPARATORS.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS[best];
    }
}
