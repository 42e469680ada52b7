package org.tongke.backend.timetable.link;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.text.Secret;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.Timetables;
import org.tongke.calendar.SchoolWeek;

/** Links to one's own week, for people without an account. Every command is one write and can be repeated. */
@Component
public class WeekLinks {
    /** Most days from the day on which a link is opened to its last. */
    public static final int MOST_DAYS = 90;
    /** How many weeks back a link shows. */
    static final int WEEKS_BACK = 4;
    /** How many weeks ahead a link shows. */
    static final int WEEKS_AHEAD = 26;

    /** The right to have a link; who loses it has none any more. */
    private static final String FIELD = "Query.weekLink";

    private static final String LAST_DAY = "lastDay";
    private static final String PATH = "/public/weeks/";
    private static final int KEY_BYTES = 16;
    /** How often an edit is tried anew when other devices of the account edit at the same moment. */
    private static final int ATTEMPTS = 50;

    private final WeekLinkStore store;
    private final Accounts accounts;
    private final WhoMay whoMay;
    private final Timetables timetables;
    private final Clock clock;
    private final ZoneId zone;
    private final String publicUrl;

    WeekLinks(
            WeekLinkStore store,
            Accounts accounts,
            WhoMay whoMay,
            Timetables timetables,
            Clock clock,
            ZoneId zone,
            @Value("${tongke.public-url:http://localhost:8080}") String publicUrl) {
        this.store = store;
        this.accounts = accounts;
        this.whoMay = whoMay;
        this.timetables = timetables;
        this.clock = clock;
        this.zone = zone;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /**
     * A link that holds, as its owner sees it.
     *
     * @param url its address
     * @param lastDay the last day on which it holds
     */
    public record Open(String url, LocalDate lastDay) {}

    /** The viewer's link; empty if it was closed or has ended. */
    public Optional<Open> find(Viewer viewer) {
        return store.find(viewer.requireAccount())
                .filter(link -> link.holds(clock.instant()))
                .map(this::shown);
    }

    /**
     * Opens the viewer's link until a day. One that holds keeps its address and holds until that day; one that was closed or has ended
     * comes with another address. Repeating it changes nothing.
     *
     * @param lastDay the last day on which it is to hold, at most {@value #MOST_DAYS} days from today
     * @throws RefusedException OUT_OF_RANGE
     */
    public Open open(Viewer viewer, LocalDate lastDay) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, zone);
        var last = today.plusDays(MOST_DAYS);
        if (lastDay.isBefore(today) || lastDay.isAfter(last)) {
            throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(LAST_DAY), today, last));
        }
        var endsAt = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = store.find(viewer.requireAccount());
            var before = stored.filter(link -> link.holds(now));
            if (before.isPresent() && before.get().endsAt().equals(endsAt)) {
                return shown(before.get());
            }
            var link = new WeekLink(
                    viewer.requireAccount(),
                    before.map(WeekLink::key).orElseGet(() -> Secret.ofBytes(KEY_BYTES)),
                    endsAt,
                    stored.map(WeekLink::revision).orElse(0L) + 1);
            if (store.put(link, change(before.orElse(null), link), Origin.of(viewer), now)) {
                return shown(link);
            }
        }
        throw new IllegalStateException("week link of " + viewer.requireAccount() + " is edited without end");
    }

    /** Closes the viewer's link at once: its address is good for nothing any more. Repeating it changes nothing. */
    public void close(Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = store.find(viewer.requireAccount()).filter(link -> link.holds(now));
            if (before.isEmpty()
                    || store.put(before.get().closed(now), change(before.get(), null), Origin.of(viewer), now)) {
                return;
            }
        }
        throw new IllegalStateException("week link of " + viewer.requireAccount() + " is edited without end");
    }

    /**
     * The week at a key, with what its owner may see now; empty if there is no such link, it has ended or was closed, or its account is
     * gone, was closed or may have no link any more. A constant number of round trips.
     *
     * @param day a day of the week; empty for this week. What lies further back or ahead than a link shows is the first or last week that
     *     it does show
     */
    public Optional<SharedWeek> week(String key, Optional<LocalDate> day) {
        var now = clock.instant();
        return store.findByKey(key)
                .filter(link -> link.holds(now))
                .flatMap(link -> accounts.find(link.account())
                        .filter(Account::isOpen)
                        .map(Account::asViewer)
                        .filter(owner -> whoMay.permission(FIELD, owner).allowed())
                        .map(owner -> week(link, owner, day, now)));
    }

    private SharedWeek week(WeekLink link, Viewer owner, Optional<LocalDate> day, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var current = SchoolWeek.from(today).monday();
        var first = current.minusWeeks(WEEKS_BACK);
        var last = current.plusWeeks(WEEKS_AHEAD);
        var asked = day.orElse(today);
        var shown = asked.isBefore(first)
                ? first
                : asked.isAfter(last) ? last : SchoolWeek.from(asked).monday();
        var week = timetables.week(owner, Optional.of(shown));
        return new SharedWeek(
                owner.name(),
                new SchoolWeek(shown),
                week.days(),
                week.entries().stream()
                        .map(entry -> SharedLesson.of(entry, owner))
                        .toList(),
                week.ownEntries().stream()
                        .map(entry -> new OccupiedTime(entry.startsAt(), entry.endsAt()))
                        .toList(),
                Optional.of(shown.minusWeeks(1)).filter(before -> !before.isBefore(first)),
                Optional.of(shown.plusWeeks(1)).filter(after -> !after.isAfter(last)),
                link.lastDay(zone),
                week.asOf());
    }

    private Open shown(WeekLink link) {
        return new Open(publicUrl + PATH + link.key(), link.lastDay(zone));
    }

    private FieldChange change(@Nullable WeekLink before, @Nullable WeekLink after) {
        return new FieldChange(LAST_DAY, lastDay(before), lastDay(after));
    }

    private @Nullable String lastDay(@Nullable WeekLink link) {
        return link == null ? null : link.lastDay(zone).toString();
    }
}
