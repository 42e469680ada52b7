package org.tongke.backend.verification.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.review.CriterionChange;
import org.tongke.backend.verification.review.Decision;
import org.tongke.backend.verification.review.DecisionPage;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.Findings;
import reactor.core.publisher.Mono;

/** Findings in the section "verification" of the schema. Who may see one is decided by the guard, from the places of the community. */
@Controller
class FindingController {
    private final Findings findings;
    private final FindingWords words;
    private final WhoMay whoMay;
    private final Texts texts;

    FindingController(Findings findings, FindingWords words, WhoMay whoMay, Texts texts, BatchLoaderRegistry loaders) {
        this.findings = findings;
        this.words = words;
        this.whoMay = whoMay;
        this.texts = texts;
        // a batch mapping takes no arguments, but this field has some: they are part of the loader's key
        loaders.<DecisionPage, Connection<Decision>>forName("decisionPages")
                .registerMappedBatchLoader((pages, environment) -> Mono.fromCallable(() -> findings.listEach(pages)));
    }

    @BatchMapping
    Map<CommunityProgress, Finding> finding(List<CommunityProgress> progress) {
        var found = findings.findAll(progress);
        return progress.stream().distinct().collect(Collectors.toMap(Function.identity(), one -> found.get(one.id())));
    }

    @SchemaMapping
    @Nullable
    Instant waitingSince(Finding finding) {
        return finding.state() == Finding.State.WAITING
                ? finding.progress().review().waitingSince()
                : null;
    }

    @SchemaMapping
    boolean resubmitted(Finding finding) {
        return finding.state() == Finding.State.WAITING
                && finding.progress().review().resubmitted();
    }

    @SchemaMapping
    @Nullable
    DecisionAnswer latest(Finding finding) {
        return finding.latest().map(one -> new DecisionAnswer(finding, one)).orElse(null);
    }

    @SchemaMapping
    List<ItemAnswer> items(Finding finding) {
        return finding.items().stream()
                .map(item -> new ItemAnswer(finding, item))
                .toList();
    }

    @SchemaMapping
    boolean factsChanged(Finding finding) {
        return !finding.changes().isEmpty();
    }

    @BatchMapping
    List<List<ChangeAnswer>> changes(List<Finding> all, @ContextValue Locale locale) {
        var changes = all.stream().map(Finding::changes).toList();
        var measures = changes.stream()
                .flatMap(List::stream)
                .flatMap(change -> change.figures().stream())
                .map(CriterionChange.Figure::either)
                .toList();
        var language = words.in(locale, measures);
        var answers = new ArrayList<List<ChangeAnswer>>();
        for (int i = 0; i < all.size(); i++) {
            var finding = all.get(i);
            answers.add(changes.get(i).stream()
                    .map(change -> new ChangeAnswer(finding, change, language))
                    .toList());
        }
        return answers;
    }

    @SchemaMapping
    CompletableFuture<Connection<DecisionAnswer>> history(
            Finding finding,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<DecisionPage, Connection<Decision>> decisionPages) {
        var page = PageRequest.of(Findings.LIST, Findings.LIST_KEYS, first, after);
        return decisionPages
                .load(new DecisionPage(finding, page))
                .thenApply(list -> list.map(one -> new DecisionAnswer(finding, one)));
    }

    @SchemaMapping
    boolean viewerCanDecide(Finding finding, Viewer viewer) {
        return may("passCommunity", finding, viewer) && reasons(finding, viewer).isEmpty();
    }

    @SchemaMapping
    List<UserError> viewerCannotDecideReasons(Finding finding, Viewer viewer, Locale locale) {
        return may("passCommunity", finding, viewer) ? texts.userErrors(reasons(finding, viewer), locale) : List.of();
    }

    private static List<Refusal> reasons(Finding finding, Viewer viewer) {
        var reasons = new ArrayList<Refusal>();
        if (finding.state() != Finding.State.WAITING) {
            reasons.add(
                    Refusal.of(ErrorCode.NOT_READY, List.of(), new Phrase("verification.state." + finding.state())));
        }
        finding.whyNotDecided(viewer.requireAccount()).ifPresent(reasons::add);
        return reasons;
    }

    @SchemaMapping
    boolean viewerCanResubmit(Finding finding, Viewer viewer) {
        return finding.state() == Finding.State.SENT_BACK
                && finding.progress().operating()
                && may("resubmitCommunity", finding, viewer);
    }

    @SchemaMapping
    boolean viewerCanWithdraw(Finding finding, Viewer viewer) {
        return (finding.state() == Finding.State.PASSED || finding.state() == Finding.State.SENT_BACK)
                && may("withdrawFinding", finding, viewer);
    }

    private boolean may(String mutation, Finding finding, Viewer viewer) {
        var permission = whoMay.permission("Mutation." + mutation, viewer);
        return permission.allowed() && permission.scope().covers(finding.places());
    }

    @Bean
    static NodeFinder findingNodes(Findings findings) {
        return NodeFinder.of(Finding.class, (raw, viewer, scope) -> findings.find(raw, scope));
    }
}
