package org.tongke.backend.activity.graphql;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityPage;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import reactor.core.publisher.Mono;

/** {@code Community.activities}: a field of a lower room's type. */
@Controller
class CommunityActivitiesController {
    private static final int LONGEST_WINDOW_DAYS = 370;
    /** Days beyond these are no dates that a database could hold. */
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9999;

    private final ZoneId zone;

    CommunityActivitiesController(Activities activities, ZoneId zone, BatchLoaderRegistry loaders) {
        this.zone = zone;
        // a batch mapping takes no arguments, but this field has some: they are part of the loader's key
        loaders.<ActivityPage, Connection<Activity>>forName("activityPages")
                .registerMappedBatchLoader((pages, environment) -> Mono.fromCallable(() -> activities.listEach(pages)));
    }

    @SchemaMapping
    CompletableFuture<Connection<Activity>> activities(
            Community community,
            @Argument LocalDate from,
            @Argument LocalDate to,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope,
            DataLoader<ActivityPage, Connection<Activity>> activityPages) {
        var page = PageRequest.of(Activities.LIST, Activities.LIST_KEYS, first, after);
        if (from.getYear() < FIRST_YEAR
                || to.getYear() > LAST_YEAR
                || to.isBefore(from)
                || ChronoUnit.DAYS.between(from, to) > LONGEST_WINDOW_DAYS) {
            throw new RequestException(ErrorCode.BAD_REQUEST);
        }
        var begin = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var asked = new ActivityPage.Asked(begin, end, page, scope);
        return activityPages.load(new ActivityPage(community.id(), asked));
    }
}
