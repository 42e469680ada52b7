package org.tongke.backend.push;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;

/** What schools recommend to a centre, and what it says to that. Every command is one write and can be repeated. */
@Component
public class Recommendations {
    /** Name of the list for page requests. */
    public static final String LIST = RecommendationStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private static final String RESOURCE_ID = "resourceId";

    private final RecommendationStore store;
    private final Resources resources;
    private final Regions regions;
    private final Clock clock;

    Recommendations(RecommendationStore store, Resources resources, Regions regions, Clock clock) {
        this.store = store;
        this.resources = resources;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Recommends a resource. As long as it waits or is accepted, nothing changes; what was declined can be recommended again.
     *
     * @param id the client's id of it
     * @param centreCode code of the centre's region; empty for the province's
     * @param scope where the caller is clerk of a school; the own resources anybody can recommend
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN, TOO_LONG, MALFORMED
     */
    public Recommendation recommend(
            UUID id,
            String resourceId,
            Optional<String> centreCode,
            Optional<String> said,
            Viewer viewer,
            Scope scope) {
        var note = PushForm.note(said);
        var resource = Optional.ofNullable(
                        resources.findAll(List.of(resourceId)).get(resourceId))
                .filter(found -> found.owner().centre().isEmpty())
                .filter(found -> mayRecommend(found, viewer, scope))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, RESOURCE_ID));
        var centre = regions.find(centreCode.orElse(Regions.PROVINCE))
                .filter(region -> resource.places()
                        .contains(PlaceKey.region(region.code()).value()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "centreId"));
        while (true) {
            var before = store.find(Recommendation.idOf(centre.code(), resourceId));
            if (before.filter(found -> isStanding(found, id)).isPresent()) {
                return before.get();
            }
            if (!resource.isCurrent()) {
                throw refused(ErrorCode.RESOURCE_WITHDRAWN, RESOURCE_ID);
            }
            var now = now();
            var words = new Recommendation.Said(id.toString(), resource.facts().title(), note, viewer.name(), now);
            var after = before.map(found -> found.again(words)).orElseGet(() -> first(resource, centre, words));
            if (store.write(before.orElse(null), after, Origin.of(viewer), now)) {
                return after;
            }
            // somebody else wrote it in between
        }
    }

    private static boolean isStanding(Recommendation found, UUID id) {
        return found.isOpen()
                || found.state() == RecommendationState.ACCEPTED
                || found.said().id().equals(id.toString());
    }

    private static Recommendation first(Resource resource, Region centre, Recommendation.Said said) {
        var places = new ArrayList<String>();
        places.add(PlaceKey.school(resource.owner().schoolId()).value());
        places.addAll(centre.places());
        return new Recommendation(
                Recommendation.idOf(centre.code(), resource.id()),
                1,
                centre.code(),
                resource.id(),
                resource.owner().schoolId(),
                said,
                RecommendationState.WAITING,
                null,
                places);
    }

    /** Whether somebody may recommend a resource: its owner, and clerks of its school. */
    public static boolean mayRecommend(Resource resource, Viewer viewer, Scope scope) {
        return resource.owner().accountId().equals(viewer.account())
                || scope.places()
                        .contains(PlaceKey.school(resource.owner().schoolId()).value());
    }

    /**
     * Accepts or declines. Saying the same again changes nothing, whatever revision is expected and reason given.
     *
     * @param said why; must be told where it is declined
     * @param scope where the caller is of a centre's staff
     * @throws RefusedException NOT_FOUND, RECOMMENDATION_DECIDED, REVISION_STALE, REQUIRED, TOO_LONG, MALFORMED
     */
    public Recommendation decide(
            String id, long expectedRevision, boolean accept, @Nullable String said, Viewer viewer, Scope scope) {
        var reason = accept ? acceptedReason(said) : PushForm.reason(said);
        var before = find(id, viewer, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "recommendationId"));
        var wanted = accept ? RecommendationState.ACCEPTED : RecommendationState.DECLINED;
        if (before.state() == wanted) {
            return before;
        }
        if (!before.isOpen()) {
            throw refused(ErrorCode.RECOMMENDATION_DECIDED, "recommendationId");
        }
        var now = now();
        var after = before.decided(wanted, new Recommendation.Decision(viewer.name(), now, reason));
        if (before.revision() != expectedRevision || !store.write(before, after, Origin.of(viewer), now)) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        return after;
    }

    private static @Nullable String acceptedReason(@Nullable String said) {
        return said == null || said.isBlank() ? null : PushForm.reason(said);
    }

    /** What waits of resources that were taken back waits no more. Repeating it changes nothing. */
    void close(Collection<String> resourceIds) {
        if (resourceIds.isEmpty()) {
            return;
        }
        for (var waiting : store.findByResources(resourceIds, Scope.EVERYWHERE)) {
            if (waiting.isOpen()) {
                var now = now();
                // if somebody else was faster, it is decided
                store.write(
                        waiting,
                        waiting.decided(RecommendationState.WITHDRAWN, new Recommendation.Decision("", now, null)),
                        Origin.system("push"),
                        now);
            }
        }
    }

    /** The recommendation with a raw id, for people of the school and the centre. */
    public Optional<Recommendation> find(String id, Viewer viewer, Scope scope) {
        return store.find(id).filter(found -> scope.covers(found.places()));
    }

    /** Recommendations in a scope, the oldest first. One round trip. */
    public Connection<Recommendation> list(Optional<RecommendationState> state, PageRequest page, Scope scope) {
        return Connection.of(store.list(state, page, scope), page, RecommendationStore::cursorOf);
    }

    /** What was recommended of some resources, by raw id of the resource. One round trip. */
    public Map<String, List<Recommendation>> findByResources(Collection<String> resourceIds, Scope scope) {
        return store.findByResources(resourceIds, scope).stream()
                .collect(Collectors.groupingBy(Recommendation::resourceId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
