package org.tongke.backend.verification.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.words.Words;
import reactor.core.publisher.Mono;

/**
 * Progress of communities in the section "verification" of the schema. Who may see it is decided by the guard, from the places of
 * the community; so it is looked up without further limits.
 */
@Controller
class CommunityProgressController {
    private final Programmes programmes;
    private final Communities communities;
    private final Schools schools;
    private final Words.Source words;
    private final Clock clock;
    private final Progresses progresses;

    CommunityProgressController(
            Programmes programmes,
            Communities communities,
            Schools schools,
            Progresses progresses,
            Words.Source words,
            Clock clock,
            BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.communities = communities;
        this.schools = schools;
        this.words = words;
        this.clock = clock;
        this.progresses = progresses;
        // a batch mapping takes no arguments, but this field has one: it is part of the loader's key
        loaders.<AskedProgress, CommunityProgress>forName("communityProgress")
                .registerMappedBatchLoader((asked, environment) -> Mono.fromCallable(() -> find(asked)));
    }

    @SchemaMapping
    CompletableFuture<@Nullable CommunityProgress> progress(
            Community community,
            @Argument @Nullable String programmeId,
            @Argument @Nullable LocalDate asOf,
            DataFetchingFieldSelectionSet selection,
            DataLoader<AskedProgress, @Nullable CommunityProgress> communityProgress) {
        return programmes
                .findOrCurrent(programmeId)
                .map(programme -> communityProgress.load(new AskedProgress(
                        new ProgressId(programme.id(), community.id()),
                        AsOf.of(asOf, programme.zone(), clock.instant()).pastDay(),
                        selection.containsAnyOf("criteria/facts", "finding"))))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private Map<AskedProgress, CommunityProgress> find(Set<AskedProgress> asked) {
        var found = new HashMap<AskedProgress, CommunityProgress>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        one -> new AskedProgress(
                                new ProgressId(one.id().programmeId(), ""), one.pastDay(), one.facts()),
                        Collectors.mapping(AskedProgress::id, Collectors.toSet())))
                .forEach((group, ids) -> find(group, ids)
                        .forEach((id, progress) ->
                                found.put(new AskedProgress(id, group.pastDay(), group.facts()), progress)));
        return found;
    }

    private Map<ProgressId, CommunityProgress> find(AskedProgress group, Set<ProgressId> ids) {
        var programme = programmes.find(group.id().programmeId()).orElseThrow();
        var moment = AsOf.of(group.pastDay(), programme.zone(), clock.instant());
        return group.facts()
                ? progresses.findAll(programme, ids, moment, Scope.EVERYWHERE)
                : progresses.findAllWithoutFacts(programme, ids, moment, Scope.EVERYWHERE);
    }

    @SchemaMapping
    Programme programme(CommunityProgress progress) {
        return programmeOf(progress);
    }

    @BatchMapping
    List<Community> community(List<CommunityProgress> progresses) {
        var ids =
                progresses.stream().map(progress -> progress.id().communityId()).collect(Collectors.toSet());
        var found = communities.findAll(ids, Scope.EVERYWHERE);
        return progresses.stream()
                .map(progress -> Objects.requireNonNull(found.get(progress.id().communityId())))
                .toList();
    }

    /** Progress is kept up with facts and clock, so what is stored is so now, however long ago it last changed. */
    @SchemaMapping
    Instant asOf(CommunityProgress progress) {
        return AsOf.of(progress.pastDay(), programmeOf(progress).zone(), clock.instant())
                .at();
    }

    /** One round trip, for the names of schools that the words need; none where they need no names. */
    @BatchMapping
    List<List<CriterionAnswer>> criteria(List<CommunityProgress> progresses, @ContextValue Locale locale) {
        var named = new HashSet<String>();
        progresses.forEach(progress -> progress.criteria().forEach(found -> named.addAll(Words.schoolsNamedIn(found))));
        var language = words.in(locale, schools.namesOf(named));
        return progresses.stream().map(progress -> answers(progress, language)).toList();
    }

    private List<CriterionAnswer> answers(CommunityProgress progress, Words language) {
        var programme = programmeOf(progress);
        return progress.criteria().stream()
                .flatMap(found -> criterion(programme, progress, found.code())
                        .map(criterion -> new CriterionAnswer(progress, found, criterion, programme.zone(), language))
                        .stream())
                .toList();
    }

    /** What the mode is not asked has its name from a mode that is. */
    private static Optional<Criterion> criterion(Programme programme, CommunityProgress progress, String code) {
        var standard = programme.standard();
        return Stream.concat(
                        standard.criteria(progress.mode()).stream(),
                        standard.modes().values().stream().flatMap(List::stream))
                .filter(criterion -> criterion.id().equals(code))
                .findFirst();
    }

    private Programme programmeOf(CommunityProgress progress) {
        return programmes.find(progress.id().programmeId()).orElseThrow();
    }
}
