package org.tongke.backend.timetable.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongke.backend.access.AccountEdits;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.timetable.NamedTimetables;
import org.tongke.backend.timetable.OwnColour;
import org.tongke.backend.timetable.OwnEntries;
import org.tongke.backend.timetable.OwnWords;
import org.tongke.backend.timetable.Timetables;
import org.tongke.backend.timetable.Town;
import org.tongke.backend.timetable.Town.Reported;

@BackendTest
class SubscribedCalendarTest {
    private static final String TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
    private static final String COMPACT = TOMORROW.replace("-", "");

    private final Town town;
    private final Accounts accounts;
    private final AccountEdits edits;
    private final CalendarFeeds feeds;
    private final OwnEntries entries;
    private final Timetables timetables;
    private final NamedTimetables named;
    private final SentCommands commands;
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    SubscribedCalendarTest(
            Town town,
            Accounts accounts,
            AccountEdits edits,
            CalendarFeeds feeds,
            OwnEntries entries,
            Timetables timetables,
            NamedTimetables named,
            SentCommands commands) {
        this.town = town;
        this.accounts = accounts;
        this.edits = edits;
        this.feeds = feeds;
        this.entries = entries;
        this.timetables = timetables;
        this.named = named;
        this.commands = commands;
    }

    @Test
    void followsALessonThroughItsFate() {
        var school = town.school("山村小学");
        var lesson = Reported.of(town.community("山村教共体", town.school("城关一小"), school), TOMORROW + " 09:50");
        var teacher = signedUp(school);
        var path = pathOf(teacher);
        town.reports(lesson);
        var planned = get(path).body();
        town.reports(lesson.moved(TOMORROW + " 14:00"));
        var moved = get(path).body();
        town.reports(
                lesson.moved(TOMORROW + " 14:00").moved(TOMORROW + " 15:00").cancelled());
        var cancelled = get(path).body();

        assertThat(List.of(planned, moved, cancelled).stream().map(SubscribedCalendarTest::events))
                .containsExactly(
                        "1 " + COMPACT + "T095000 CONFIRMED",
                        "2 " + COMPACT + "T140000 CONFIRMED",
                        "3 " + COMPACT + "T150000 CANCELLED");
        assertThat(all("UID:(.*)", planned)).hasSize(1).isEqualTo(all("UID:(.*)", cancelled));
    }

    /** Where a lesson stands for somebody follows from the lesson and from what that person follows: both raise the sequence. */
    @Test
    void takesALessonBackWhoseNewPlaceItsOwnerFollows() {
        var school = town.school("山村小学");
        var other = town.community("河边教共体");
        var lesson = Reported.of(town.community("山村教共体", town.school("城关一小"), school), TOMORROW + " 09:50");
        var teacher = signedUp(school);
        var path = pathOf(teacher);
        town.reports(lesson);
        town.reports(lesson.moved(other));
        var left = get(path).body();
        timetables.follow(teacher, other.globalId().encode());
        assertThat(events(left)).isEqualTo("2 " + COMPACT + "T095000 CANCELLED");
        assertThat(events(get(path).body())).isEqualTo("3 " + COMPACT + "T095000 CONFIRMED");
    }

