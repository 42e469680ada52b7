package org.tongke.backend.timetable.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
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
 * The notices of one's own timetable: what others may ask and do. What is followed, added and hidden by now decides; of what an
 * account did itself it is not told. Each change of an activity is one notice, as long as it is among the last that the activity keeps.
 */
@Component
public class Notices {
    /** Name of the list for page requests. */
    public static final String LIST = "notices";

    /** How many values order the list. */
    public static final int LIST_KEYS = 3;

    /** How often a write is tried anew when other devices of the account write at the same moment. */
    private static final int ATTEMPTS = 50;

    private final WantedChanges wanted;
    private final ToldChanges changes;
    private final NoticeReadStore store;
    private final Clock clock;

    Notices(WantedChanges wanted, ToldChanges changes, NoticeReadStore store, Clock clock) {
        this.wanted = wanted;
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    /** Notices of the last {@link WantedChanges#TOLD}, the newest first. Five round trips at most. */
    public Connection<Notice> list(Viewer viewer, PageRequest page) {
        var upTo = upTo(viewer);
        var found = changes.list(wanted.of(viewer), page.after().map(Notices::placeOf), page.limit()).stream()
                .map(told -> new Notice(told, isUnread(told.place(), upTo)))
                .toList();
        return Connection.of(found, page, notice -> cursorOf(notice.told().place()));
    }

    /** How many notices were not read yet. Four round trips at most. */
    public UnreadNotices countUnread(Viewer viewer) {
        return UnreadNotices.of(changes.count(wanted.of(viewer), upTo(viewer), UnreadNotices.MOST + 1));
    }

    /**
     * Says that notices were read, up to one and with it. Repeating it changes nothing, and nothing that was read becomes unread.
     *
     * @param noticeId global id of the newest that was read
     * @throws RefusedException NOT_FOUND, if there is no such notice
     */
    public UnreadNotices read(Viewer viewer, String noticeId) {
        var place = NoticeId.find(noticeId).orElseThrow(Notices::noSuchNotice);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = store.find(viewer.requireAccount());
            if (before.filter(read -> !isUnread(place, Optional.of(read.upTo())))
                    .isPresent()) {
                return countUnread(viewer);
            }
            // else an invented one would say of notices to come that they were read
            if (!changes.exists(place)) {
                throw noSuchNotice();
            }
            var after = new Read(place, before.map(Read::revision).orElse(0L) + 1);
            if (store.put(viewer.requireAccount(), after, Origin.of(viewer), clock.instant())) {
                return countUnread(viewer);
            }
        }
        throw new IllegalStateException("notices of " + viewer.requireAccount() + " are read without end");
    }

    private Optional<ChangePlace> upTo(Viewer viewer) {
        return store.find(viewer.requireAccount()).map(Read::upTo);
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
