package org.tongke.backend.timetable;

import java.util.List;
import org.tongke.backend.activity.Activity;

/**
 * What following a channel would bring.
 *
 * @param channel the channel
 * @param followed whether it is followed already
 * @param nextWeek how many activities begin on it in the next seven days, today included; at most {@value #MOST_COUNTED}
 * @param next the next planned activities, the first one first; at most {@value #MOST_NEXT}
 */
public record FollowPreview(Channel channel, boolean followed, int nextWeek, List<Activity> next) {
    /** How far activities are counted. */
    public static final int MOST_COUNTED = 1_000;

    /** How many activities are shown. */
    public static final int MOST_NEXT = 5;

    public FollowPreview {
        next = List.copyOf(next);
    }
}
