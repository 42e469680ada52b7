package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySource;
import org.tongke.backend.activity.Twins;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** Lessons that several suppliers report. */
@Controller
class TwinController {
    private static final String SEPARATE = "Mutation.separateTwins";

    private final Twins twins;
    private final Answers answers;
    private final WhoMay whoMay;

    TwinController(Twins twins, Answers answers, WhoMay whoMay) {
        this.twins = twins;
        this.answers = answers;
        this.whoMay = whoMay;
    }

    @SchemaMapping
    String activityId(ActivitySource source) {
        return new GlobalId("Activity", source.key().id()).encode();
    }

    @SchemaMapping
    String externalId(ActivitySource source) {
        return source.key().externalId();
    }

    @SchemaMapping
    boolean isShown(Activity activity) {
        return activity.isShown();
    }

    @SchemaMapping
    boolean isApart(Activity activity) {
        return activity.reporting().isApart();
    }

    @SchemaMapping
    boolean viewerCanSeparate(Activity activity, Viewer viewer) {
        return activity.reporting().twins() != null && may(activity, viewer);
    }

    @SchemaMapping
    boolean viewerCanRejoin(Activity activity, Viewer viewer) {
        return activity.reporting().isApart() && may(activity, viewer);
    }

    private boolean may(Activity activity, Viewer viewer) {
        var permission = whoMay.permission(SEPARATE, viewer);
        return permission.allowed() && permission.scope().covers(activity.places());
    }

    @MutationMapping
    TwinPayload separateTwins(@Argument TwinInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> twins.separate(input.rawId(), input.expectedRevision(), viewer, scope), TwinPayload::new, locale);
    }

    @MutationMapping
    TwinPayload rejoinTwins(@Argument TwinInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> twins.rejoin(input.rawId(), input.expectedRevision(), viewer, scope), TwinPayload::new, locale);
    }

    record TwinInput(String activityId, long expectedRevision) {

        String rawId() {
            return GlobalId.rawOrNobodys("Activity", activityId);
        }
    }

    record TwinPayload(@Nullable Activity activity, List<UserError> errors) {}
}
