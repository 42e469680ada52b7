package org.tongke.backend.community.programme;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tongke.backend.base.ProductFiles;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programmes as files: those that come with the product, under {@code programme/<year>/}, where a README says what they hold, and those
 * that an operator adds in a folder of his own.
 */
public final class ProgrammeFiles {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Head(
            Wording name, String notice, LocalDate from, LocalDate to, ZoneId zone, LocalDate keepFilesUntil) {}

    private ProgrammeFiles() {}

    /**
     * Reads a year's programme that comes with the product.
     *
     * @throws IllegalArgumentException if the product has none for the year, or a file is not well formed
     */
    public static Programme get(int year) {
        return read(year, name -> ProductFiles.open("programme/" + year + "/" + name));
    }

    /**
     * Reads the programmes of an operator: a folder for each year, named by it, with the same files.
     *
     * @param folder holds the years' folders; what is not named like a year is left alone
     * @throws IllegalArgumentException if a folder lacks a file or a file is not well formed; it says which
     */
    public static List<Programme> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder of programmes at " + folder);
        }
        try (var years = Files.list(folder)) {
            return years.filter(
                            year -> YEAR.matcher(year.getFileName().toString()).matches())
                    .sorted()
                    .map(ProgrammeFiles::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Programme read(Path year) {
        try {
            return read(Integer.parseInt(year.getFileName().toString()), name -> open(year.resolve(name)));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("the programme in " + year + ": " + malformed.getMessage(), malformed);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("there is no " + file.getFileName(), failure);
        }
    }

    private static Programme read(int year, Function<String, InputStream> files) {
        var head = json(files.apply("programme.json"), Head.class);
        return new Programme(
                year,
                head.name(),
                head.notice(),
                head.from(),
                head.to(),
                head.zone(),
                head.keepFilesUntil(),
                new Targets(ProductFiles.rows(files.apply("targets.csv"), ProgrammeFiles::target)),
                json(files.apply("standard.json"), Standard.class),
                ProductFiles.rows(files.apply("milestones.csv"), ProgrammeFiles::milestone),
                false);
    }

    private static Target target(NamedCsvRecord row) {
        return new Target(
                row.getField("region"),
                Target.Row.valueOf(row.getField("row")),
                row.getField("city"),
                row.getField("unit"),
                count(row, "schools"),
                count(row, "urban"),
                count(row, "town"),
                count(row, "rural"),
                count(row, "existing_merged"),
                count(row, "existing_co_built"),
                count(row, "existing_collaborative"),
                count(row, "new_members"),
                count(row, "new_paired_schools"));
    }

    private static PrintedCount count(NamedCsvRecord row, String column) {
        return PrintedCount.of(row.getField(column));
    }

    private static Milestone milestone(NamedCsvRecord row) {
        String share = row.getField("share_percent");
        return new Milestone(
                row.getField("id"),
                LocalDate.parse(row.getField("from_on")),
                LocalDate.parse(row.getField("due_on")),
                share.isEmpty() ? null : Integer.valueOf(share),
                Milestone.Kind.valueOf(row.getField("kind")),
                Milestone.Level.valueOf(row.getField("level")),
                row.getField("responsible"),
                row.getField("place"),
                new Wording(row.getField("what_zh"), row.getField("what_en")));
    }

    private static <T> T json(InputStream file, Class<T> type) {
        try (file) {
            return JSON.readValue(file, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
