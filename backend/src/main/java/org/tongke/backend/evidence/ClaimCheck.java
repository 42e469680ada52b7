package org.tongke.backend.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.file.UploadRequest;
import org.tongke.backend.file.inspection.MediaType;

/** Whether a claim may be made, and by whom, before a single byte is sent. */
@Component
class ClaimCheck {
    /** Before the code of a county in the name of its files' folder; no community's id begins so. */
    private static final String COUNTY = "county-";

    private static final int MOST_COMMUNITIES = 200;

    private final Communities communities;
    private final CountyCommunities ofCounties;
    private final Regions regions;
    private final Programmes programmes;
    private final Activities activities;
    private final EvidenceStore store;

    ClaimCheck(
            Communities communities,
            CountyCommunities ofCounties,
            Regions regions,
            Programmes programmes,
            Activities activities,
            EvidenceStore store) {
        this.communities = communities;
        this.ofCounties = ofCounties;
        this.regions = regions;
        this.programmes = programmes;
        this.activities = activities;
        this.store = store;
    }

    /** Whether files that show no activity are taken for a programme now. */
    boolean isOpen(String programmeId) {
        return programmes.current().id().equals(programmeId);
    }

    /** The upload that is asked for, with its claim; refused as {@link EvidenceClaims#request} says. */
    UploadRequest upload(ClaimRequest request, Viewer viewer, Scope scope) {
        var refusals = ClaimForm.refusals(request);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        var type = MediaType.find(request.mediaType()).orElseThrow();
        var replaced = request.replacesId().map(id -> replaced(id, request, viewer, scope));
        return switch (request.target()) {
            case ClaimTarget.OneCommunity(var id) -> ofCommunity(request, id, type, replaced, viewer, scope);
            case ClaimTarget.OfCounty county -> ofCounty(request, county, type, replaced, viewer);
        };
    }

    private UploadRequest ofCommunity(
            ClaimRequest request,
            String communityId,
            MediaType type,
            Optional<Evidence> replaced,
            Viewer viewer,
            Scope scope) {
        var community = communities
                .find(communityId, scope)
                .filter(found -> ClaimRights.mayClaim(viewer, found, request.criterion()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("communityId")));
        var activity = request.activityId().map(id -> activity(id, community));
        var programme = programmeOf(activity, replaced);
        checkAsked(
                FilesAsked.kindOf(type),
                criterion(request.criterion(), List.of(community), programme),
                activity,
                "mediaType");
        return upload(request, community.id(), community.places(), type, programme);
    }

