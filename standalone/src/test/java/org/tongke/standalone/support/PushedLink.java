package org.tongke.standalone.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.PushSaid;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.Pushing;
import org.tongke.backend.push.RuleSaid;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Sharing;

/** A link that the demo's resource centre pushes to all schools. */
public final class PushedLink {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Viewer CENTRE = new Viewer(
            "demo-centre", "钱书宁", List.of(Grant.at(Role.RESOURCE_CENTRE, PlaceKey.region(Regions.PROVINCE))));

    private PushedLink() {}

    /** Pushes one and waits until it is delivered; says the id of the push, as it stands in the address of its page. */
    public static String of(String title, String url) {
        var product = Product.get();
        var resource = product.bean(Sharing.class)
                .share(
                        UUID.randomUUID(),
                        ResourceOwner.idOfCentre(Regions.PROVINCE),
                        new FactsSaid(title, null, "MATHEMATICS", List.of(), null, Licence.CC_BY_NC),
                        new GroupsSaid(List.of(), false),
                        new ContentSaid(Optional.empty(), Optional.of(new ResourceContent.Link(url, false))),
                        CENTRE,
                        Scope.of(CENTRE.places()))
                .resource()
                .orElseThrow();
        var everybody = new RuleSaid(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        var push = product.bean(Pushing.class)
                .create(
                        UUID.randomUUID(),
                        Optional.empty(),
                        new PushSaid(resource.id(), everybody, Optional.of("请看"), Optional.empty(), true),
                        CENTRE);
        awaitDelivery(push);
        return push.globalId().encode();
    }

    private static void awaitDelivery(Push push) {
        var end = Instant.now().plus(PATIENCE);
        while (!Product.get()
                .bean(Pushes.class)
                .find(push.id(), CENTRE, Scope.EVERYWHERE)
                .orElseThrow()
                .isDelivered()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(push.id() + " is not delivered");
            }
            pause();
        }
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
