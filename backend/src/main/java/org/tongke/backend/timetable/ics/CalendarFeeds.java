package org.tongke.backend.timetable.ics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.text.Secret;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.NamedTimetables;
import org.tongke.backend.timetable.Stretch;
import org.tongke.backend.timetable.Timetables;
import org.tongke.calendar.InstantRange;

/** Calendar feeds: one's own timetable at a secret address that any calendar can subscribe to. */
@Component
public class CalendarFeeds {
    /** How far back a feed reaches. */
    static final Period BACK = Period.ofWeeks(4);
    /** How far ahead a feed reaches. */
    static final Period AHEAD = Period.ofWeeks(26);
    /** How many places of activities a feed holds. */
    static final int MOST = 5_000;

    private static final int SECRET_BYTES = 32;
    /** How often an edit is tried anew when other devices of the account edit at the same moment. */
    private static final int ATTEMPTS = 50;

    private final CalendarFeedStore store;
    private final Accounts accounts;
    private final Timetables timetables;
    private final NamedTimetables named;
    private final CalendarEvents events;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;
    private final String publicUrl;

    CalendarFeeds(
            CalendarFeedStore store,
            Accounts accounts,
            Timetables timetables,
            NamedTimetables named,
            CalendarEvents events,
            Texts texts,
            Clock clock,
            ZoneId zone,
            @Value("${tongke.public-url:http://localhost:8080}") String publicUrl) {
        this.store = store;
        this.accounts = accounts;
        this.timetables = timetables;
        this.named = named;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
        this.publicUrl = publicUrl;
    }

    /** Address of the viewer's feed; empty if it is closed. */
    public Optional<String> find(Viewer viewer) {
        return store.find(viewer.requireAccount())
                .filter(feed -> !feed.secret().isEmpty())
                .map(this::addressOf);
    }

    /** Opens the viewer's feed, in a language. Repeating it changes nothing, whatever the language. */
    public String open(Viewer viewer, Locale locale) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = store.find(viewer.requireAccount());
            if (before.isPresent() && !before.get().secret().isEmpty()) {
                return addressOf(before.get());
            }
            var feed = new CalendarFeed(
                    viewer.requireAccount(),
                    Secret.ofBytes(SECRET_BYTES),
                    Texts.languageOf(locale).toLanguageTag(),
                    before.map(CalendarFeed::revision).orElse(0L) + 1);
            if (store.put(feed, Origin.of(viewer), clock.instant())) {
                return addressOf(feed);
            }
        }
        throw new IllegalStateException("calendar feed of " + viewer.requireAccount() + " is edited without end");
    }

    /** Closes the viewer's feed: its address is good for nothing any more. Repeating it changes nothing. */
    public void close(Viewer viewer) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = store.find(viewer.requireAccount());
            if (before.isEmpty() || before.get().secret().isEmpty()) {
                return;
            }
            var feed = before.get();
            var closed = new CalendarFeed(feed.account(), "", feed.language(), feed.revision() + 1);
            if (store.put(closed, Origin.of(viewer), clock.instant())) {
                return;
            }
        }
        throw new IllegalStateException("calendar feed of " + viewer.requireAccount() + " is edited without end");
    }

    /**
     * The file at a secret, with what its owner may see now; empty if there is none, or its account was closed, or the part is gone. A constant
     * number of round trips.
     *
     * @param part id of the named part of the timetable that it holds; empty for the whole
     */
    public Optional<String> file(String secret, Optional<String> part) {
        return store.findBySecret(secret)
                .flatMap(feed -> accounts.find(feed.account())
                        .filter(Account::isOpen)
                        .map(Account::asViewer)
                        .flatMap(owner -> file(owner, part, Locale.forLanguageTag(feed.language()))));
    }

    private Optional<String> file(Viewer owner, Optional<String> part, Locale locale) {
        if (part.isEmpty()) {
            return Optional.of(file(stretch(owner), texts.get("timetable.ics.name", locale), owner, locale));
        }
        return named.list(owner).stream()
                .filter(one -> one.id().equals(part.get()))
                .findFirst()
                .map(one -> file(stretch(owner).of(one), one.name(), owner, locale));
    }

    private Stretch stretch(Viewer owner) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var range = InstantRange.ofDays(today.minus(BACK), today.plus(AHEAD), zone);
        return timetables.stretch(owner, range, MOST);
    }

    private String file(Stretch stretch, String name, Viewer owner, Locale locale) {
        return CalendarFile.of(name, events.of(stretch, owner, locale), zone);
    }

    private String addressOf(CalendarFeed feed) {
        return publicUrl + CalendarFeedController.path(feed.secret());
    }
}
