package org.tongke.backend.evidence.graphql;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.evidence.EvidencePage;
import org.tongke.backend.evidence.EvidenceState;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import reactor.core.publisher.Mono;

/** Evidence in the section "evidence" of the schema. */
@Controller
class EvidenceController {
    private static final String OF_COMMUNITY = "Community.evidence";
    private static final int MOST_OF_LESSON = 50;

    private final WhoMay whoMay;
    private final Communities communities;
    private final Activities activities;
    private final StoredFiles files;
    private final Regions regions;
    private final EvidenceClaims claims;

    EvidenceController(
            WhoMay whoMay,
            Communities communities,
            Activities activities,
            StoredFiles files,
            Regions regions,
            EvidenceClaims claims,
            BatchLoaderRegistry loaders) {
        this.whoMay = whoMay;
        this.communities = communities;
        this.activities = activities;
        this.files = files;
        this.regions = regions;
        this.claims = claims;
        // a batch mapping takes no arguments, but this field has some: they are part of the loader's key
        loaders.<EvidencePage, Connection<Evidence>>forName("evidencePages")
                .registerMappedBatchLoader((pages, environment) -> Mono.fromCallable(() -> claims.listEach(pages)));
    }

    @SchemaMapping
    CompletableFuture<Connection<Evidence>> evidence(
            Community community,
            @Argument @Nullable String criterion,
            @Argument Set<EvidenceState> states,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope,
            DataLoader<EvidencePage, Connection<Evidence>> evidencePages) {
        var page = PageRequest.of(EvidenceClaims.LIST, EvidenceClaims.LIST_KEYS, first, after);
        var asked = new EvidencePage.Asked(Optional.ofNullable(criterion), states, page, scope);
        return evidencePages.load(new EvidencePage(community.id(), asked));
    }

    /** For whoever a lesson concerns: of its evidence what the viewer may see. */
    @BatchMapping
    Map<Activity, List<Evidence>> evidence(List<Activity> lessons, @ContextValue Viewer viewer) {
        var ids =
                lessons.stream().flatMap(lesson -> lesson.lessonIds().stream()).collect(Collectors.toSet());
        var found = claims.findByActivities(
                ids, whoMay.permission(OF_COMMUNITY, viewer).scope());
        return lessons.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        lesson -> found.stream()
                                .filter(one -> one.activityId() != null
                                        && lesson.lessonIds().contains(one.activityId()))
                                .sorted(Comparator.comparing(Evidence::recordedAt)
                                        .reversed())
                                .limit(MOST_OF_LESSON)
                                .toList()));
    }

    /** Everybody signed in may see communities and activities; the file is limited by the guard in front of the field. */
    @BatchMapping
    Map<Evidence, Community> community(List<Evidence> evidence) {
        return each(
                evidence,
                one -> one.isOfCounty() ? null : one.communityIds().getFirst(),
                ids -> communities.findAll(ids, Scope.EVERYWHERE));
    }

    @SchemaMapping
    List<String> communityIds(Evidence evidence) {
        return evidence.communityIds().stream()
                .map(id -> new GlobalId("Community", id).encode())
                .toList();
    }

    @SchemaMapping
    @Nullable
    Region county(Evidence evidence) {
        var code = evidence.countyCode();
        return code == null ? null : regions.get(code);
    }

    @SchemaMapping
    @Nullable
    String withdrawnFor(Evidence evidence) {
        return evidence.life().withdrawnFor();
    }

    @BatchMapping
    Map<Evidence, Evidence> replacedBy(List<Evidence> evidence) {
        return each(evidence, one -> one.life().replacedBy(), ids -> claims.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<Evidence, Activity> activity(List<Evidence> evidence) {
        return each(evidence, Evidence::activityId, ids -> activities.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<Evidence, StoredFile> file(List<Evidence> evidence) {
        return each(evidence, Evidence::fileId, ids -> files.findAll(ids, Scope.EVERYWHERE));
    }

    /** The thing that each piece of evidence names; missing where it names none. */
    private static <T> Map<Evidence, T> each(
            List<Evidence> evidence,
            Function<Evidence, @Nullable String> idOf,
            Function<List<String>, Map<String, T>> findAll) {
        var ids =
                evidence.stream().map(idOf).filter(Objects::nonNull).distinct().collect(Collectors.toList());
        var found = ids.isEmpty() ? Map.<String, T>of() : findAll.apply(ids);
        var each = new HashMap<Evidence, T>();
        for (var one : evidence) {
            var thing = found.get(String.valueOf(idOf.apply(one)));
            if (thing != null) {
                each.put(one, thing);
            }
        }
        return each;
    }

    @Bean
    static NodeFinder evidenceNodes(EvidenceClaims claims) {
        return NodeFinder.of(Evidence.class, (raw, viewer, scope) -> claims.find(raw, scope));
    }
}
