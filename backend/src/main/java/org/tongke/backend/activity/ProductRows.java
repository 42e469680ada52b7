package org.tongke.backend.activity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** Rows of the data files under {@code activity/}. */
final class ProductRows {

    private ProductRows() {}

    static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource("activity/" + file).getInputStream(), StandardCharsets.UTF_8))) {
            return csv.stream().map(row).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A data file as a whole. */
    static String text(String file) {
        try {
            return new ClassPathResource("activity/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
