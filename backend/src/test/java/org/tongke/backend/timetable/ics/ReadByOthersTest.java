package org.tongke.backend.timetable.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed means the same to ical4j and to ical.js, which did not write it, wherever the server and the reader stand. */
@Tag("slow")
class ReadByOthersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TimeZone OF_THE_MACHINE = TimeZone.getDefault();
    private static final Instant READ_UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final List<CalendarEvent> EVENTS = List.of(
            event("planned", 1, "2026-11-25T00:30:00Z", "数学；二次函数, 同上", false, false, null),
            event("moved", 2, "2026-11-26T16:10:00Z", "语文", false, false, null),
            event("cancelled", 3, "2026-11-27T01:50:00Z", "英语", true, false, null),
            event("own-once", 1, "2026-11-28T23:50:00Z", "接孩子", false, false, null),
            // in Shanghai already the next day: so it must also be repeated on the weekday of Shanghai
            event("own-weekly", 4, "2026-12-01T22:10:00Z", "教研组会", false, true, LocalDate.parse("2026-12-16")),
            event("own-endless", 2, "2026-12-14T06:00:00Z", "值日", false, true, null));

    private static final String MEANT = """
            planned@tongke 1 CONFIRMED 数学；二次函数, 同上 2026-11-25T00:30:00Z/2026-11-25T01:10:00Z
            moved@tongke 2 CONFIRMED 语文 2026-11-26T16:10:00Z/2026-11-26T16:50:00Z
            cancelled@tongke 3 CANCELLED 英语 2026-11-27T01:50:00Z/2026-11-27T02:30:00Z
            own-once@tongke 1 CONFIRMED 接孩子 2026-11-28T23:50:00Z/2026-11-29T00:30:00Z
            own-weekly@tongke 4 CONFIRMED 教研组会 2026-12-01T22:10:00Z/2026-12-01T22:50:00Z \
            2026-12-08T22:10:00Z/2026-12-08T22:50:00Z 2026-12-15T22:10:00Z/2026-12-15T22:50:00Z
            own-endless@tongke 2 CONFIRMED 值日 2026-12-14T06:00:00Z/2026-12-14T06:40:00Z \
            2026-12-21T06:00:00Z/2026-12-21T06:40:00Z 2026-12-28T06:00:00Z/2026-12-28T06:40:00Z
            """;

    @AfterEach
    void zoneOfTheMachine() {
        TimeZone.setDefault(OF_THE_MACHINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void meansTheSameToIcal4j(String zone) throws IOException, ParserException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var read = new CalendarBuilder().build(new StringReader(file()));
        var events = read.<VEvent>getComponents(Component.VEVENT).stream();
        assertThat(events.map(ReadByOthersTest::line).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(MEANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void meansTheSameToIcalJs(String zone, @TempDir Path folder) throws IOException, InterruptedException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var input = Files.writeString(folder.resolve("feed.ics"), file());
        lay("ics/ical.cjs", folder.resolve("ical.cjs"));
        var script = lay("ics/read.cjs", folder.resolve("read.cjs"));
        var node = new ProcessBuilder(node(folder).toString(), script.toString(), READ_UNTIL.toString())
                .redirectInput(input.toFile())
                .redirectErrorStream(true);
        node.environment().put("TZ", zone);
        var process = node.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo(MEANT);
    }

    private static String file() {
        return CalendarFile.of("我的课表", EVENTS, SHANGHAI);
    }

    private static String line(VEvent event) {
        var whole = new Period<>(ZonedDateTime.parse("2026-11-01T00:00:00Z"), READ_UNTIL.atZone(ZoneId.of("UTC")));
        var times = event.<ZonedDateTime>calculateRecurrenceSet(whole).stream()
                .map(place -> Instant.from(place.getStart()) + "/" + Instant.from(place.getEnd()))
                .sorted();
        var facts = Stream.of(Property.UID, Property.SEQUENCE, Property.STATUS, Property.SUMMARY)
                .map(name -> event.getProperty(name).orElseThrow().getValue());
        return Stream.concat(facts, times).collect(Collectors.joining(" "));
    }

    private static CalendarEvent event(
            String name,
            int sequence,
            String startsAt,
            String summary,
            boolean cancelled,
            boolean weekly,
            @Nullable LocalDate lastOn) {
        var start = Instant.parse(startsAt);
        return new CalendarEvent(
                name + "@tongke",
                sequence,
                Instant.parse("2026-11-24T01:00:00Z"),
                start,
                start.plusSeconds(40 * 60),
                summary,
                "同步课堂教室1",
                "乐清市云溪实验小学、乐清市竹坞村小学\n林晓岚 主讲",
                "https://lessons.example.org/join/1?a=1&b=2",
                cancelled,
                weekly,
                lastOn);
    }

    /** Node as it comes inside Playwright's driver. */
    private static Path node(Path folder) throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "";
        var windows = system.startsWith("windows");
        var platform = windows ? "win32_x64" : (system.startsWith("mac") ? "mac" : "linux") + arm;
        var name = windows ? "node.exe" : "node";
        var binary = lay("driver/" + platform + "/" + name, folder.resolve(name));
        binary.toFile().setExecutable(true);
        return binary;
    }

    private static Path lay(String resource, Path place) throws IOException {
        try (var stream = ReadByOthersTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            Files.copy(stream, place);
        }
        return place;
    }
}
