package org.tongke.backend.timetable.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.activity.ToldChange;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * A change of an activity that its reader is told of, or other news of it, or of a resource.
 *
 * @param place where it stands among all notices
 * @param kind what it is about
 * @param by who did it, for a person; empty where it is about a resource, or where that is not told
 * @param fields what changed; nothing where it is news
 * @param activity the activity as it stands now; null where it is about a resource
 * @param news what is told of a resource; null where it is about an activity
 * @param told what is told of an activity that did not change; null for others
 * @param unread whether it was not read yet, on any device
 */
public record Notice(
        ChangePlace place,
        NoticeKind kind,
        String by,
        List<FieldChange> fields,
        @Nullable Activity activity,
        @Nullable ResourceNews news,
        @Nullable ActivityNews told,
        boolean unread) {

    public Notice {
        fields = List.copyOf(fields);
    }

    static Notice of(ToldChange told, boolean unread) {
        var change = told.change();
        return new Notice(
                told.place(),
                NoticeKind.of(change.fields()),
                change.by(),
                change.fields(),
                told.activity(),
                null,
                null,
                unread);
    }

    static Notice of(News news, boolean unread) {
        return switch (news) {
            case ActivityNews lesson ->
                new Notice(news.place(), news.kind(), lesson.by(), List.of(), lesson.activity(), null, lesson, unread);
            case ResourceNews resource ->
                new Notice(news.place(), news.kind(), "", List.of(), null, resource, null, unread);
        };
    }

    /** When it happened. */
    public Instant recordedAt() {
        return place.recordedAt();
    }

    /** Global id, for {@link Notices#read}. */
    public GlobalId globalId() {
        return NoticeId.of(place);
    }
}
