package org.tongke.backend.timetable.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.error.Phrase;

/**
 * What somebody is told of a resource.
 *
 * @param place where it stands among all notices; what it is found in has the place of an activity, and is found again with it
 * @param kind what it is about
 * @param by who did it, in the product's words; null where that is not told
 * @param resourceId raw id of the resource
 * @param title title of the resource as it was then
 * @param what what it is about, in the product's words; null where the kind says it all
 * @param said what somebody said; null for nothing
 * @param dueAt until when somebody is to see to it; null where there is no such day
 */
public record ResourceNews(
        ChangePlace place,
        NoticeKind kind,
        @Nullable Phrase by,
        String resourceId,
        String title,
        @Nullable Phrase what,
        @Nullable String said,
        @Nullable Instant dueAt)
        implements News {

    /** News of which the kind says it all. */
    public ResourceNews(
            ChangePlace place, NoticeKind kind, Phrase by, String resourceId, String title, @Nullable String said) {
        this(place, kind, by, resourceId, title, null, said, null);
    }
}
