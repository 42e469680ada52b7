package org.tongke.backend.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.UploadRequest;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.file.inspection.MediaType;

/** The evidence: what others may ask and do. */
@Component
public class EvidenceClaims {
    /** Name of the list of a community's evidence for page requests. */
    public static final String LIST = EvidenceStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** What the county itself issues: the list of communities and the plan of assessment (annex 2, 一). */
    private static final Set<String> ISSUED_BY_COUNTY = Set.of("1.1", "1.2");

    private final EvidenceStore store;
    private final Tickets tickets;
    private final Communities communities;
    private final Programmes programmes;
    private final Activities activities;

    EvidenceClaims(
            EvidenceStore store,
            Tickets tickets,
            Communities communities,
            Programmes programmes,
            Activities activities) {
        this.store = store;
        this.tickets = tickets;
        this.communities = communities;
        this.programmes = programmes;
        this.activities = activities;
    }

    /** The evidence with a raw id. */
    public Optional<Evidence> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Evidence of a community, the newest first. */
    public Connection<Evidence> list(String communityId, Optional<String> criterion, PageRequest page, Scope scope) {
        return Connection.of(store.list(communityId, criterion, page, scope), page, EvidenceStore::cursorOf);
    }

    /**
     * Evidence of several communities, the newest first. One round trip for all communities of which the same is asked.
     *
     * @return a page for each that is asked for
     */
    public Map<EvidencePage, Connection<Evidence>> listEach(Collection<EvidencePage> pages) {
        var found = new HashMap<EvidencePage, Connection<Evidence>>();
        pages.stream()
                .collect(Collectors.groupingBy(
                        EvidencePage::asked, Collectors.mapping(EvidencePage::communityId, Collectors.toSet())))
                .forEach((asked, ids) -> found.putAll(listEach(asked, ids)));
        return found;
    }

    private Map<EvidencePage, Connection<Evidence>> listEach(EvidencePage.Asked asked, Set<String> communityIds) {
        var found = store.listEach(communityIds, asked.criterion(), asked.page(), asked.scope());
        return communityIds.stream()
                .collect(Collectors.toMap(
                        id -> new EvidencePage(id, asked),
                        id -> Connection.of(found.getOrDefault(id, List.of()), asked.page(), EvidenceStore::cursorOf)));
    }

    /** All evidence of some communities. One round trip. */
    public List<Evidence> findByCommunities(Collection<String> communityIds, Scope scope) {
        return store.findByCommunities(communityIds, scope);
    }

    /**
     * Whether somebody may say that a file proves a criterion of a community: clerks of its schools, and officers of its county where
     * the county itself issues the document.
     *
     * @param community the community, or what lies just where it lies
     */
    public boolean mayClaim(Viewer viewer, Placed community, String criterion) {
        return viewer.grants().stream()
                .anyMatch(grant -> mayClaim(grant.role(), criterion) && covers(grant, community));
    }

    private static boolean mayClaim(Role role, String criterion) {
        return role == Role.CLERK || (role == Role.COUNTY_OFFICER && ISSUED_BY_COUNTY.contains(criterion));
    }

    private static boolean covers(Grant grant, Placed community) {
        var place = grant.place();
        return place != null && community.places().contains(place.value());
    }

    /**
     * Leave to upload a file that proves something. The same request gives the same ticket.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, MALFORMED, OUT_OF_RANGE, TOO_LONG, CRITERION_UNKNOWN, ACTIVITY_NOT_OF_COMMUNITY,
     *     FILE_KIND_NOT_ASKED, FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_NOT_TAKEN, FILE_HEIC, ID_REUSED
     */
    public UploadTicket request(ClaimRequest request, Viewer viewer, Scope scope) {
        var refusals = ClaimForm.refusals(request);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        var community = communities
                .find(request.communityId(), scope)
                .filter(found -> mayClaim(viewer, found, request.criterion()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("communityId")));
        var criterion = criterion(request, community);
        var activity = request.activityId().map(id -> activity(id, community));
        var type = MediaType.find(request.mediaType()).orElseThrow();
        checkAsked(type, criterion, activity);
        var upload = new UploadRequest(
                request.id(),
                community.id(),
                community.places(),
                Claim.of(request).toDocument(),
                type,
                request.sizeBytes(),
                request.sha256());
        return tickets.request(upload, Origin.of(viewer));
    }

    private Criterion criterion(ClaimRequest request, Community community) {
        return programmes.current().standard().criteria(community.mode()).stream()
                .filter(criterion -> criterion.id().equals(request.criterion()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(criterionUnknown(request.criterion())));
    }

    private static Refusal criterionUnknown(String criterion) {
        return Refusal.of(ErrorCode.CRITERION_UNKNOWN, List.of("criterion"), criterion);
    }

    /** Everybody signed in may see an activity, so its scope is no question here. */
    private Activity activity(String id, Community community) {
        var activity = activities
                .find(id, Scope.EVERYWHERE)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("activityId")));
        if (!activity.communityId().equals(community.id())) {
            throw new RefusedException(Refusal.of(ErrorCode.ACTIVITY_NOT_OF_COMMUNITY, List.of("activityId")));
        }
        return activity;
    }

    private static void checkAsked(MediaType type, Criterion criterion, Optional<Activity> activity) {
        var asked = FilesAsked.types(criterion, activity.map(Activity::kindCode));
        if (asked.isEmpty()) {
            throw new RefusedException(criterionUnknown(criterion.id()));
        }
        if (!asked.contains(type)) {
            var kinds = asked.stream()
                    .map(taken -> FilesAsked.kindOf(taken).name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("_"));
            throw new RefusedException(Refusal.of(
                    ErrorCode.FILE_KIND_NOT_ASKED, List.of("mediaType"), new Phrase("evidence.asked." + kinds)));
        }
    }

    /**
     * The bytes of a ticket have arrived: they are checked and become evidence. Repeating it gives the same answer.
     *
     * @param ticketId raw id of the ticket
     * @throws RefusedException NOT_FOUND, TICKET_EXPIRED, FILE_NOT_ARRIVED, or why the file is refused
     */
    public Evidence confirm(String ticketId, Viewer viewer, Scope scope) {
        tickets.confirm(ticketId, viewer.requireAccount(), scope);
        return store.find(ticketId, scope)
                .orElseThrow(() -> new IllegalStateException("confirmed, but not claimed: " + ticketId));
    }
}
