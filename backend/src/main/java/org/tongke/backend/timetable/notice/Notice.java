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
 * A change of an activity that its reader is told of, or what he or she is told of a resource.
 *
 * @param place where it stands among all notices
 * @param kind what it is about
 * @param by who changed the activity, for a person; empty where it is about a resource
 * @param fields what changed; nothing where it is about a resource
 * @param activity the activity as it stands now; null where it is about a resource
 * @param news what is told of a resource; null where it is about an activity
 * @param unread whether it was not read yet, on any device
 */
public record Notice(
        ChangePlace place,
        NoticeKind kind,
        String by,
        List<FieldChange> fields,
        @Nullable Activity activity,
        @Nullable ResourceNews news,
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
                unread);
    }

    static Notice of(ResourceNews news, boolean unread) {
        return new Notice(news.place(), news.kind(), "", List.of(), null, news, unread);
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
