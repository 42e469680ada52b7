package org.tongke.frontend.verification;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.CommunityProgressProjection;
import org.tongke.frontend.contract.client.EvidenceConnectionProjection;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.RegionGraphQLQuery;
import org.tongke.frontend.contract.client.RegionProgressProjection;
import org.tongke.frontend.contract.client.RegionProjectionRoot;
import org.tongke.frontend.contract.client.TargetProjection;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.Region;

/** How communities and regions stand, as the caller may see it. */
@Component
public class Standings {
    private static final int EVIDENCE = 100;

    private final Backend backend;

    public Standings(Backend backend) {
        this.backend = backend;
    }

    /** A community with progress and evidence; empty if there is none with this id. */
    Optional<Standing> findCommunity(String communityId) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var community = wanted.onCommunity().id().name();
        community.mode();
        community.county().code().name();
        community.core().name();
        community.members().name();
        criteria(community.progress());
        evidence(community.evidence(null, EVIDENCE, null));
        return node(communityId, wanted)
                .filter(Community.class::isInstance)
                .map(node -> new Standing((Community) node));
    }

    /** A fresh address of the file of a piece of evidence; empty if there is none for the caller. */
    Optional<String> findFileUrl(String evidenceId) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        wanted.onEvidence().id().file().url();
        return node(evidenceId, wanted)
                .filter(Evidence.class::isInstance)
                .map(node -> ((Evidence) node).getFile())
                .map(file -> file.getUrl());
    }

    /**
     * A region with its progress, that of the regions below, and its communities, those that lack most first.
     *
     * @param code division code
     * @param communities how many communities at most, 1 to 100
     */
    Optional<Region> findRegion(String code, int communities) {
        var wanted = new RegionProjectionRoot<>();
        var region = wanted.id().code().name();
        region.kind();
        // The generated `parent()` leads back up in the question; the field of that name is `_parent()`.
        var above = region._parent().code().name();
        above._parent().code().name();
        target(region.target(null));
        var sums = region.progress(null);
        sums(sums);
        var list = sums.communities(communities, null);
        list.pageInfo().hasNextPage();
        var progress = list.edges().node().askedCount().metCount().operating();
        progress.criteria().code().name().lacking().state();
        var community = progress.community().id().name();
        community.mode();
        community.county().name();
        var below = region.children().code().name();
        below.kind();
        target(below.target(null));
        sums(below.progress(null));
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), wanted, Region.class);
    }

    private Optional<Node> node(String id, NodeProjectionRoot<?, ?> wanted) {
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class);
    }

    private static void criteria(CommunityProgressProjection<?, ?> progress) {
        progress.askedCount().metCount().operating().asOf().programme().name().demo();
        var criterion = progress.criteria().code().name().asks().lacking().viewerCanUpload();
        criterion.state();
        criterion.takes();
        criterion.measures().name().present().needed();
        criterion.facts().label().counts().reason();
    }

    private static void evidence(EvidenceConnectionProjection<?, ?> evidence) {
        evidence.pageInfo().hasNextPage();
        var node = evidence.edges().node().id().criterion().note().uploadedBy().recordedAt();
        node.activity().title();
        var file = node.file().id().pages().gone().thumbnailUrl();
        file.mediaType();
    }

    private static void target(TargetProjection<?, ?> target) {
        target.newMembers().text().kind();
        target.pairedSchools().text().kind();
    }

    private static void sums(RegionProgressProjection<?, ?> progress) {
        progress.communityCount()
                .memberCount()
                .formedCount()
                .operatingCount()
                .operatingShare()
                .asOf();
        var programme = progress.programme().name().demo();
        programme.milestones().dueOn().task().share().source();
    }
}
