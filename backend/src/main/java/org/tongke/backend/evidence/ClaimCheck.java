package org.tongke.backend.evidence;

import java.util.List;
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
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.file.UploadRequest;
import org.tongke.backend.file.inspection.MediaType;

/** Whether a claim may be made, and by whom, before a single byte is sent. */
@Component
class ClaimCheck {
    /** What the county itself issues: the list of communities and the plan of assessment (annex 2, 一). */
    private static final Set<String> ISSUED_BY_COUNTY = Set.of("1.1", "1.2");

    private final Communities communities;
    private final Programmes programmes;
    private final Activities activities;

    ClaimCheck(Communities communities, Programmes programmes, Activities activities) {
        this.communities = communities;
        this.programmes = programmes;
        this.activities = activities;
    }

    /** Whether files that show no activity are taken for a programme now. */
    boolean isOpen(String programmeId) {
        return programmes.current().id().equals(programmeId);
    }

    /** Whether it is for somebody to say that a file proves a criterion of a community. */
    static boolean mayClaim(Viewer viewer, Placed community, String criterion) {
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

    /** The upload that is asked for, with its claim; refused as {@link EvidenceClaims#request} says. */
    UploadRequest upload(ClaimRequest request, Viewer viewer, Scope scope) {
        var refusals = ClaimForm.refusals(request);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        var community = communities
                .find(request.communityId(), scope)
                .filter(found -> mayClaim(viewer, found, request.criterion()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("communityId")));
        var activity = request.activityId().map(id -> activity(id, community));
        var programme = programmeOf(activity);
        var type = MediaType.find(request.mediaType()).orElseThrow();
        checkAsked(type, criterion(request.criterion(), community, programme), activity);
        return new UploadRequest(
                request.id(),
                community.id(),
                community.places(),
                Claim.of(request, programme.id()).toDocument(),
                request.fileName().strip(),
                type,
                request.sizeBytes(),
                request.sha256());
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

    /** A picture of a lesson in December is evidence of that year, also when it is sent in January. */
    private Programme programmeOf(Optional<Activity> activity) {
        return activity.map(shown -> programmes.at(shown.startsAt())).orElseGet(programmes::current);
    }

    private static Criterion criterion(String code, Community community, Programme programme) {
        return programme.standard().criteria(community.mode()).stream()
                .filter(criterion -> criterion.id().equals(code))
                .findFirst()
                .orElseThrow(() -> criterionUnknown(code));
    }

    private static void checkAsked(MediaType type, Criterion criterion, Optional<Activity> activity) {
        var asked = FilesAsked.types(criterion, activity.map(Activity::kindCode));
        if (asked.isEmpty()) {
            throw criterionUnknown(criterion.id());
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

    private static RefusedException criterionUnknown(String code) {
        return new RefusedException(Refusal.of(ErrorCode.CRITERION_UNKNOWN, List.of("criterion"), code));
    }
}
