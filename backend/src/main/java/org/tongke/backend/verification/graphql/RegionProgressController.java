package org.tongke.backend.verification.graphql;

import java.time.Clock;
import java.util.Collection;
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
import org.tongke.backend.community.Programmes;
import org.tongke.backend.directory.Region;
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
    private final Clock clock;

    RegionProgressController(Programmes programmes, Progresses progresses, Clock clock, BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.progresses = progresses;
        this.clock = clock;
        // a batch mapping takes no arguments, but these fields have some: they are part of the loaders' keys
        loaders.<SumsKey, RegionSums>forName("regionSums")
                .registerMappedBatchLoader((keys, environment) -> Mono.fromCallable(() -> sums(keys)));
        loaders.<ListKey, Connection<CommunityProgress>>forName("regionLists")
                .registerMappedBatchLoader(
                        (keys, environment) -> Mono.fromCallable(() -> lists(keys, progresses::listAll)));
        loaders.<ListKey, Connection<CommunityProgress>>forName("reviewQueues")
                .registerMappedBatchLoader(
                        (keys, environment) -> Mono.fromCallable(() -> lists(keys, progresses::queues)));
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
    CompletableFuture<Connection<CommunityProgress>> communities(
            RegionProgress progress,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<ListKey, Connection<CommunityProgress>> regionLists) {
        var page = PageRequest.of(Progresses.LIST, Progresses.LIST_KEYS, first, after);
        return regionLists.load(
                new ListKey(progress.programme().id(), page, progress.region().code()));
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
                .map(programme -> reviewQueues.load(new ListKey(programme.id(), page, region.code())))
                .orElseGet(() -> CompletableFuture.completedFuture(Connection.empty()));
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

    /** The same page of the lists of some regions. */
    private interface Lists {
        Map<String, Connection<CommunityProgress>> find(
                String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope);
    }

    private static Map<ListKey, Connection<CommunityProgress>> lists(Set<ListKey> keys, Lists lists) {
        var found = new HashMap<ListKey, Connection<CommunityProgress>>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new ListKey(key.programmeId(), key.page(), ""),
                        Collectors.mapping(ListKey::regionCode, Collectors.toSet())))
                .forEach((asked, codes) -> lists.find(asked.programmeId(), codes, asked.page(), Scope.EVERYWHERE)
                        .forEach(
                                (code, list) -> found.put(new ListKey(asked.programmeId(), asked.page(), code), list)));
        return found;
    }

    record SumsKey(String programmeId, String regionCode) {}

    record ListKey(String programmeId, PageRequest page, String regionCode) {}
}
