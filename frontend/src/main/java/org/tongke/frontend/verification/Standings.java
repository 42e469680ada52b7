package org.tongke.frontend.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.community.Programmes;
import org.tongke.frontend.contract.client.CommunityProgressConnectionProjection;
import org.tongke.frontend.contract.client.CommunityProgressProjection;
import org.tongke.frontend.contract.client.DutyProjection;
import org.tongke.frontend.contract.client.EvidenceConnectionProjection;
import org.tongke.frontend.contract.client.ExchangePeriodProjection;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.RegionGraphQLQuery;
import org.tongke.frontend.contract.client.RegionProgressProjection;
import org.tongke.frontend.contract.client.RegionProjection;
import org.tongke.frontend.contract.client.RegionProjectionRoot;
import org.tongke.frontend.contract.client.TargetProjection;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityOrder;
import org.tongke.frontend.contract.types.CommunityProgressConnection;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.Region;

/** How communities and regions stand, as the caller may see it. */
@Component
public class Standings {
    private static final int EVIDENCE = 100;

    private final Backend backend;
    private final Programmes programmes;

    public Standings(Backend backend, Programmes programmes) {
        this.backend = backend;
        this.programmes = programmes;
    }

    /** A community with progress and evidence as it stands now; empty if there is none with this id. */
    Optional<Standing> findCommunity(String communityId) {
        return findCommunity(communityId, null);
    }

    /**
     * The same as it was shown at the end of a day; evidence is that of now all the same.
     *
     * @param day null for now
     */
    Optional<Standing> findCommunity(String communityId, @Nullable LocalDate day) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var community = wanted.onCommunity().id().name();
        community.mode();
        community.county().code().name();
        community.core().id().name();
        community.members().id().name();
        criteria(community.progress(null, day));
        evidence(community.evidence(null, List.of(EvidenceState.values()), EVIDENCE, null));
        exchanges(community.viewerCanAddExchangePeriod().exchangePeriods());
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
     * A region with its progress, that of the regions below, and its communities.
     *
     * @param code division code
     * @param communities how many communities at most, 1 to 100
     * @param address of which day, and which communities in which order
     */
    Optional<Region> findRegion(String code, int communities, ProgressAddress address) {
        var wanted = new RegionProjectionRoot<>();
        var region = wanted.id().code().name();
        region.kind();
        // The generated `parent()` leads back up in the question; the field of that name is `_parent()`.
        var above = region._parent().code().name();
        above._parent().code().name();
        var programme = programmes.idOf(address.programme());
        target(region.target(programme));
        duties(region.duties(programme));
        var day = address.asOf();
        var sums = region.progress(programme, day);
        sums(sums);
        sums.viewerCanUpload();
        if (address.onlyLate()) {
            communities(sums.late(communities, null));
        } else {
            var order = CommunityOrder.valueOf(address.order().name());
            communities(sums.communities(communities, null, order));
        }
        var below = region.children();
        unit(below, programme, day);
        if (address.showsUnits()) {
            unit(below.children(), programme, day);
        } else {
            // whether there are any; their figures are many, and nobody sees them
            below.children().code();
        }
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), wanted, Region.class);
    }

    /** The communities of a region that follow those up to a cursor, in the same order; empty if the region is not there. */
    Optional<CommunityProgressConnection> findMore(String code, int most, String after, ProgressAddress address) {
        var wanted = new RegionProjectionRoot<>();
        var sums = wanted.progress(programmes.idOf(address.programme()), address.asOf());
        if (address.onlyLate()) {
            communities(sums.late(most, after));
        } else {
            communities(sums.communities(
                    most, after, CommunityOrder.valueOf(address.order().name())));
        }
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), wanted, Region.class)
                .map(Region::getProgress)
                .map(progress -> address.onlyLate() ? progress.getLate() : progress.getCommunities());
    }

    private static void communities(CommunityProgressConnectionProjection<?, ?> list) {
        list.pageInfo().hasNextPage().endCursor();
        var progress = list.edges().node().askedCount().metCount().operating().verifiedAt();
        progress.criteria().code().name().lacking().state();
        progress.outlook().words().state();
        var community = progress.community().id().name();
        community.mode();
        community.county().name();
    }

    private static void unit(RegionProjection<?, ?> unit, @Nullable String programme, @Nullable LocalDate day) {
        unit.code().name().kind();
        target(unit.target(programme));
        sums(unit.progress(programme, day));
    }

    private static void duties(DutyProjection<?, ?> duty) {
        duty.own().askedCount().doneCount().words();
        duty.state();
        duty.milestone().dueOn().task().source();
        duty.missing().code().name();
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
        var fact = criterion
                .facts()
                .id()
                .label()
                .counts()
                .reason()
                .waitsForConfirmation()
                .viewerCanUpload();
        fact.type();
    }

    private static void evidence(EvidenceConnectionProjection<?, ?> evidence) {
        evidence.pageInfo().hasNextPage();
        var node = evidence.edges()
                .node()
                .id()
                .revision()
                .criterion()
                .note()
                .uploadedBy()
                .recordedAt();
        node.state();
        node.activity().id().title();
        var file = node.file().id().pages().gone().thumbnailUrl();
        file.mediaType();
    }

    private static void exchanges(ExchangePeriodProjection<?, ?> period) {
        period.id()
                .revision()
                .teacherName()
                .startsOn()
                .endsOn()
                .daysAWeek()
                .backbone()
                .viewerCanEdit();
        period.from().id().name();
        period.to().id().name();
    }

    private static void target(TargetProjection<?, ?> target) {
        target.newMembers().text().kind();
        target.pairedSchools().text().kind();
        target.isRaised().goal().newMembers().pairedSchools();
    }

    private static void sums(RegionProgressProjection<?, ?> progress) {
        progress.communityCount()
                .memberCount()
                .formedCount()
                .operatingCount()
                .operatingShare()
                .formedMemberCount()
                .operatingMemberCount()
                .verifiedCount()
                .verifiedMemberCount()
                .verifiedShare()
                .targetShare()
                .waitingCount()
                .lateCount()
                .asOf();
        var standing = progress.milestones().neededCount().verifiedCount().verifiedMemberCount();
        standing.targetMemberCount().expectedCount().state();
        standing.milestone().dueOn().share();
        var programme = progress.programme().id().code().name().demo();
        programme.milestones().dueOn().task().share().source();
    }
}
