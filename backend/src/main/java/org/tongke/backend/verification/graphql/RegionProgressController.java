package org.tongke.backend.verification.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;
import reactor.core.publisher.Mono;

/**
 * Progress of regions in the section "verification" of the schema. Who may see it is decided by the guard, from the places of the
 * region; so it is looked up without further limits.
 */
@Controller
class RegionProgressController {
    /** Where facts are asked for in a list, or what is found by them; without them it is a small part of the bytes. */
    private static final String FACTS = "edges/node/criteria/facts";

    private static final String FINDING = "edges/node/finding";

    private final Programmes programmes;
    private final Progresses progresses;
    private final EvidenceClaims claims;
    private final Clock clock;

    RegionProgressController(
            Programmes programmes,
            Progresses progresses,
            EvidenceClaims claims,
            Clock clock,
            BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.progresses = progresses;
        this.claims = claims;
        this.clock = clock;
        // a batch mapping takes no arguments, but these fields have some: they are part of the loaders' keys
        loaders.<StandingKey, RegionStanding>forName("regionStandings")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> standings(keys)));
        loaders.<ListKey, Connection<CommunityProgress>>forName("regionLists")
                .registerMappedBatchLoader(
                        (keys, environment) -> Mono.fromCallable(() -> lists(keys, progresses::listAll)));
        loaders.<ListKey, Connection<CommunityProgress>>forName("reviewQueues")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> lists(
                        keys, (programme, codes, page, _, scope) -> progresses.queues(programme, codes, page, scope))));
    }

    @SchemaMapping
    CompletableFuture<@Nullable RegionProgress> progress(
            Region region,
            @Argument @Nullable String programmeId,
            @Argument @Nullable LocalDate asOf,
            DataLoader<StandingKey, RegionStanding> regionStandings) {
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> load(region, programme, asOf, regionStandings))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Keys name a day alone, and none for now, so that regions which are reached at two moments of a request are looked up together. */
    private CompletableFuture<@Nullable RegionProgress> load(
            Region region,
            Programme programme,
            @Nullable LocalDate day,
            DataLoader<StandingKey, RegionStanding> loader) {
        var moment = AsOf.of(day, programme.zone(), clock.instant());
        return loader.load(new StandingKey(programme.id(), moment.pastDay(), region.code()))
                .<@Nullable RegionProgress>thenApply(
                        standing -> new RegionProgress(region, programme, standing, moment));
    }

    @SchemaMapping
    boolean viewerCanUpload(RegionProgress progress, Viewer viewer) {
        return progress.communityCount() > 0
                && claims.mayIssue(
                        viewer, progress.region().code(), progress.programme().id());
    }

    @SchemaMapping
    CompletableFuture<Connection<CommunityProgress>> communities(
            RegionProgress progress,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument CommunityPage order,
            DataFetchingFieldSelectionSet selection,
            DataLoader<ListKey, Connection<CommunityProgress>> regionLists,
            DataLoader<AskedProgress, @Nullable CommunityProgress> communityProgress) {
        var page = order.request(first, after);
        if (order == CommunityPage.LACK && !progress.moment().past()) {
            return regionLists.load(new ListKey(
                    progress.programme().id(),
                    page,
                    progress.region().code(),
                    selection.containsAnyOf(FACTS, FINDING)));
        }
        var standing = progress.standing();
        var all = order == CommunityPage.LACK ? standing.byLack() : standing.outlooks();
        return load(
                order.of(all, page, progress.programme().id()),
                progress,
                selection.containsAnyOf(FACTS, FINDING),
                communityProgress);
    }

    @SchemaMapping
    CompletableFuture<Connection<CommunityProgress>> reviewQueue(
            Region region,
            @Argument @Nullable String programmeId,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<ListKey, Connection<CommunityProgress>> reviewQueues) {
        var page = PageRequest.of(Progresses.QUEUE, Progresses.LIST_KEYS, first, after);
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> reviewQueues.load(new ListKey(programme.id(), page, region.code(), true)))
                .orElseGet(() -> CompletableFuture.completedFuture(Connection.empty()));
    }

    @SchemaMapping
    CompletableFuture<Connection<CommunityProgress>> late(
            RegionProgress progress,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<AskedProgress, @Nullable CommunityProgress> communityProgress) {
        var late =
                progress.standing().outlooks().stream().filter(Expected::late).toList();
        var page = CommunityPage.RISK.request(first, after);
        return load(
                CommunityPage.RISK.of(late, page, progress.programme().id()),
                progress,
                selection.containsAnyOf(FACTS, FINDING),
                communityProgress);
    }

    /** What ceases to be a new community between the two round trips is missing. */
    private static CompletableFuture<Connection<CommunityProgress>> load(
            Connection<Expected> page,
            RegionProgress progress,
            boolean facts,
            DataLoader<AskedProgress, @Nullable CommunityProgress> loader) {
        var edges = page.edges();
        return loader.loadMany(edges.stream()
                        .map(edge -> new AskedProgress(
                                new ProgressId(
                                        progress.programme().id(),
                                        edge.node().community().communityId()),
                                progress.moment().pastDay(),
                                facts))
                        .toList())
                .thenApply(found -> new Connection<>(edges(edges, found), page.pageInfo()));
    }

    private static List<Edge<CommunityProgress>> edges(
            List<Edge<Expected>> edges, List<@Nullable CommunityProgress> found) {
        var there = new ArrayList<Edge<CommunityProgress>>();
        for (int index = 0; index < edges.size(); index++) {
            var progress = found.get(index);
            if (progress != null) {
                there.add(new Edge<>(edges.get(index).cursor(), progress));
            }
        }
        return there;
    }

    private Map<StandingKey, RegionStanding> standings(Set<StandingKey> keys) {
        var found = new HashMap<StandingKey, RegionStanding>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new StandingKey(key.programmeId(), key.pastDay(), ""),
                        Collectors.mapping(StandingKey::regionCode, Collectors.toSet())))
                .forEach((asked, codes) -> standings(asked, codes)
                        .forEach((code, standing) ->
                                found.put(new StandingKey(asked.programmeId(), asked.pastDay(), code), standing)));
        return found;
    }

    private Map<String, RegionStanding> standings(StandingKey asked, Set<String> codes) {
        var programme = programmes.find(asked.programmeId()).orElseThrow();
        var moment = AsOf.of(asked.pastDay(), programme.zone(), clock.instant());
        return progresses.standings(programme, codes, moment, Scope.EVERYWHERE);
    }

    /** The same page of the lists of some regions. */
    private interface Lists {
        Map<String, Connection<CommunityProgress>> find(
                String programmeId, Collection<String> regionCodes, PageRequest page, boolean facts, Scope scope);
    }

    private static Map<ListKey, Connection<CommunityProgress>> lists(Set<ListKey> keys, Lists lists) {
        var found = new HashMap<ListKey, Connection<CommunityProgress>>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new ListKey(key.programmeId(), key.page(), "", key.facts()),
                        Collectors.mapping(ListKey::regionCode, Collectors.toSet())))
                .forEach((asked, codes) -> lists.find(
                                asked.programmeId(), codes, asked.page(), asked.facts(), Scope.EVERYWHERE)
                        .forEach((code, list) ->
                                found.put(new ListKey(asked.programmeId(), asked.page(), code, asked.facts()), list)));
        return found;
    }

    record StandingKey(String programmeId, @Nullable LocalDate pastDay, String regionCode) {}

    record ListKey(String programmeId, PageRequest page, String regionCode, boolean facts) {}
}
