package org.tongke.backend.community.programme;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tongke.backend.base.ProductFiles;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The programmes that come with the product, as files under {@code programme/<year>/}; the README there says what they hold. */
public final class ProgrammeFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Head(
            Wording name, String notice, LocalDate from, LocalDate to, ZoneId zone, LocalDate keepFilesUntil) {}

    private ProgrammeFiles() {}

    /**
     * Reads a year's programme.
     *
     * @throws IllegalArgumentException if the product has none for the year, or a file is not well formed
     */
    public static Programme get(int year) {
        var head = json(year, "programme.json", Head.class);
        return new Programme(
                year,
                head.name(),
                head.notice(),
                head.from(),
                head.to(),
                head.zone(),
                head.keepFilesUntil(),
                new Targets(ProductFiles.rows(path(year, "targets.csv"), ProgrammeFiles::target)),
                json(year, "standard.json", Standard.class),
                ProductFiles.rows(path(year, "milestones.csv"), ProgrammeFiles::milestone),
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
                Milestone.Level.valueOf(row.getField("level")),
                row.getField("responsible"),
                row.getField("place"),
                new Wording(row.getField("what_zh"), row.getField("what_en")));
    }

    private static <T> T json(int year, String name, Class<T> type) {
        return JSON.readValue(ProductFiles.text(path(year, name)), type);
    }

    private static String path(int year, String name) {
        return "programme/" + year + "/" + name;
    }
}
