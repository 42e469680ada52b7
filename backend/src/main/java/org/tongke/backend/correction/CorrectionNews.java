package org.tongke.backend.correction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.notice.ActivityNews;
import org.tongke.backend.timetable.notice.NoticeAbout;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.NoticeSource;

/**
 * Tells clerks and who leads a lesson what others say is wrong with it, not who says it; and tells those what was done, and by whom.
 */
@Component
class CorrectionNews implements NoticeSource {
    /** The row of who sees to it. */
    private static final String SETTLE = "Mutation.settleCorrection";

    private final CorrectionStore store;
    private final Activities activities;
    private final WhoMay whoMay;

    CorrectionNews(CorrectionStore store, Activities activities, WhoMay whoMay) {
        this.store = store;
        this.activities = activities;
        this.whoMay = whoMay;
    }

    @Override
    public NoticeAbout about() {
        return NoticeAbout.CORRECTIONS;
    }

    /** Two round trips; one where there is nothing. */
    @Override
    public List<ActivityNews> newsOf(Viewer viewer, Instant since) {
        var scope = scopeOf(viewer);
        var found = store.findNews(viewer, scope, since);
        var ids = found.stream().map(one -> one.about().activityId()).collect(Collectors.toSet());
        var lessons = activities.findAll(ids, Scope.EVERYWHERE);
        var news = new ArrayList<ActivityNews>();
        for (var one : found) {
            var lesson = Optional.ofNullable(lessons.get(one.about().activityId()));
            lesson.flatMap(activity -> asked(one, activity, viewer, scope, since))
                    .ifPresent(news::add);
            lesson.flatMap(activity -> settled(one, activity, viewer, since)).ifPresent(news::add);
        }
        return news;
    }

    private static Optional<ActivityNews> asked(
            Correction one, Activity activity, Viewer viewer, Scope scope, Instant since) {
        if (one.reportedAt().isBefore(since)
                || one.reporterId().equals(viewer.account())
                || !Corrections.maySettle(one, viewer, scope)) {
            return Optional.empty();
        }
        var place = new ChangePlace(one.reportedAt(), "correction " + one.id(), 1);
        return Optional.of(new ActivityNews(place, NoticeKind.CORRECTION_ASKED, "", activity, what(one), one.text()));
    }

    private static Optional<ActivityNews> settled(Correction one, Activity activity, Viewer viewer, Instant since) {
        var done = one.settlement();
        if (done == null
                || done.at().isBefore(since)
                || !one.reporterId().equals(viewer.account())
                || done.account().equals(viewer.account())) {
            return Optional.empty();
        }
        var place = new ChangePlace(done.at(), "correction " + one.id(), 2);
        return Optional.of(
                new ActivityNews(place, NoticeKind.CORRECTION_SETTLED, done.by(), activity, what(one), done.note()));
    }

    private static Phrase what(Correction one) {
        return new Phrase("correction.kind." + one.kind());
    }

    @Override
    public Set<String> collections() {
        return Set.of(CorrectionStore.COLLECTION);
    }

    @Override
    public Collection<String> touchesOf(Viewer viewer) {
        var touches = new HashSet<String>();
        touches.add(CorrectionStore.touchOf(viewer.requireAccount()));
        viewer.findTeacher().ifPresent(teacher -> touches.add(CorrectionStore.touchOf(teacher)));
        scopeOf(viewer).places().forEach(place -> touches.add(CorrectionStore.touchOf(place)));
        return touches;
    }

    /** Schools only: offices look at their list, and are not told of each. */
    private Scope scopeOf(Viewer viewer) {
        var schools = whoMay.permission(SETTLE, viewer).scope().places().stream()
                .map(PlaceKey::new)
                .filter(place -> !place.isRegion())
                .toList();
        return Scope.of(schools);
    }
}
