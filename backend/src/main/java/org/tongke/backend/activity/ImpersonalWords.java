package org.tongke.backend.activity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Free text of an activity, for people who may know neither who teaches nor how to join: in it, a supplier may have written either. */
public final class ImpersonalWords {
    /** A telephone or meeting number, or an address of mail or the web. */
    private static final Pattern WAY_TO_SOMEBODY = Pattern.compile("(?:\\d[\\s-]?){7,}|@|://|www\\.");

    private ImpersonalWords() {}

    /** The title; empty where it tells of somebody. */
    public static Optional<String> title(Activity activity) {
        return find(activity, activity.title());
    }

    /**
     * A text that an activity has, as of its class or room.
     *
     * @param text the text; null if there is none
     * @return empty where there is none, and where it tells of somebody
     */
    public static Optional<String> find(Activity activity, @Nullable String text) {
        return Optional.ofNullable(text).filter(said -> !tellsOfSomebody(activity, said));
    }

    private static boolean tellsOfSomebody(Activity activity, String text) {
        return WAY_TO_SOMEBODY.matcher(text).find()
                || activity.teachers().stream().map(ActivityTeacher::name).anyMatch(text::contains);
    }
}
