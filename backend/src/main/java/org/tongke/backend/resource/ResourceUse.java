package org.tongke.backend.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.file.FileHolder.Held;
import org.tongke.backend.file.StoredFiles;

/**
 * Who uses resources: lessons that they are tied to, people who have opened them. Every command can be repeated. How often a resource is
 * used, for lists in that order, is counted anew after each.
 */
@Component
public class ResourceUse {
    /** Most lessons of a resource that are listed. */
    public static final int MOST_LESSONS = 20;

    private final TieStore ties;
    private final OpeningStore openings;
    private final ResourceStore store;
    private final Resources resources;
    private final Readers readers;
    private final Activities activities;
    private final Communities communities;
    private final StoredFiles files;
    private final Clock clock;

    ResourceUse(
            TieStore ties,
            OpeningStore openings,
            ResourceStore store,
            Resources resources,
            Readers readers,
            Activities activities,
            Communities communities,
            StoredFiles files,
            Clock clock) {
        this.ties = ties;
        this.openings = openings;
        this.store = store;
        this.resources = resources;
        this.readers = readers;
        this.activities = activities;
        this.communities = communities;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Ties a resource to an activity.
     *
     * @param scope where the caller is teacher or clerk: a school of the activity, and one that sees the resource
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN
     */
    public Activity tie(String resourceId, String activityId, Viewer viewer, Scope scope) {
        var activity = activity(activityId, scope);
        var resource = usable(resourceId, viewer, () -> readers.of(viewer, scope));
        var mode = communities.find(activity.communityId(), Scope.EVERYWHERE).map(Community::mode);
        while (true) {
            var before = ties.find(resourceId, activityId);
            if (before.filter(Tie::holds).isPresent()) {
                // the process may have died before it counted
                recount(resourceId);
                return activity;
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var after = Tie.of(resource, activity, mode, viewer.name(), now)
                    .after(before.map(Tie::revision).orElse(0L));
            if (ties.write(after, Origin.of(viewer), now)) {
                recount(resourceId);
                return activity;
            }
            // somebody else wrote it in between
        }
    }

    /**
     * Takes a resource from an activity, whoever tied it.
     *
     * @param scope where the caller is teacher or clerk: a school of the activity
     * @throws RefusedException NOT_FOUND
     */
    public Activity untie(String resourceId, String activityId, Viewer viewer, Scope scope) {
        var activity = activity(activityId, scope);
        while (true) {
            var before =
                    ties.find(resourceId, activityId).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "resourceId"));
            if (!before.holds()) {
                recount(resourceId);
                return activity;
            }
            var after = before.loose().after(before.revision());
            if (ties.write(after, Origin.of(viewer), clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
                recount(resourceId);
                return activity;
            }
            // somebody else wrote it in between
        }
    }

    /**
     * Opens a version of a resource; the first time of each account is noted.
     *
     * @param version number of the version; the newest if empty
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN
     */
    public Opened open(String resourceId, Optional<Integer> version, Viewer viewer, Scope scope) {
        var reader = readers.of(viewer, scope);
        var resource = usable(resourceId, viewer, () -> reader);
        var versions = resource.versions();
        var number = version.orElse(versions.size());
        if (number < 1 || number > versions.size()) {
            throw refused(ErrorCode.NOT_FOUND, "version");
        }
        var url = address(versions.get(number - 1).content());
        if (openings.add(resourceId, viewer, reader, clock.instant())) {
            recount(resourceId);
        }
        return new Opened(resource, url);
    }

    private String address(ResourceContent content) {
        return switch (content) {
            case ResourceContent.Link link -> link.url();
            case ResourceContent.OfFile file ->
                Optional.ofNullable(files.findAll(List.of(file.fileId()), Scope.EVERYWHERE)
                                .get(file.fileId()))
                        .map(stored -> files.address(stored.as(new Held(file.name(), List.of()))))
                        .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "resourceId"));
        };
    }

    /** What activities use, of any report of each lesson, in the order in which it was tied. One round trip. */
    public List<Tie> findByActivities(Collection<String> activityIds) {
        return ties.findByActivities(activityIds);
    }

    /** Lessons that use resources, those last tied first, at most {@value #MOST_LESSONS} of each, by resource. One round trip. */
    public Map<String, List<Tie>> lessonsOf(Collection<String> resourceIds) {
        return ties.listEach(resourceIds, MOST_LESSONS);
    }

    /** How many lessons use each of some resources, by resource; those that none uses are missing. One round trip. */
    public Map<String, Integer> countLessons(Collection<String> resourceIds) {
        return ties.countEach(resourceIds);
    }

    /** How many people have opened each of some resources, by resource; those that nobody has are missing. One round trip. */
    public Map<String, Integer> countOpenings(Collection<String> resourceIds) {
        return openings.countEach(resourceIds);
    }

    /**
     * Who of each school has opened each of some resources, by resource and raw id of the school. One round trip.
     *
     * @param schoolIds raw ids of the schools; none for all
     */
    public Map<String, Map<String, SchoolOpenings>> openingsBySchool(
            Collection<String> resourceIds, Collection<String> schoolIds) {
        return openings.bySchool(resourceIds, schoolIds);
    }

    /** How many lessons of each school use each of some resources, by resource and raw id of the school. One round trip. */
    public Map<String, Map<String, Integer>> lessonsBySchool(Collection<String> resourceIds) {
        return ties.countBySchool(resourceIds);
    }

    /** Which of some resources an account has opened, and when first, by resource. One round trip. */
    public Map<String, Instant> openedBy(String account, Collection<String> resourceIds) {
        return openings.of(account, resourceIds);
    }

    private void recount(String resourceId) {
        var byMode = new EnumMap<Mode, Long>(Mode.class);
        ties.countByMode(resourceId).forEach((mode, count) -> byMode.merge(mode, count, Long::sum));
        openings.countByMode(resourceId).forEach((mode, count) -> byMode.merge(mode, count, Long::sum));
        var one = List.of(resourceId);
        var all = (long) ties.countEach(one).getOrDefault(resourceId, 0)
                + openings.countEach(one).getOrDefault(resourceId, 0);
        store.note(resourceId, byMode, all);
    }

    private Activity activity(String id, Scope scope) {
        return activities.find(id, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "activityId"));
    }

    private Resource usable(String id, Viewer viewer, Supplier<Reader> reader) {
        var resource = resources.find(id, viewer, reader).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "resourceId"));
        if (!resource.isCurrent()) {
            throw refused(ErrorCode.RESOURCE_WITHDRAWN, "resourceId");
        }
        return resource;
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
