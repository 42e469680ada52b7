package org.tongke.backend.verification.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;

/** Pages of the communities of a region that are held in memory anyhow: by risk, and of days that are over. */
enum CommunityPage {
    /** Those that lack most first; the cursors are those of the list that the store gives. */
    LACK(Progresses.LIST) {
        @Override
        String key(Expected one) {
            return one.community().sortKey();
        }
    },
    /** Those at most risk first. */
    RISK("progressRisk") {
        @Override
        String key(Expected one) {
            return one.riskKey();
        }
    };

    private final String list;

    CommunityPage(String list) {
        this.list = list;
    }

    abstract String key(Expected one);

    PageRequest request(int first, @Nullable String after) {
        return PageRequest.of(list, Progresses.LIST_KEYS, first, after);
    }

    /**
     * The page of a list that is in this order.
     *
     * @param programmeId raw id of the programme, which cursors of the store name, too
     */
    Connection<Expected> of(List<Expected> all, PageRequest page, String programmeId) {
        var found = all.stream()
                .filter(one -> page.after()
                        .filter(cursor -> !isBehind(cursorOf(one, programmeId), cursor))
                        .isEmpty())
                .limit(page.limit())
                .toList();
        return Connection.of(found, page, one -> cursorOf(one, programmeId));
    }

    private Cursor cursorOf(Expected one, String programmeId) {
        return Cursor.of(list, key(one), programmeId + ":" + one.community().communityId());
    }

    private static boolean isBehind(Cursor one, Cursor other) {
        var byKey = one.keys().getFirst().compareTo(other.keys().getFirst());
        return byKey == 0 ? one.keys().getLast().compareTo(other.keys().getLast()) > 0 : byKey > 0;
    }
}
