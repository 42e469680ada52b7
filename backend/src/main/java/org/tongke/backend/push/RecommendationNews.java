package org.tongke.backend.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.NoticeSource;
import org.tongke.backend.timetable.notice.ResourceNews;

/** Tells who shares a resource, and the clerks of the school, what a centre says of its recommendation: all who can have recommended it. */
@Component
class RecommendationNews implements NoticeSource {
    /** The row of who is given something at a school: its teachers and clerks. */
    private static final String OF_SCHOOL = "Query.myPushes";

    private final RecommendationStore store;
    private final Resources resources;
    private final Regions regions;
    private final WhoMay whoMay;

    RecommendationNews(RecommendationStore store, Resources resources, Regions regions, WhoMay whoMay) {
        this.store = store;
        this.resources = resources;
        this.regions = regions;
        this.whoMay = whoMay;
    }

    /** One round trip, and one more where there is something. */
    @Override
    public List<ResourceNews> newsOf(Viewer viewer, Instant since) {
        var decided = store.findDecided(schoolsOf(viewer), since);
        var found = resources.findAll(
                decided.stream().map(Recommendation::resourceId).collect(Collectors.toSet()));
        return decided.stream()
                .filter(one -> {
                    var resource = found.get(one.resourceId());
                    return (resource != null && resource.owner().accountId().equals(viewer.account()))
                            || isClerk(viewer, one.schoolId());
                })
                .flatMap(one -> news(one).stream())
                .toList();
    }

    private static boolean isClerk(Viewer viewer, String schoolId) {
        return viewer.grants().stream()
                .anyMatch(grant ->
                        grant.role() == Role.CLERK && PlaceKey.school(schoolId).equals(grant.place()));
    }

    /** What was recommended anew keeps what was said before, which can only be no. */
    private Optional<ResourceNews> news(Recommendation one) {
        return Optional.ofNullable(one.decision())
                .map(decision -> new ResourceNews(
                        new ChangePlace(decision.at(), "recommendation " + one.id(), 0),
                        one.state() == RecommendationState.ACCEPTED
                                ? NoticeKind.RECOMMENDATION_ACCEPTED
                                : NoticeKind.RECOMMENDATION_DECLINED,
                        ResourceOwner.wordsOfCentre(regions.get(one.centreCode())),
                        one.resourceId(),
                        one.said().title(),
                        decision.reason()));
    }

    @Override
    public Set<String> collections() {
        return Set.of(RecommendationStore.COLLECTION);
    }

    @Override
    public Collection<String> touchesOf(Viewer viewer) {
        return schoolsOf(viewer).stream().map(id -> PlaceKey.school(id).value()).toList();
    }

    private Set<String> schoolsOf(Viewer viewer) {
        return ReceivedPushes.schoolsOf(whoMay.permission(OF_SCHOOL, viewer).scope());
    }
}
