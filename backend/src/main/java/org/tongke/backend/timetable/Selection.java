package org.tongke.backend.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What an account shows or does not show, whatever it follows. Hidden counts more than added, added more than a hidden series.
 *
 * @param hidden single activities that are hidden; at most {@value #MOST}
 * @param hiddenSeries keys of series that are hidden, in the order in which they were hidden; at most {@value #MOST}
 * @param added single activities that are shown; at most {@value #MOST}
 */
record Selection(List<Picked> hidden, List<String> hiddenSeries, List<Picked> added) {
    static final int MOST = 200;
    /** How long what is over is remembered in any case: longer than phones look back. */
    static final Duration REMEMBERED = Duration.ofDays(70);

    static final Selection NONE = new Selection(List.of(), List.of(), List.of());

    Selection {
        hidden = List.copyOf(hidden);
        hiddenSeries = List.copyOf(hiddenSeries);
        added = List.copyOf(added);
    }

    /**
     * A single activity that was picked.
     *
     * @param id raw id of the activity
     * @param endsAt when it was to end when it was picked
     */
    record Picked(String id, Instant endsAt) {}

    /** @throws RefusedException TIMETABLE_FULL */
    Selection hide(Activity activity, Instant now) {
        return new Selection(with(hidden, activity, now), hiddenSeries, added);
    }

    /** @param activityIds raw ids of all reports of the lesson */
    Selection show(Collection<String> activityIds) {
        return new Selection(without(hidden, activityIds), hiddenSeries, added);
    }

    /** @throws RefusedException TIMETABLE_FULL */
    Selection add(Activity activity, Instant now) {
        return new Selection(without(hidden, activity.lessonIds()), hiddenSeries, with(added, activity, now));
    }

    /** @param activityIds raw ids of all reports of the lesson */
    Selection remove(Collection<String> activityIds) {
        return new Selection(hidden, hiddenSeries, without(added, activityIds));
    }

    /** @throws RefusedException TIMETABLE_FULL */
    Selection hideSeries(String key) {
        if (hiddenSeries.contains(key)) {
            return this;
        }
        if (hiddenSeries.size() >= MOST) {
            throw full("seriesId");
        }
        return new Selection(
                hidden, Stream.concat(hiddenSeries.stream(), Stream.of(key)).toList(), added);
    }

    Selection showSeries(String key) {
        return new Selection(
                hidden,
                hiddenSeries.stream().filter(other -> !other.equals(key)).toList(),
                added);
    }

    boolean hasHidden(Activity activity) {
        return has(hidden, activity);
    }

    boolean hasAdded(Activity activity) {
        return has(added, activity);
    }

    boolean hasHiddenSeriesOf(Activity activity) {
        return activity.seriesChannels().stream().anyMatch(hiddenSeries::contains);
    }

    /** Whether an activity is not shown although it is followed. */
    boolean hides(Activity activity) {
        return hasHidden(activity) || hasHiddenSeriesOf(activity) && !hasAdded(activity);
    }

    /** Whoever picked one of the reports of a lesson picked the lesson. */
    private static boolean has(List<Picked> picked, Activity activity) {
        return picked.stream().anyMatch(one -> activity.lessonIds().contains(one.id()));
    }

    private static List<Picked> without(List<Picked> picked, Collection<String> ids) {
        return picked.stream().filter(one -> !ids.contains(one.id())).toList();
    }

    private static List<Picked> with(List<Picked> picked, Activity activity, Instant now) {
        if (has(picked, activity)) {
            return picked;
        }
        return Stream.concat(roomFor(picked, now).stream(), Stream.of(new Picked(activity.id(), activity.endsAt())))
                .toList();
    }

    /** Where there is no room for one more, what is over for longest is forgotten. */
    private static List<Picked> roomFor(List<Picked> picked, Instant now) {
        if (picked.size() < MOST) {
            return picked;
        }
        var oldest = picked.stream()
                .filter(one -> one.endsAt().isBefore(now.minus(REMEMBERED)))
                .min(Comparator.comparing(Picked::endsAt))
                .orElseThrow(() -> full("activityId"));
        return picked.stream().filter(one -> one != oldest).toList();
    }

    private static RefusedException full(String path) {
        return new RefusedException(Refusal.of(ErrorCode.TIMETABLE_FULL, List.of(path), MOST));
    }
}
