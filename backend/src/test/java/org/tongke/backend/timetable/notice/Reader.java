package org.tongke.backend.timetable.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.timetable.Selections;
import org.tongke.backend.timetable.Timetables;

/** Somebody who follows, hides and adds, and reads notices. */
record Reader(Scene scene, Viewer viewer, ApplicationContext application) {
    private static final Set<NoticeAbout> LESSONS = Set.of(NoticeAbout.LESSONS);

    /** The notices, the newest first, one a line, as in {@code *CANCELLED 云课 state: PLANNED → CANCELLED}; unread ones have a star. */
    List<String> sees() {
        return notices().stream().map(this::print).toList();
    }

    /** The notices, the newest first. */
    List<Notice> notices() {
        return bean(Notices.class)
                .list(viewer, LESSONS, PageRequest.of(Notices.LIST, Notices.LIST_KEYS, 100, null))
                .edges()
                .stream()
                .map(Edge::node)
                .toList();
    }

    /** How many are unread. */
    int unread() {
        return bean(Notices.class).countUnread(viewer, LESSONS).count();
    }

    /** How many are unread, and whether there are more. */
    UnreadNotices countUnread() {
        return bean(Notices.class).countUnread(viewer, LESSONS);
    }

    /** Ids of all notices, got page by page. */
    List<GlobalId> pages(int first) {
        var ids = new ArrayList<GlobalId>();
        var after = (String) null;
        do {
            var page = bean(Notices.class)
                    .list(viewer, LESSONS, PageRequest.of(Notices.LIST, Notices.LIST_KEYS, first, after));
            page.edges().forEach(edge -> ids.add(edge.node().globalId()));
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);
        return ids;
    }

    /** Reads up to a notice, and says how many are unread still. */
    int reads(Notice notice) {
        return reads(notice.globalId().encode());
    }

    /** Reads up to what has an id, and says how many notices are unread still. */
    int reads(String noticeId) {
        return bean(Notices.class).read(viewer, noticeId, LESSONS).count();
    }

    void follows(Node channel) {
        bean(Timetables.class).follow(viewer, channel.globalId().encode());
    }

    void unfollows(Node channel) {
        bean(Timetables.class).unfollow(viewer, channel.globalId().encode());
    }

    /** What it shows and hides. */
    Selections selections() {
        return bean(Selections.class);
    }

    private String print(Notice notice) {
        var fields = notice.fields().stream()
                .map(field -> field.field() + ": " + field.before() + " → " + field.after())
                .collect(Collectors.joining("; "));
        return scene.unmarked((notice.unread() ? "*" : "") + notice.kind() + " " + notice.by() + " " + fields);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
