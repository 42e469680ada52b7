package org.tongke.backend.base;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The data files that come with the product, by their path on the class path, as in {@code directory/regions.csv}. UTF-8. */
public final class ProductFiles {

    private ProductFiles() {}

    /** Opens a file. Throws {@link IllegalArgumentException} if the product has none there. The caller closes it. */
    public static InputStream open(String path) {
        var file = ProductFiles.class.getResourceAsStream("/" + path);
        if (file == null) {
            throw new IllegalArgumentException("the product has no " + path);
        }
        return file;
    }

    /** What the rows of a CSV file say, in their order; its first line names the columns. */
    public static <T> List<T> rows(String path, Function<NamedCsvRecord, T> read) {
        return rows(open(path), read);
    }

    /** The same of a file that comes from elsewhere, which is closed. */
    public static <T> List<T> rows(InputStream file, Function<NamedCsvRecord, T> read) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().map(read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file as a whole. */
    public static String text(String path) {
        try (var file = open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
