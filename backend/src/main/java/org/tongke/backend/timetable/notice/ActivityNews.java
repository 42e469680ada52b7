package org.tongke.backend.timetable.notice;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.error.Phrase;

/**
 * What somebody is told of an activity that did not change.
 *
 * @param place where it stands among all notices
 * @param kind what it is about
 * @param by who did it, for a person; empty where that is not told
 * @param activity the activity as it stands now
 * @param what what it is about, in the product's words
 * @param said what somebody said; null for nothing
 */
public record ActivityNews(
        ChangePlace place,
        NoticeKind kind,
        String by,
        Activity activity,
        Phrase what,
        @Nullable String said) implements News {}
