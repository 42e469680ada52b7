package org.tongke.backend.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.PushSaid;
import org.tongke.backend.push.PushState;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.Pushing;
import org.tongke.backend.push.Recommendation;
import org.tongke.backend.push.Recommendations;
import org.tongke.backend.push.RuleSaid;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Sharing;

/** What the staff of a resource centre does, through the faces of the rooms. */
public final class PushSample {
    /** A rule that does not limit. */
    public static final RuleSaid ALL = new RuleSaid(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApplicationContext app;
    private final Person staff;

    /** Staff of a centre. */
    public PushSample(ApplicationContext app, Person staff) {
        this.app = app;
        this.staff = staff;
    }

    /** Code of the centre's region. */
    public String region() {
        return staff.viewer().places().stream()
                .filter(PlaceKey::isRegion)
                .map(PlaceKey::raw)
                .findFirst()
                .orElseThrow();
    }

    /** Shares a link for the centre. */
    public Resource share(String title) {
        var link = new ResourceContent.Link("https://example.com/" + UUID.randomUUID(), false);
        return app.getBean(Sharing.class)
                .share(
                        UUID.randomUUID(),
                        ResourceOwner.idOfCentre(region()),
                        World.factsOf(title),
                        new GroupsSaid(List.of(), false),
                        new ContentSaid(Optional.empty(), Optional.of(link)),
                        staff.viewer(),
                        scope("Mutation.shareResource"))
                .resource()
                .orElseThrow();
    }

    /** Takes back what the centre shares. */
    public Resource withdraw(Resource resource, String reason) {
        return app.getBean(Sharing.class)
                .withdraw(
                        resource.id(), resource.revision(), reason, staff.viewer(), scope("Mutation.withdrawResource"));
    }

    /** Plans a push, for all who meet a rule. */
    public Push plan(UUID id, Resource resource, RuleSaid rule, Optional<Instant> sendAt) {
        return pushing()
                .create(
                        id,
                        Optional.empty(),
                        new PushSaid(resource.id(), rule, Optional.of("请看"), sendAt, true),
                        staff.viewer());
    }

    /** Pushes at once, and waits until it is delivered. */
    public Push push(Resource resource, RuleSaid rule) {
        return await(plan(UUID.randomUUID(), resource, rule, Optional.empty()), PushState.DELIVERED);
    }

    /** Waits until a push is in a state. */
    public Push await(Push push, PushState state) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var now = app.getBean(Pushes.class)
                    .find(push.id(), staff.viewer(), Scope.EVERYWHERE)
                    .orElseThrow();
            if (now.state() == state) {
                return now;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(push.id() + " is " + now.state());
            }
            pause();
        }
    }

    /** Recommends a resource to the province. */
    public static Recommendation recommend(ApplicationContext app, Person person, Resource resource) {
        return app.getBean(Recommendations.class)
                .recommend(
                        UUID.randomUUID(),
                        resource.id(),
                        Optional.empty(),
                        Optional.of("学生很喜欢"),
                        person.viewer(),
                        app.getBean(WhoMay.class)
                                .permission("Mutation.recommendResource", person.viewer())
                                .scope());
    }

    /** Where the staff may do something. */
    public Scope scope(String field) {
        return app.getBean(WhoMay.class).permission(field, staff.viewer()).scope();
    }

    private Pushing pushing() {
        return app.getBean(Pushing.class);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
