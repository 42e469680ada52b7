package org.tongke.backend.timetable.notice;

import org.tongke.backend.activity.ChangePlace;

/** What somebody is told beside the changes of his or her timetable. */
public sealed interface News permits ActivityNews, ResourceNews {
    /** Where it stands among all notices; what it is found in has the place of an activity, and is found again with it. */
    ChangePlace place();

    /** What it is about. */
    NoticeKind kind();
}
