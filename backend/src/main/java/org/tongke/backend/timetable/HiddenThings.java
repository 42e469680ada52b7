package org.tongke.backend.timetable;

import java.util.List;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.CourseSeries;

/**
 * What a timetable does not show although it is followed. What is there no more is missing.
 *
 * @param activities single activities, the last hidden first
 * @param series course series, the last hidden first
 */
public record HiddenThings(List<Activity> activities, List<CourseSeries> series) {

    public HiddenThings {
        activities = List.copyOf(activities);
        series = List.copyOf(series);
    }
}
