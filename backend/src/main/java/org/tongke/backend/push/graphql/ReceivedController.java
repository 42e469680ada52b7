package org.tongke.backend.push.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.push.Received;
import org.tongke.backend.push.ReceivedPushes;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;

/** What somebody of a school was given, in the section "push" of the schema. */
@Controller
class ReceivedController {
    private final ReceivedPushes received;
    private final Resources resources;
    private final Regions regions;
    private final WhoMay whoMay;

    ReceivedController(ReceivedPushes received, Resources resources, Regions regions, WhoMay whoMay) {
        this.received = received;
        this.resources = resources;
        this.regions = regions;
        this.whoMay = whoMay;
    }

    @QueryMapping
    Connection<Received> myPushes(
            @Argument boolean unread,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(ReceivedPushes.LIST, ReceivedPushes.LIST_KEYS, first, after);
        return received.list(unread, page, viewer, scope);
    }

    @QueryMapping
    int unreadPushCount(Viewer viewer, Scope scope) {
        return received.countUnread(viewer, scope);
    }

    @SchemaMapping(typeName = "ReceivedPush")
    String pushId(Received received) {
        return received.push().globalId().encode();
    }

    @SchemaMapping(typeName = "ReceivedPush")
    Region centre(Received received) {
        return regions.get(received.push().centreCode());
    }

    @SchemaMapping(typeName = "ReceivedPush")
    String title(Received received) {
        return received.push().said().title();
    }

    @SchemaMapping(typeName = "ReceivedPush")
    @Nullable
    String note(Received received) {
        return received.push().said().note();
    }

    @SchemaMapping(typeName = "ReceivedPush")
    Instant deliveredAt(Received received) {
        return Objects.requireNonNull(received.push().deliveredAt());
    }

    @BatchMapping(typeName = "ReceivedPush")
    Map<Received, Resource> resource(List<Received> all, @ContextValue Viewer viewer) {
        var found = resources.findAll(
                all.stream().map(one -> one.push().said().resourceId()).collect(Collectors.toSet()),
                viewer,
                whoMay.permission(PushController.SEES_RESOURCES, viewer).scope());
        var each = new HashMap<Received, Resource>();
        for (var one : all) {
            var resource = found.get(one.push().said().resourceId());
            if (resource != null) {
                each.put(one, resource);
            }
        }
        return each;
    }
}
