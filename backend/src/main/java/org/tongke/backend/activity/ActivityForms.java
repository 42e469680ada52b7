package org.tongke.backend.activity;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;

/**
 * Brings stored activities into the present form ({@link ActivityDocument#CURRENT_FORM}) while the backend runs: what is derived
 * from the reports is derived anew. Can be broken off and run again, also by several backends at once.
 */
@Component
class ActivityForms implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityForms.class);
    private static final int AT_ONCE = 500;

    private final ActivityStore store;
    private final Communities communities;
    private final Grades grades;
    private final Sounds sounds;
    private final Twins twins;
    private volatile @Nullable Thread working;

    ActivityForms(ActivityStore store, Communities communities, Grades grades, Sounds sounds, Twins twins) {
        this.store = store;
        this.communities = communities;
        this.grades = grades;
        this.sounds = sounds;
        this.twins = twins;
    }

    /** Brings all into the present form. */
    void run() {
        var older = store.findOlderForms(AT_ONCE);
        while (!older.isEmpty() && !Thread.currentThread().isInterrupted()) {
            sounds.learn(older.stream()
                    .flatMap(activity -> SearchedFor.textsOf(activity).stream())
                    .toList());
            store.putForm(reform(older));
            twins.settle(older.stream().map(Activity::id).toList());
            older = store.findOlderForms(AT_ONCE);
        }
    }

    private List<Activity> reform(List<Activity> older) {
        var ids = older.stream().map(Activity::communityId).collect(Collectors.toSet());
        var found = communities.findAll(ids, Scope.EVERYWHERE);
        return older.stream().map(activity -> reform(activity, found)).toList();
    }

    private Activity reform(Activity activity, Map<String, Community> found) {
        var community = found.get(activity.communityId());
        var details = details(activity);
        var schools = schools(activity);
        // a community is never taken away; should it be, the activity keeps the channels that it has
        var channels = community == null
                ? activity.alone().channels()
                : ActivityChannels.of(
                        activity.communityId(),
                        community.countyCode(),
                        activity.subjectCode(),
                        schools,
                        activity.teachers(),
                        details);
        return activity.reformed(details, schools, channels);
    }

    /** The class of the activity is that of the school where it is taught. */
    private static List<ActivitySchool> schools(Activity activity) {
        var first = activity.schools().getFirst();
        if (first.className() != null || activity.className() == null) {
            return activity.schools();
        }
        var schools = new ArrayList<>(activity.schools());
        schools.set(0, new ActivitySchool(first.schoolId(), first.name(), first.room(), activity.className()));
        return schools;
    }

    private ActivityDetails details(Activity activity) {
        return activity.details().gradeCode() == null && activity.className() != null
                ? activity.details()
                        .withGrade(grades.findOfClass(activity.className())
                                .map(Grade::code)
                                .orElse(null))
                : activity.details();
    }

    @Override
    public void start() {
        working = Thread.ofVirtual().name("activity-forms").start(() -> {
            try {
                run();
            } catch (MongoException storeAway) {
                LOG.warn("Activities could not be brought into the present form; the next start goes on", storeAway);
            }
        });
    }

    @Override
    public void stop() {
        var thread = working;
        if (thread != null) {
            thread.interrupt();
        }
        working = null;
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }
}
