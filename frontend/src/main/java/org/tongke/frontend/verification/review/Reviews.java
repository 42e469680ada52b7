package org.tongke.frontend.verification.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.DecisionOutcomeProjection;
import org.tongke.frontend.contract.client.FindingProjection;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.PassCommunitiesGraphQLQuery;
import org.tongke.frontend.contract.client.PassCommunitiesProjectionRoot;
import org.tongke.frontend.contract.client.PassCommunityGraphQLQuery;
import org.tongke.frontend.contract.client.PassCommunityProjectionRoot;
import org.tongke.frontend.contract.client.RegionGraphQLQuery;
import org.tongke.frontend.contract.client.RegionProjectionRoot;
import org.tongke.frontend.contract.client.ResubmitCommunityGraphQLQuery;
import org.tongke.frontend.contract.client.ResubmitCommunityProjectionRoot;
import org.tongke.frontend.contract.client.SendBackCommunityGraphQLQuery;
import org.tongke.frontend.contract.client.SendBackCommunityProjectionRoot;
import org.tongke.frontend.contract.client.WithdrawFindingGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawFindingProjectionRoot;
import org.tongke.frontend.contract.client.WithdrawFindingsGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawFindingsProjectionRoot;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.DecisionOutcome;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.Finding;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.PassCommunitiesInput;
import org.tongke.frontend.contract.types.PassCommunitiesPayload;
import org.tongke.frontend.contract.types.PassCommunityInput;
import org.tongke.frontend.contract.types.PassCommunityPayload;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.ResubmitCommunityInput;
import org.tongke.frontend.contract.types.ResubmitCommunityPayload;
import org.tongke.frontend.contract.types.SendBackCommunityInput;
import org.tongke.frontend.contract.types.SendBackCommunityPayload;
import org.tongke.frontend.contract.types.SentBackItemInput;
import org.tongke.frontend.contract.types.WithdrawFindingInput;
import org.tongke.frontend.contract.types.WithdrawFindingPayload;
import org.tongke.frontend.contract.types.WithdrawFindingsInput;
import org.tongke.frontend.contract.types.WithdrawFindingsPayload;

/** Findings, as the caller may see and say them. Commands throw {@link RefusedException}. */
@Component
public class Reviews {
    private static final int EVIDENCE = 100;
    private static final int QUEUE = 100;

    private final Backend backend;

    public Reviews(Backend backend) {
        this.backend = backend;
    }

