package org.tongke.backend.timetable.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.notice.Notice;
import org.tongke.backend.timetable.notice.NoticeAbout;
import org.tongke.backend.timetable.notice.Notices;
import org.tongke.backend.timetable.notice.ResourceNews;
import org.tongke.backend.timetable.notice.UnreadNotices;

/** Notices, in the section "timetable" of the schema. */
@Controller
class NoticeController {
    private final Notices notices;
    private final Answers answers;
    private final Texts texts;

    NoticeController(Notices notices, Answers answers, Texts texts) {
        this.notices = notices;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    Connection<Notice> myNotices(
            @Argument Set<NoticeAbout> about, @Argument int first, @Argument @Nullable String after, Viewer viewer) {
        return notices.list(viewer, about, PageRequest.of(Notices.LIST, Notices.LIST_KEYS, first, after));
    }

    @QueryMapping
    UnreadNotices unreadNoticeCount(@Argument Set<NoticeAbout> about, Viewer viewer) {
        return notices.countUnread(viewer, about);
    }

    @MutationMapping
    ReadNoticesPayload readNotices(@Argument ReadNoticesInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> notices.read(viewer, input.noticeId(), input.about()), ReadNoticesPayload::new, locale);
    }

    @SchemaMapping
    String id(Notice notice) {
        return notice.globalId().encode();
    }

    @SchemaMapping
    String kindWords(Notice notice, Locale locale) {
        return texts.get("timetable.notice." + notice.kind(), locale);
    }

    @SchemaMapping
    String by(Notice notice, Locale locale) {
        var news = notice.news();
        return news == null || news.by() == null ? notice.by() : words(news.by(), locale);
    }

    private String words(Phrase phrase, Locale locale) {
        return texts.get(phrase.key(), locale, phrase.arguments().toArray());
    }

    /** What a notice of a resource says: why, or what is wrong; and what somebody said. */
    @SchemaMapping
    @Nullable
    String words(ResourceNews news, Locale locale) {
        return words(news.what(), news.said(), locale);
    }

    /** What a notice says of an activity that did not change. */
    @SchemaMapping
    @Nullable
    String words(Notice notice, Locale locale) {
        var told = notice.told();
        return told == null ? null : words(told.what(), told.said(), locale);
    }

    private @Nullable String words(@Nullable Phrase what, @Nullable String said, Locale locale) {
        if (what == null || said == null) {
            return what == null ? said : words(what, locale);
        }
        return texts.get("timetable.notice.words", locale, words(what, locale), said);
    }

    @SchemaMapping
    String words(UnreadNotices unread) {
        return unread.more() ? unread.count() + "+" : Integer.toString(unread.count());
    }

    record ReadNoticesInput(String noticeId, Set<NoticeAbout> about) {}

    record ReadNoticesPayload(@Nullable UnreadNotices unread, List<UserError> errors) {}
}
