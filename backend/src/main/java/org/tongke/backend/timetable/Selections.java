package org.tongke.backend.timetable;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ChannelKey;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/**
 * What timetables show and hide besides what they follow: what others may ask and do. Each command can be sent again, and later:
 * one that takes something back succeeds even if the thing is gone.
 */
@Component
public class Selections {
    private static final String ACTIVITY_ID = "activityId";
    private static final String SERIES_ID = "seriesId";

    private final Following following;
    private final Activities activities;
    private final Clock clock;

    Selections(Following following, Activities activities, Clock clock) {
        this.following = following;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * Hides an activity.
     *
     * @param activityId global id of the activity
     * @throws RefusedException NOT_FOUND, TIMETABLE_FULL
     */
    public Activity hide(Viewer viewer, String activityId) {
        var activity = get(activityId);
        var change = new FieldChange(TimetableDocument.HIDDEN, null, activity.id());
        edit(viewer, before -> before.hide(activity, clock.instant()), change);
        return activity;
    }

    /**
     * Shows an activity again.
     *
     * @param activityId global id of the activity
     * @return the activity, if it is still there
     * @throws RefusedException NOT_FOUND, if this is no activity's id
     */
    public Optional<Activity> show(Viewer viewer, String activityId) {
        var id = rawOf(activityId);
        var found = activities.find(id, Scope.EVERYWHERE);
        var change = new FieldChange(TimetableDocument.HIDDEN, id, null);
        edit(viewer, before -> before.show(idsOf(id, found)), change);
        return found;
    }

    /**
     * Adds an activity, which then is not hidden any more.
     *
     * @param activityId global id of the activity
     * @throws RefusedException NOT_FOUND, TIMETABLE_FULL
     */
    public Activity add(Viewer viewer, String activityId) {
        var activity = get(activityId);
        var change = new FieldChange(TimetableDocument.ADDED, null, activity.id());
        edit(viewer, before -> before.add(activity, clock.instant()), change);
        return activity;
    }

    /**
     * Takes an activity out that was added.
     *
     * @param activityId global id of the activity
     * @return the activity, if it is still there
     * @throws RefusedException NOT_FOUND, if this is no activity's id
     */
    public Optional<Activity> remove(Viewer viewer, String activityId) {
        var id = rawOf(activityId);
        var found = activities.find(id, Scope.EVERYWHERE);
        var change = new FieldChange(TimetableDocument.ADDED, id, null);
        edit(viewer, before -> before.remove(idsOf(id, found)), change);
        return found;
    }

    /**
     * Hides a course series.
     *
     * @param seriesId global id of the series
     * @throws RefusedException NOT_FOUND, TIMETABLE_FULL
     */
    public CourseSeries hideSeries(Viewer viewer, String seriesId) {
        var key = seriesKey(seriesId);
        var series = findSeries(key).orElseThrow(() -> new RefusedException(Refusal.notFound(SERIES_ID)));
        var change = new FieldChange(TimetableDocument.HIDDEN_SERIES, null, key.value());
        edit(viewer, before -> before.hideSeries(key.value()), change);
        return series;
    }

    /**
     * Shows a course series again.
     *
     * @param seriesId global id of the series
     * @return the series, if it is still there
     * @throws RefusedException NOT_FOUND, if this is no series' id
     */
    public Optional<CourseSeries> showSeries(Viewer viewer, String seriesId) {
        var key = seriesKey(seriesId);
        var change = new FieldChange(TimetableDocument.HIDDEN_SERIES, key.value(), null);
        edit(viewer, before -> before.showSeries(key.value()), change);
        return findSeries(key);
    }

    /** What a timetable hides. Three round trips at most. */
    public HiddenThings hidden(Viewer viewer) {
        var selection = following.of(viewer).selection();
        var ids =
                selection.hidden().reversed().stream().map(Selection.Picked::id).toList();
        var seriesIds = selection.hiddenSeries().reversed().stream()
                .flatMap(key -> ChannelKey.find(key).stream())
                .map(ChannelKey::raw)
                .toList();
        return new HiddenThings(
                inOrder(ids, activities.findAll(ids, Scope.EVERYWHERE)),
                inOrder(seriesIds, activities.findSeries(seriesIds)));
    }

    /** How activities stand in a timetable. One round trip, or two if its owner never chose what to follow. */
    public Map<Activity, Standing> standings(Viewer viewer, Collection<Activity> asked) {
        var timetable = following.of(viewer);
        var wanted = following.wanted(viewer, timetable);
        return asked.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), activity -> standing(activity, timetable.selection(), wanted)));
    }

    private static Standing standing(Activity activity, Selection selection, Wanted wanted) {
        return new Standing(
                selection.hasAdded(activity),
                selection.hasHidden(activity),
                selection.hasHiddenSeriesOf(activity),
                wanted.findReason(activity, activity.channels()).isPresent() && !selection.hides(activity));
    }

    private void edit(Viewer viewer, UnaryOperator<Selection> edit, FieldChange change) {
        following.edit(viewer, before -> before.with(edit.apply(before.selection())), change);
    }

    private Activity get(String activityId) {
        return activities
                .find(rawOf(activityId), Scope.EVERYWHERE)
                .orElseThrow(() -> new RefusedException(Refusal.notFound(ACTIVITY_ID)));
    }

    private Optional<CourseSeries> findSeries(ChannelKey key) {
        return Optional.ofNullable(activities.findSeries(List.of(key.raw())).get(key.raw()));
    }

    private static Set<String> idsOf(String id, Optional<Activity> found) {
        return found.map(Activity::lessonIds).orElse(Set.of(id));
    }

    private static String rawOf(String activityId) {
        return GlobalId.rawOf("Activity", activityId)
                .orElseThrow(() -> new RefusedException(Refusal.notFound(ACTIVITY_ID)));
    }

    private static ChannelKey seriesKey(String seriesId) {
        return GlobalId.decode(seriesId)
                .flatMap(ChannelKey::find)
                .filter(key -> key.kind() == ChannelKey.Kind.SERIES)
                .orElseThrow(() -> new RefusedException(Refusal.notFound(SERIES_ID)));
    }

    private static <T> List<T> inOrder(List<String> ids, Map<String, T> found) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }
}
