package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityChangeFilter;
import org.tongke.backend.activity.ActivityChanges;
import org.tongke.backend.activity.ActivityChanges.ActivitiesChanged;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;

/** The subscription in the section "activity" of the schema. */
@Controller
class ActivityChangeController {
    private static final ActivityChangeFilter ALL =
            new ActivityChangeFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final ActivityChanges changes;

    ActivityChangeController(ActivityChanges changes) {
        this.changes = changes;
    }

    @SubscriptionMapping
    Flux<ActivitiesChanged> activitiesChanged(
            @Argument @Nullable ChangeFilterInput filter,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        return changes.follow(filter == null ? ALL : filter.read(), after, viewer, scope);
    }

    record ChangeFilterInput(
            @Nullable List<String> regionIds,
            @Nullable List<String> schoolIds,
            @Nullable List<String> communityIds,
            @Nullable List<String> subjects,
            @Nullable List<String> kinds,
            @Nullable List<String> suppliers) {

        ActivityChangeFilter read() {
            return new ActivityChangeFilter(
                    Asked.ids("Region", regionIds),
                    Asked.ids("School", schoolIds),
                    Asked.ids("Community", communityIds),
                    Asked.set(subjects),
                    Asked.set(kinds),
                    Asked.set(suppliers));
        }
    }
}