    @Test
    void holdsANamedPartAlone() {
        var school = town.school("山村小学");
        var other = town.community("河边教共体");
        town.reports(
                Reported.of(town.community("山村教共体", town.school("城关一小"), school), TOMORROW + " 09:50"),
                Reported.of(other, TOMORROW + " 10:40"));
        var teacher = signedUp(school);
        var path = pathOf(teacher);
        timetables.follow(teacher, other.globalId().encode());
        var part = UUID.randomUUID();
        named.put(teacher, part, "河边的课", List.of(other.globalId().encode()), false);
        assertThat(all("DTSTART;[^:]*:(.*)", get(path).body())).hasSize(2);
        var file = get(path + "?named=" + part).body();
        assertThat(all("DTSTART;[^:]*:(.*)", file)).containsExactly(COMPACT + "T104000");
        assertThat(file).contains("X-WR-CALNAME:河边的课");
        assertThat(get(path + "?named=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsAnOwnEntryOnceHoweverOftenItComes() {
        var teacher = signedUp(town.school("山村小学"));
        var path = pathOf(teacher);
        var id = UUID.randomUUID();
        var until = LocalDate.parse(TOMORROW).plusWeeks(3);
        entries.enter(teacher, id, own("教研组会", true, until));
        var weekly = get(path).body();
        entries.edit(teacher, id, 1, own("年级组会", false, null));
        var once = get(path).body();
        entries.remove(teacher, id);

        assertThat(events(weekly)).isEqualTo("1 " + COMPACT + "T160000 CONFIRMED");
        assertThat(all("(UID|SUMMARY|LOCATION|DESCRIPTION|RRULE):(.*)", 2, weekly))
                .containsExactly(
                        "own-" + id + "@tongke",
                        "教研组会",
                        "三楼会议室",
                        "带听课本",
                        "FREQ=WEEKLY;UNTIL=" + until.toString().replace("-", "") + "T155959Z");
        assertThat(events(once)).isEqualTo("2 " + COMPACT + "T160000 CONFIRMED");
        assertThat(all("(UID|SUMMARY|RRULE):(.*)", 2, once)).containsExactly("own-" + id + "@tongke", "年级组会");
        assertThat(get(path).body()).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    @Tag("slow")
    void asksTheDatabaseEquallyOftenForOneAndForAHundred() {
        var asked = IntStream.of(1, 100)
                .mapToObj(count -> {
                    var school = town.school("山村小学");
                    town.reports(Reported.many(count, town.community("山村教共体", town.school("城关一小"), school), TOMORROW));
                    var teacher = signedUp(school);
                    IntStream.range(0, count)
                            .forEach(any -> entries.enter(teacher, UUID.randomUUID(), own("教研组会", true, null)));
                    var path = pathOf(teacher);
                    var secret = path.substring("/calendar/".length(), path.length() - ".ics".length());
                    assertThat(all("(UID)", feeds.file(secret, Optional.empty()).orElseThrow()))
                            .hasSize(2 * count);
                    return commands.countDuring(() -> feeds.file(secret, Optional.empty()));
                })
                .toList();
        assertThat(asked.getFirst()).isPositive().isEqualTo(asked.getLast());
    }

    private static OwnWords own(String title, boolean weekly, @Nullable LocalDate until) {
        var startsAt = Instant.parse(TOMORROW + "T08:00:00Z");
        return new OwnWords(
                title, "三楼会议室", "带听课本", OwnColour.BLUE, startsAt, startsAt.plusSeconds(3600), weekly, until);
    }

    @Test
    void isNotSentAgainAsLongAsNothingChanges() {
        var school = town.school("山村小学");
        var community = town.community("山村教共体", town.school("城关一小"), school);
        town.reports(Reported.of(community, TOMORROW + " 09:50"));
        var path = pathOf(signedUp(school));
        var first = get(path);
        var tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        town.reports(Reported.of(community, TOMORROW + " 11:00"));
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-type")).contains("text/calendar;charset=UTF-8");
        assertThat(first.headers().firstValue("cache-control").orElseThrow()).contains("private");
    }

    @Test
    void isTheSameAddressUntilItIsClosed() {
        var teacher = signedUp(town.school("山村小学"));
        var path = pathOf(teacher);
        assertThat(pathOf(teacher)).isEqualTo(path);
        assertThat(feeds.find(teacher).map(SubscribedCalendarTest::pathOf)).contains(path);

        feeds.close(teacher);
        feeds.close(teacher);
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(feeds.find(teacher)).isEmpty();
        assertThat(pathOf(teacher)).isNotEqualTo(path);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsNothingToWhoGuesses() {
        var closed = pathOf(signedUp(town.school("山村小学")));
        var open = closed.replace(closed.substring(20, 26), "AAAAAA");
        for (var guess : List.of(open, "/calendar/1.ics", "/calendar/" + "A".repeat(43) + ".ics")) {
            var answer = get(guess);
            assertThat(answer.statusCode()).as(guess).isEqualTo(404);
            assertThat(answer.body()).as(guess).isEmpty();
        }
    }

    @Test
    void endsWithTheAccount() {
        var teacher = town.teacher(town.school("山村小学"));
        var path = pathOf(teacher);
        assertThat(get(path).statusCode()).as("no such account").isEqualTo(404);

        var other = signedUp(town.school("山村小学"));
        var pathOfOther = pathOf(other);
        assertThat(get(pathOfOther).statusCode()).isEqualTo(200);
        var administrator = new Viewer("administrator", "管理员", List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        edits.close(other.requireAccount(), 1, administrator, Scope.EVERYWHERE);
        assertThat(get(pathOfOther).statusCode()).as("closed").isEqualTo(404);
    }

    private Viewer signedUp(School school) {
        var teacher = town.teacher(school);
        var id = teacher.requireAccount();
        return accounts.put(id, teacher.name(), id, null, teacher.grants()).asViewer();
    }

    private String pathOf(Viewer teacher) {
        return pathOf(feeds.open(teacher, Locale.SIMPLIFIED_CHINESE));
    }

    private static String pathOf(String address) {
        return URI.create(address).getPath();
    }

    private static String events(String file) {
        return String.join(
                " ",
                List.of(
                        String.join(",", all("SEQUENCE:(.*)", file)),
                        String.join(",", all("DTSTART;TZID=Asia/Shanghai:(.*)", file)),
                        String.join(",", all("STATUS:(.*)", file))));
    }

    private static List<String> all(String pattern, String file) {
        return all(pattern, 1, file);
    }

    private static List<String> all(String pattern, int group, String file) {
        return Pattern.compile(pattern)
                .matcher(file)
                .results()
                .map(found -> found.group(group).strip())
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
