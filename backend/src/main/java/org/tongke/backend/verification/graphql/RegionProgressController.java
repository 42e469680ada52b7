package org.tongke.backend.verification.graphql;

import java.time.Clock;
import java.util.HashMap;
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
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.directory.Region;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.RegionSums;
import reactor.core.publisher.Mono;

/**
 * Progress of regions in the section "verification" of the schema. Who may see it is decided by the guard, from the places of the
 * region; so it is looked up without further limits.
 */
@Controller
class RegionProgressController {
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
        loaders.<SumsKey, RegionSums>forName("regionSums")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> sums(keys)));
        loaders.<ListKey, Connection<CommunityProgress>>forName("regionLists")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> lists(keys)));
    }

    @SchemaMapping
    CompletableFuture<@Nullable RegionProgress> progress(
            Region region, @Argument @Nullable String programmeId, DataLoader<SumsKey, RegionSums> regionSums) {
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> regionSums
                        .load(new SumsKey(programme.id(), region.code()))
                        .<@Nullable RegionProgress>thenApply(
                                sums -> new RegionProgress(region, programme, sums, clock.instant())))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
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
            DataLoader<ListKey, Connection<CommunityProgress>> regionLists) {
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, first, after);
        return regionLists.load(
                new ListKey(progress.programme().id(), page, progress.region().code()));
    }

    private Map<SumsKey, RegionSums> sums(Set<SumsKey> keys) {
        var found = new HashMap<SumsKey, RegionSums>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        SumsKey::programmeId, Collectors.mapping(SumsKey::regionCode, Collectors.toSet())))
                .forEach((programme, codes) -> progresses
                        .sums(programme, codes, Scope.EVERYWHERE)
                        .forEach((code, sums) -> found.put(new SumsKey(programme, code), sums)));
        return found;
    }

    private Map<ListKey, Connection<CommunityProgress>> lists(Set<ListKey> keys) {
        var found = new HashMap<ListKey, Connection<CommunityProgress>>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new ListKey(key.programmeId(), key.page(), ""),
                        Collectors.mapping(ListKey::regionCode, Collectors.toSet())))
                .forEach((asked, codes) -> progresses
                        .listAll(asked.programmeId(), codes, asked.page(), Scope.EVERYWHERE)
                        .forEach(
                                (code, list) -> found.put(new ListKey(asked.programmeId(), asked.page(), code), list)));
        return found;
    }

    record SumsKey(String programmeId, String regionCode) {}

    record ListKey(String programmeId, PageRequest page, String regionCode) {}
}
