package org.tongke.backend.verification.graphql;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.verification.ProgressChanges;
import org.tongke.backend.verification.ProgressChanges.ProgressChanged;
import reactor.core.publisher.Flux;

/** The subscription in the section "verification" of the schema. */
@Controller
class ProgressChangeController {
    private final ProgressChanges changes;

    ProgressChangeController(ProgressChanges changes) {
        this.changes = changes;
    }

    @SubscriptionMapping
    Flux<ProgressChanged> progressChanged(
            @Argument @Nullable String regionId, @Argument @Nullable String after, Viewer viewer, Scope scope) {
        var code = regionId == null ? null : GlobalId.rawOrNobodys("Region", regionId);
        return changes.follow(code, after, viewer, scope);
    }
}
