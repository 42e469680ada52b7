package org.tongke.backend.timetable;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;

/**
 * What stands at the same time as something else.
 *
 * @param id global id of the activity, encoded, or id of the own entry
 * @param title its title
 * @param subjectCode what is taught; null of an own entry and where it is no subject
 */
public record Conflict(String id, String title, @Nullable String subjectCode) {
    /** How many conflicts of one thing are named. */
    public static final int MOST = 10;

    static Conflict with(Activity activity) {
        return new Conflict(activity.globalId().encode(), activity.title(), activity.subjectCode());
    }

    static Conflict with(OwnEntry entry) {
        return new Conflict(entry.plan().id(), entry.plan().title(), null);
    }
}
