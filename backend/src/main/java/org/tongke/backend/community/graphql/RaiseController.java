package org.tongke.backend.community.graphql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.RaisedTargets;
import org.tongke.backend.community.RegionTarget;
import org.tongke.backend.community.programme.Programme;

/** What cities do to targets, in the section "community" of the schema. */
@Controller
class RaiseController {
    private final RaisedTargets raised;
    private final Programmes programmes;
    private final Answers answers;

    RaiseController(RaisedTargets raised, Programmes programmes, Answers answers) {
        this.raised = raised;
        this.programmes = programmes;
        this.answers = answers;
    }

    @MutationMapping
    TargetPayload raiseTarget(@Argument RaiseInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> raised.raise(
                        programme(input.programmeId()),
                        GlobalId.rawOrNobodys("Region", input.regionId()),
                        input.expectedRevision(),
                        input.newMembers(),
                        input.pairedSchools(),
                        input.reason(),
                        viewer,
                        scope),
                TargetPayload::new,
                locale);
    }

    @MutationMapping
    TargetPayload withdrawTargetRaise(@Argument WithdrawInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> raised.withdraw(
                        programme(input.programmeId()),
                        GlobalId.rawOrNobodys("Region", input.regionId()),
                        input.expectedRevision(),
                        input.reason(),
                        viewer,
                        scope),
                TargetPayload::new,
                locale);
    }

    private Programme programme(@Nullable String id) {
        return programmes.findOrCurrent(id).orElseThrow(() -> new RefusedException(Refusal.notFound("programmeId")));
    }

    record RaiseInput(
            String regionId,
            @Nullable String programmeId,
            @Nullable Long expectedRevision,
            int newMembers,
            @Nullable Integer pairedSchools,
            String reason) {}

    record WithdrawInput(
            String regionId,
            @Nullable String programmeId,
            @Nullable Long expectedRevision,
            String reason) {}

    /** The payload of both. */
    record TargetPayload(@Nullable RegionTarget target, List<UserError> errors) {}
}