    private UploadRequest ofCounty(
            ClaimRequest request,
            ClaimTarget.OfCounty county,
            MediaType type,
            Optional<Evidence> replaced,
            Viewer viewer) {
        var code = county.countyCode();
        var places = regions.find(code)
                .filter(found -> ClaimRights.mayIssue(viewer, code))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("countyId")))
                .places();
        if (!ClaimRights.isIssued(request.criterion()) || request.activityId().isPresent()) {
            throw criterionUnknown(request.criterion());
        }
        var programme = programmeOf(Optional.empty(), replaced);
        var named = named(code, county.communityIds(), programme);
        checkAsked(
                FilesAsked.kindOf(type),
                criterion(request.criterion(), named, programme),
                Optional.empty(),
                "mediaType");
        return upload(request, COUNTY + code, places, type, programme);
    }

    /** The communities that a county's document is to speak for: all that are named are there, and at least one. */
    private List<Community> named(String countyCode, Optional<List<String>> ids, Programme programme) {
        if (ids.isPresent() && ids.get().size() > MOST_COMMUNITIES) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.OUT_OF_RANGE, List.of("communityIds"), 1, MOST_COMMUNITIES));
        }
        var found = ofCounties.find(countyCode, ids, programme);
        var wanted = ids.map(list -> (int) list.stream().distinct().count()).orElse(found.size());
        if (found.isEmpty() || found.size() != wanted) {
            throw new RefusedException(Refusal.notFound(ids.isPresent() ? "communityIds" : "countyId"));
        }
        return found;
    }

    private static UploadRequest upload(
            ClaimRequest request, String owner, Collection<String> places, MediaType type, Programme programme) {
        return new UploadRequest(
                request.id(),
                owner,
                places,
                Claim.of(request, programme.id()).toDocument(),
                request.fileName().strip(),
                type,
                request.sizeBytes(),
                request.sha256());
    }

    /** A file takes the place of one that speaks for the same communities at the same criterion, and that is the caller's to change. */
    private Evidence replaced(String id, ClaimRequest request, Viewer viewer, Scope scope) {
        var found = store.find(id, scope)
                .filter(evidence -> ClaimRights.mayChange(viewer, evidence))
                .filter(evidence -> evidence.criterion().equals(request.criterion()))
                .filter(evidence -> isFor(evidence, request.target()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("replacesId")));
        if (found.state() == EvidenceState.WITHDRAWN) {
            throw new RefusedException(Refusal.of(ErrorCode.EVIDENCE_NOT_CURRENT, List.of("replacesId")));
        }
        return found;
    }

    private static boolean isFor(Evidence evidence, ClaimTarget target) {
        return switch (target) {
            case ClaimTarget.OneCommunity(var id) ->
                !evidence.isOfCounty() && evidence.communityIds().equals(List.of(id));
            case ClaimTarget.OfCounty(var code, var _) -> code.equals(evidence.countyCode());
        };
    }

    /** What an edit says of evidence, checked as an upload would be; refused as {@link EvidenceEdits#edit} says. */
    Checked edit(Evidence evidence, EvidenceFacts facts, Viewer viewer) {
        var county = evidence.countyCode();
        return county == null ? editOfCommunity(evidence, facts, viewer) : editOfCounty(evidence, county, facts);
    }

    private Checked editOfCommunity(Evidence evidence, EvidenceFacts facts, Viewer viewer) {
        var id = evidence.communityIds().getFirst();
        var community = communities
                .find(id, Scope.EVERYWHERE)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("evidenceId")));
        if (!ClaimRights.mayClaim(viewer, community, facts.criterion())) {
            throw criterionUnknown(facts.criterion());
        }
        var activity = facts.activityId().map(shown -> activity(shown, community));
        var programme = programmeOf(activity, Optional.of(evidence));
        checkAsked(
                evidence.proofKind(),
                criterion(facts.criterion(), List.of(community), programme),
                activity,
                "criterion");
        return new Checked(
                new ClaimedFor(evidence.communityIds(), evidence.places()), programme, activity.orElse(null));
    }

    private Checked editOfCounty(Evidence evidence, String county, EvidenceFacts facts) {
        if (!ClaimRights.isIssued(facts.criterion()) || facts.activityId().isPresent()) {
            throw criterionUnknown(facts.criterion());
        }
        var programme = programmeOf(Optional.empty(), Optional.of(evidence));
        var ids = facts.communityIds().orElse(evidence.communityIds());
        var named = named(county, Optional.of(ids), programme);
        checkAsked(evidence.proofKind(), criterion(facts.criterion(), named, programme), Optional.empty(), "criterion");
        return new Checked(ClaimedFor.of(named), programme, null);
    }

    /**
     * What an edit says, as far as it is found elsewhere.
     *
     * @param claimed for whom the file speaks now
     * @param programme whose standard asks for it
     * @param activity what it shows; null if nothing in particular
     */
    record Checked(
            ClaimedFor claimed,
            Programme programme,
            @Nullable Activity activity) {}

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

    /** A picture of a lesson in December is evidence of that year, also when it is sent in January; so is what replaces it. */
    private Programme programmeOf(Optional<Activity> activity, Optional<Evidence> before) {
        return activity.map(shown -> programmes.at(shown.startsAt()))
                .or(() -> before.flatMap(evidence -> programmes.find(evidence.programmeId())))
                .orElseGet(programmes::current);
    }

    private static Criterion criterion(String code, List<Community> communities, Programme programme) {
        return communities.stream()
                .flatMap(community -> programme.standard().criteria(community.mode()).stream())
                .filter(criterion -> criterion.id().equals(code))
                .findFirst()
                .orElseThrow(() -> criterionUnknown(code));
    }

    private static void checkAsked(ProofKind kind, Criterion criterion, Optional<Activity> activity, String path) {
        var asked = FilesAsked.types(criterion, activity.map(Activity::kindCode)).stream()
                .map(FilesAsked::kindOf)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            throw criterionUnknown(criterion.id());
        }
        if (!asked.contains(kind)) {
            var kinds = asked.stream().map(ProofKind::name).sorted().collect(Collectors.joining("_"));
            throw new RefusedException(
                    Refusal.of(ErrorCode.FILE_KIND_NOT_ASKED, List.of(path), new Phrase("evidence.asked." + kinds)));
        }
    }

    private static RefusedException criterionUnknown(String code) {
        return new RefusedException(Refusal.of(ErrorCode.CRITERION_UNKNOWN, List.of("criterion"), code));
    }
}
