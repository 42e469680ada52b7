package org.tongke.backend.community.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RaisedTarget;
import org.tongke.backend.community.RaisedTarget.Step;
import org.tongke.backend.community.RaisedTargets;
import org.tongke.backend.community.RegionTarget;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.PrintedCount;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.community.programme.TargetFormula;
import org.tongke.backend.community.programme.TargetSum;
import org.tongke.backend.directory.Region;
import reactor.core.publisher.Mono;

/** Targets in the section "community" of the schema: what is printed, and beside it what was computed and raised. */
@Controller
class TargetController {
    private static final String TARGET = "Target";
    private static final String RAISE = "Mutation.raiseTarget";

    private final Programmes programmes;
    private final WhoMay whoMay;

    TargetController(Programmes programmes, RaisedTargets raisedTargets, WhoMay whoMay, BatchLoaderRegistry loaders) {
        this.programmes = programmes;
        this.whoMay = whoMay;
        // whatever of whichever targets of a programme is asked: its goals are fetched once
        loaders.<String, Goals>forName("goals")
                .registerMappedBatchLoader((ids, environment) -> Mono.fromCallable(() -> goals(ids, raisedTargets)));
    }

    private Map<String, Goals> goals(Set<String> programmeIds, RaisedTargets raisedTargets) {
        return programmeIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> raisedTargets.goals(programmes.find(id).orElseThrow())));
    }

    @SchemaMapping
    Optional<RegionTarget> target(Region region, @Argument @Nullable String programmeId) {
        return programmes.findOrCurrent(programmeId).flatMap(programme -> RaisedTargets.target(programme, region));
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount schools(RegionTarget target) {
        return target.row().schools();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount urban(RegionTarget target) {
        return target.row().urban();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount town(RegionTarget target) {
        return target.row().town();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount rural(RegionTarget target) {
        return target.row().rural();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount existingMerged(RegionTarget target) {
        return target.row().existingMerged();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount existingCoBuilt(RegionTarget target) {
        return target.row().existingCoBuilt();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount existingCollaborative(RegionTarget target) {
        return target.row().existingCollaborative();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount newMembers(RegionTarget target) {
        return target.row().newMembers();
    }

    @SchemaMapping(typeName = TARGET)
    PrintedCount pairedSchools(RegionTarget target) {
        return target.row().newPairedSchools();
    }

    @SchemaMapping(typeName = TARGET)
    ComputedTarget formula(RegionTarget target) {
        var formula = target.programme().targets().formula(target.row());
        return new ComputedTarget(formula, formula.differsFrom(target.row()));
    }

    @SchemaMapping(typeName = TARGET)
    List<TargetSum> sums(RegionTarget target) {
        return target.programme().targets().sums(target.row());
    }

    @SchemaMapping(typeName = TARGET)
    CompletableFuture<@Nullable Goal> goal(RegionTarget target, DataLoader<String, Goals> goals) {
        return of(target, goals)
                .<@Nullable Goal>thenApply(
                        all -> all.find(target.region().code()).orElse(null));
    }

    @SchemaMapping(typeName = TARGET)
    CompletableFuture<Boolean> isRaised(RegionTarget target, DataLoader<String, Goals> goals) {
        return of(target, goals).thenApply(all -> all.isRaised(target.row()));
    }

    @SchemaMapping(typeName = TARGET)
    CompletableFuture<@Nullable Step> raise(RegionTarget target, DataLoader<String, Goals> goals) {
        return raised(target, goals)
                .<@Nullable Step>thenApply(
                        raised -> raised.flatMap(RaisedTarget::standing).orElse(null));
    }

    @SchemaMapping(typeName = TARGET)
    CompletableFuture<List<Step>> raises(RegionTarget target, DataLoader<String, Goals> goals) {
        return raised(target, goals)
                .thenApply(raised ->
                        raised.map(RaisedTarget::steps).orElse(List.of()).reversed());
    }

    @SchemaMapping(typeName = TARGET)
    CompletableFuture<@Nullable Long> revision(RegionTarget target, DataLoader<String, Goals> goals) {
        return raised(target, goals)
                .<@Nullable Long>thenApply(
                        raised -> raised.map(RaisedTarget::revision).orElse(null));
    }

    @SchemaMapping(typeName = TARGET)
    boolean viewerCanRaise(RegionTarget target, Viewer viewer) {
        var permission = whoMay.permission(RAISE, viewer);
        return permission.allowed()
                && target.row().row() == Target.Row.UNIT
                && permission.scope().covers(target.region().places());
    }

    private static CompletableFuture<Goals> of(RegionTarget target, DataLoader<String, Goals> goals) {
        return goals.load(target.programme().id());
    }

    private static CompletableFuture<Optional<RaisedTarget>> raised(
            RegionTarget target, DataLoader<String, Goals> goals) {
        return of(target, goals).thenApply(all -> all.raised(target.region().code()));
    }

    /** The type {@code TargetFormula} of the schema. */
    record ComputedTarget(TargetFormula formula, boolean differs) {
        public @Nullable String exact() {
            return formula.exact() == null ? null : formula.exact().toPlainString();
        }

        public PrintedCount newMembers() {
            return formula.newMembers();
        }

        public PrintedCount pairedSchools() {
            return formula.pairedSchools();
        }
    }
}
