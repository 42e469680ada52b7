package org.tongke.backend.verification.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.Verdict.Kind;

/** A county's desk: communities that are ready, an officer, a colleague and a clerk, and what they say. */
final class Desk {
    static final String COUNTY = "330326";

    final World world;
    final Person officer;
    final Person colleague;
    final Person clerk;
    final Community community;
    private final ApplicationContext app;

    private Desk(ApplicationContext app) {
        this.app = app;
        world = World.in(app);
        officer = officer();
        colleague = officer();
        var first = officer();
        community = world.ready(COUNTY, first);
        clerk = world.person(Role.CLERK, PlaceKey.school(community.memberIds().getFirst()));
    }

    static Desk in(ApplicationContext app) {
        return new Desk(app);
    }

    Person officer() {
        return world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
    }

    ProgressId id(Community of) {
        return new ProgressId(world.programme(), of.id());
    }

    /** How the community stands, after a look at its facts. */
    Finding look() {
        return look(community);
    }

    /** How another one stands, after a look at its facts. */
    Finding look(Community other) {
        app.getBean(FreshProgress.class).look(id(other));
        return finding(other);
    }

    Finding finding() {
        return finding(community);
    }

    Finding finding(Community other) {
        return app.getBean(Findings.class)
                .find(id(other).raw(), Scope.EVERYWHERE)
                .orElseThrow();
    }

    DecisionSaid pass(Finding seen) {
        return said(Kind.PASSED, seen, null);
    }

    DecisionSaid sendBack(Finding seen, ItemSaid... items) {
        return new DecisionSaid(
                UUID.randomUUID(),
                seen.id(),
                seen.revision(),
                Kind.SENT_BACK,
                Optional.of(seen.seen()),
                Optional.empty(),
                List.of(items));
    }

    DecisionSaid said(Kind kind, Finding seen, @Nullable String reason) {
        return new DecisionSaid(
                UUID.randomUUID(),
                seen.id(),
                seen.revision(),
                kind,
                kind == Kind.PASSED ? Optional.of(seen.seen()) : Optional.empty(),
                Optional.ofNullable(reason),
                List.of());
    }

    static ItemSaid item(String criterion, String reason) {
        return new ItemSaid(criterion, Optional.empty(), Optional.empty(), reason);
    }

    static ItemSaid file(SeenFile file, String reason) {
        return new ItemSaid(file.criterion(), Optional.of(file.evidenceId()), Optional.empty(), reason);
    }

    Finding say(Person person, DecisionSaid said) {
        return world.say(person, said);
    }

    /** What a command is refused for, as in {@code CONFLICT seen.2.1 [2.1, 20, 19]}; "done" if it is not. */
    static String outcome(Callable<?> command) throws Exception {
        try {
            command.call();
            return "done";
        } catch (RefusedException refused) {
            return refused.refusals().stream().map(Desk::print).collect(Collectors.joining("; "));
        }
    }

    /** What became of several, as in {@code [PASSED 1, OWN_EVIDENCE  [批文.pdf, 1.1]]}: how it stands with its revision, or why not. */
    static List<String> outcomes(List<DecisionOutcome> all) {
        return all.stream()
                .map(one -> one.finding() == null
                        ? one.refusals().stream().map(Desk::print).collect(Collectors.joining("; "))
                        : one.finding().state() + " " + one.finding().revision())
                .toList();
    }

    private static String print(Refusal refusal) {
        return refusal.code() + " " + String.join(".", refusal.path()) + " " + refusal.arguments();
    }

    /** Ids of the communities in the county's queue, in its order. */
    List<String> queue() {
        var page = PageRequest.of(Progresses.QUEUE, Progresses.LIST_KEYS, PageRequest.MOST, null);
        return Objects.requireNonNull(app.getBean(Progresses.class)
                        .queues(world.programme(), List.of(COUNTY), page, Scope.EVERYWHERE)
                        .get(COUNTY))
                .edges()
                .stream()
                .map(edge -> edge.node().id().communityId())
                .toList();
    }

    /** What was said, the newest first, as in {@code WITHDRAWN PASSED}. */
    String history() {
        var page = PageRequest.of(Findings.LIST, Findings.LIST_KEYS, 10, null);
        var asked = new DecisionPage(finding(), page);
        return Objects.requireNonNull(
                        app.getBean(Findings.class).listEach(List.of(asked)).get(asked))
                .edges()
                .stream()
                .map(edge -> edge.node().kind().name())
                .collect(Collectors.joining(" "));
    }
}