    /** The region with its queue and how many wait in it. */
    Optional<Region> findQueue(String code) {
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), queue(), Region.class);
    }

    private static RegionProjectionRoot<?, ?> queue() {
        var wanted = new RegionProjectionRoot<>();
        var region = wanted.code().name();
        region.progress(null, null)
                .waitingCount()
                .resubmittedCount()
                .asOf()
                .programme()
                .name()
                .demo();
        var waiting = region.reviewQueue(null, QUEUE, null).edges().node();
        var community = waiting.community().id().name();
        community.core().name();
        community.members().name();
        var finding =
                waiting.finding().revision().seen().waitingSince().resubmitted().viewerCanDecide();
        finding.viewerCannotDecideReasons().message();
        return wanted;
    }

    /** How many wait in a region. */
    int countWaiting(String code) {
        var wanted = new RegionProjectionRoot<>();
        wanted.progress(null, null).waitingCount();
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), wanted, Region.class)
                .map(Region::getProgress)
                .map(progress -> progress.getWaitingCount())
                .orElse(0);
    }

    /**
     * A community before its reviewer.
     *
     * @param community with criteria, evidence and finding
     * @param queue ids of those that wait, in their order
     */
    record Case(Community community, List<String> queue) {
        Finding finding() {
            return community.getProgress().getFinding();
        }

        /** The one behind it in the queue; if it is the last, the first one of those that are left. */
        Optional<String> findNext() {
            var place = queue.indexOf(community.getId());
            var others = queue.stream()
                    .filter(other -> !other.equals(community.getId()))
                    .toList();
            var index = place < 0 || place >= others.size() ? 0 : place;
            return others.isEmpty() ? Optional.empty() : Optional.of(others.get(index));
        }

        /** Addresses of the small pictures of its evidence. */
        List<String> thumbnails() {
            return community.getEvidence().getEdges().stream()
                    .map(edge -> edge.getNode().getFile())
                    .filter(Objects::nonNull)
                    .map(file -> file.getThumbnailUrl())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** A community with all that its reviewer looks at, and the queue; one request. Empty where there is nothing to verify. */
    Optional<Case> findCase(String communityId, String regionCode) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var community = wanted.onCommunity().id().name();
        community.mode();
        community.core().name();
        community.members().name();
        var progress = community.progress().askedCount().metCount();
        var criterion = progress.criteria().code().name().asks().lacking();
        criterion.state();
        criterion.measures().name().present().needed();
        criterion.facts().label().counts().reason();
        finding(progress.finding());
        var evidence = community
                .evidence(null, List.of(EvidenceState.CURRENT), EVIDENCE, null)
                .edges()
                .node()
                .id()
                .criterion()
                .fileName()
                .note()
                .uploadedBy()
                .recordedAt();
        evidence.activity().title().startsAt();
        var file = evidence.file().url().pages().thumbnailUrl();
        file.mediaType();
        var region = new RegionProjectionRoot<>();
        region.reviewQueue(null, QUEUE, null).edges().node().community().id();
        var answer = backend.ask(
                new Question(
                        "node", NodeGraphQLQuery.newRequest().id(communityId).build(), wanted),
                new Question(
                        "region",
                        RegionGraphQLQuery.newRequest().code(regionCode).build(),
                        region));
        var queue = answer.find("region", Region.class).stream()
                .flatMap(found -> found.getReviewQueue().getEdges().stream())
                .map(edge -> edge.getNode().getCommunity().getId())
                .toList();
        return answer.find("node", Node.class)
                .filter(Community.class::isInstance)
                .map(Community.class::cast)
                .filter(found ->
                        found.getProgress() != null && found.getProgress().getFinding() != null)
                .map(found -> new Case(found, queue));
    }

    /** Addresses of the small pictures of a community's evidence. */
    List<String> listThumbnails(String communityId) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        wanted.onCommunity()
                .id()
                .evidence(null, List.of(EvidenceState.CURRENT), EVIDENCE, null)
                .edges()
                .node()
                .file()
                .thumbnailUrl();
        return backend.find(NodeGraphQLQuery.newRequest().id(communityId).build(), wanted, Node.class).stream()
                .filter(Community.class::isInstance)
                .flatMap(node -> ((Community) node).getEvidence().getEdges().stream())
                .map(edge -> edge.getNode().getFile())
                .filter(Objects::nonNull)
                .map(file -> file.getThumbnailUrl())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The finding on a community; empty where there is none for the caller. */
    Optional<Finding> findFinding(String communityId) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        finding(wanted.onCommunity().id().progress().finding());
        return backend.find(NodeGraphQLQuery.newRequest().id(communityId).build(), wanted, Node.class)
                .filter(Community.class::isInstance)
                .map(node -> ((Community) node).getProgress())
                .map(progress -> progress.getFinding());
    }

    private static void finding(FindingProjection<?, ?> finding) {
        finding.revision()
                .seen()
                .waitingSince()
                .resubmitted()
                .factsChanged()
                .viewerCanDecide()
                .viewerCanResubmit()
                .viewerCanWithdraw();
        finding.state();
        finding.viewerCannotDecideReasons().message();
        var latest = finding.latest().by().at().reason();
        latest.kind();
        var item = finding.items().criterion().label().reason().mended();
        item.evidence().id();
        item.activity().id();
        var change = finding.changes().code();
        change.figures().name().before().after().needed();
        var fact = change.facts();
        fact.kind();
        fact.fact().label().counts().reason();
    }

    /** Passes a community. */
    void pass(Case seen) {
        var wanted = new PassCommunityProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = pass(seen.community(), seen.finding());
        RefusedException.throwIfAny(backend.get(
                        PassCommunityGraphQLQuery.newRequest().input(input).build(), wanted, PassCommunityPayload.class)
                .getErrors());
    }

    private static PassCommunityInput pass(Community community, Finding seen) {
        return PassCommunityInput.newBuilder()
                .id(UUID.randomUUID())
                .communityId(community.getId())
                .expectedRevision(seen.getRevision())
                .seen(seen.getSeen())
                .build();
    }

    /** Passes several communities as they were seen, each by itself. */
    List<DecisionOutcome> passAll(List<CommunityProgress> seen) {
        var wanted = new PassCommunitiesProjectionRoot<>();
        wanted.errors().path().message().code();
        outcome(wanted.outcomes());
        var input = PassCommunitiesInput.newBuilder()
                .communities(seen.stream()
                        .map(one -> pass(one.getCommunity(), one.getFinding()))
                        .toList())
                .build();
        var payload = backend.get(
                PassCommunitiesGraphQLQuery.newRequest().input(input).build(), wanted, PassCommunitiesPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getOutcomes();
    }

    /** Takes back what was said last of several communities, each by itself. */
    List<DecisionOutcome> withdrawAll(List<DecisionOutcome> said, String reason) {
        var wanted = new WithdrawFindingsProjectionRoot<>();
        wanted.errors().path().message().code();
        outcome(wanted.outcomes());
        var input = WithdrawFindingsInput.newBuilder()
                .findings(said.stream()
                        .map(one -> withdrawal(
                                one.getCommunityId(), one.getFinding().getRevision(), reason))
                        .toList())
                .build();
        var payload = backend.get(
                WithdrawFindingsGraphQLQuery.newRequest().input(input).build(), wanted, WithdrawFindingsPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getOutcomes();
    }

    private static void outcome(DecisionOutcomeProjection<?, ?> outcome) {
        outcome.communityId();
        outcome.finding().revision();
        outcome.errors().path().message().code();
    }

    /** Sends a community back. */
    void sendBack(Case seen, List<SentBackItemInput> items) {
        var wanted = new SendBackCommunityProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = SendBackCommunityInput.newBuilder()
                .id(UUID.randomUUID())
                .communityId(seen.community().getId())
                .expectedRevision(seen.finding().getRevision())
                .seen(seen.finding().getSeen())
                .items(items)
                .build();
        RefusedException.throwIfAny(backend.get(
                        SendBackCommunityGraphQLQuery.newRequest().input(input).build(),
                        wanted,
                        SendBackCommunityPayload.class)
                .getErrors());
    }

    /** Submits a community again. */
    void resubmit(String communityId, Finding seen) {
        var wanted = new ResubmitCommunityProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = ResubmitCommunityInput.newBuilder()
                .id(UUID.randomUUID())
                .communityId(communityId)
                .expectedRevision(seen.getRevision())
                .build();
        RefusedException.throwIfAny(backend.get(
                        ResubmitCommunityGraphQLQuery.newRequest().input(input).build(),
                        wanted,
                        ResubmitCommunityPayload.class)
                .getErrors());
    }

    /** Takes back what was said last of a community. */
    void withdraw(String communityId, int expectedRevision, String reason) {
        var wanted = new WithdrawFindingProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = withdrawal(communityId, expectedRevision, reason);
        RefusedException.throwIfAny(backend.get(
                        WithdrawFindingGraphQLQuery.newRequest().input(input).build(),
                        wanted,
                        WithdrawFindingPayload.class)
                .getErrors());
    }

    private static WithdrawFindingInput withdrawal(String communityId, int expectedRevision, String reason) {
        return WithdrawFindingInput.newBuilder()
                .id(UUID.randomUUID())
                .communityId(communityId)
                .expectedRevision(expectedRevision)
                .reason(reason)
                .build();
    }
}
