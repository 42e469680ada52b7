package org.tongke.backend.timetable.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.activity.ToldChanges;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.WantedChanges;
import org.tongke.backend.timetable.notice.NoticeReadStore.Read;

/**
 * The notices of an account: what others may ask and do. Of its timetable, what is followed, added and hidden by now decides; of what an
 * account did itself it is not told. Each change of an activity is one notice, as long as it is among the last that the activity keeps. News
 * of resources stand among them by their time, and one mark says how far both were read. To an account that has read nothing yet all is new
 * that happened since its owner uses it.
 */
@Component
public class Notices {
    /** Name of the list for page requests. */
    public static final String LIST = "notices";

    /** How many values order the list. */
    public static final int LIST_KEYS = 3;

    /** How often a write is tried anew when other devices of the account write at the same moment. */
    private static final int ATTEMPTS = 50;

    private static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::place).reversed();

    private final WantedChanges wanted;
    private final ToldChanges changes;
    private final List<NoticeSource> sources;
    private final NoticeReadStore store;
    private final Accounts accounts;
    private final Clock clock;

    Notices(
            WantedChanges wanted,
            ToldChanges changes,
            ObjectProvider<NoticeSource> sources,
            NoticeReadStore store,
            Accounts accounts,
            Clock clock) {
        this.wanted = wanted;
        this.changes = changes;
        this.sources = sources.orderedStream().toList();
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Notices of the last {@link WantedChanges#TOLD}, the newest first. Of lessons alone six round trips at most; beside them as many as the
     * sources need.
     */
    public Connection<Notice> list(Viewer viewer, Set<NoticeAbout> about, PageRequest page) {
        var upTo = upTo(viewer);
        var before = page.after().map(Notices::placeOf);
        var found = new ArrayList<Notice>();
        if (about.contains(NoticeAbout.LESSONS)) {
            changes.list(wanted.of(viewer), before, page.limit())
                    .forEach(told -> found.add(Notice.of(told, isUnread(told.place(), upTo))));
        }
        news(viewer, about)
                .filter(one -> before.filter(place -> one.place().compareTo(place) >= 0)
                        .isEmpty())
                .forEach(one -> found.add(Notice.of(one, isUnread(one.place(), upTo))));
        var inOrder = found.stream().sorted(NEWEST_FIRST).limit(page.limit()).toList();
        return Connection.of(inOrder, page, notice -> cursorOf(notice.place()));
    }

    /** How many notices were not read yet. Of lessons alone five round trips at most; beside them as many as the sources need. */
    public UnreadNotices countUnread(Viewer viewer, Set<NoticeAbout> about) {
        var upTo = upTo(viewer);
        var count = 0L;
        if (about.contains(NoticeAbout.LESSONS)) {
            count += changes.count(wanted.of(viewer), upTo, UnreadNotices.MOST + 1);
        }
        count += news(viewer, about).filter(one -> isUnread(one.place(), upTo)).count();
        return UnreadNotices.of(count);
    }

    private Stream<News> news(Viewer viewer, Set<NoticeAbout> about) {
        var since = clock.instant().minus(WantedChanges.TOLD);
        return sources.stream()
                .filter(source -> about.contains(source.about()))
                .flatMap(source -> source.newsOf(viewer, since).stream());
    }

    /**
     * Says that notices were read, up to one and with it. Repeating it changes nothing, and nothing that was read becomes unread.
     *
     * @param noticeId global id of the newest that was read
     * @param about which of those that are unread still are counted
     * @throws RefusedException NOT_FOUND, if there is no such notice
     */
    public UnreadNotices read(Viewer viewer, String noticeId, Set<NoticeAbout> about) {
        var place = NoticeId.find(noticeId).orElseThrow(Notices::noSuchNotice);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = store.find(viewer.requireAccount());
            if (before.filter(read -> !isUnread(place, Optional.of(read.upTo())))
                    .isPresent()) {
                return countUnread(viewer, about);
            }
            // else an invented one would say of notices to come that they were read
            if (!changes.exists(place)
                    && news(viewer, EnumSet.allOf(NoticeAbout.class))
                            .noneMatch(one -> one.place().equals(place))) {
                throw noSuchNotice();
            }
            var after = new Read(place, before.map(Read::revision).orElse(0L) + 1);
            if (store.put(viewer.requireAccount(), after, Origin.of(viewer), clock.instant())) {
                return countUnread(viewer, about);
            }
        }
        throw new IllegalStateException("notices of " + viewer.requireAccount() + " are read without end");
    }

    private Optional<ChangePlace> upTo(Viewer viewer) {
        var account = viewer.requireAccount();
        return store.find(account)
                .map(Read::upTo)
                .or(() -> accounts.begunAt(account).map(at -> new ChangePlace(at, "", 0)));
    }

    private static boolean isUnread(ChangePlace place, Optional<ChangePlace> upTo) {
        return upTo.filter(read -> place.compareTo(read) <= 0).isEmpty();
    }

    private static Cursor cursorOf(ChangePlace place) {
        return Cursor.of(
                LIST,
                Long.toString(place.recordedAt().toEpochMilli()),
                place.activityId(),
                Long.toString(place.revision()));
    }

    private static ChangePlace placeOf(Cursor cursor) {
        var keys = cursor.keys();
        try {
            return new ChangePlace(
                    Instant.ofEpochMilli(Long.parseLong(keys.getFirst())), keys.get(1), Long.parseLong(keys.getLast()));
        } catch (NumberFormatException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    private static RefusedException noSuchNotice() {
        return new RefusedException(Refusal.notFound("noticeId"));
    }
}
