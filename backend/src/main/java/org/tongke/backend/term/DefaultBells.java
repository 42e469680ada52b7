package org.tongke.backend.term;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The product's bell schedules ({@code term/bells.csv}), held in memory. */
@Component
class DefaultBells {
    private static final String FILE = "term/bells.csv";

    private final Map<Stage, BellSchedule> byStage = read();

    /** Which years of school a school has, as its name says. */
    enum Stage {
        PRIMARY,
        JUNIOR,
        SENIOR;

        static Stage of(String schoolName) {
            if (schoolName.contains("高中") || schoolName.contains("高级中学")) {
                return SENIOR;
            }
            return schoolName.contains("中学") || schoolName.contains("初中") ? JUNIOR : PRIMARY;
        }
    }

    /** The schedule of a school with a name. */
    BellSchedule of(String schoolName) {
        return Objects.requireNonNull(byStage.get(Stage.of(schoolName)));
    }

    private static Map<Stage, BellSchedule> read() {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            return csv.stream()
                    .collect(Collectors.groupingBy(
                            row -> Stage.valueOf(row.getField("stage")),
                            Collectors.collectingAndThen(Collectors.toList(), DefaultBells::schedule)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BellSchedule schedule(List<NamedCsvRecord> rows) {
        return new BellSchedule(
                null,
                rows.stream()
                        .map(row -> new Period(
                                Integer.parseInt(row.getField("number")),
                                null,
                                LocalTime.parse(row.getField("from")),
                                LocalTime.parse(row.getField("to"))))
                        .toList());
    }
}
