package org.tongke.backend.verification.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.review.DecisionSaid;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.Findings;
import org.tongke.backend.verification.review.ItemSaid;

/** The mutations in the section "verification" of the schema. */
@Controller
class DecideController {
    private final Findings findings;
    private final Programmes programmes;
    private final Answers answers;
    private final Texts texts;

    DecideController(Findings findings, Programmes programmes, Answers answers, Texts texts) {
        this.findings = findings;
        this.programmes = programmes;
        this.answers = answers;
        this.texts = texts;
    }

    @MutationMapping
    FindingPayload passCommunity(@Argument PassCommunityInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(said(input), viewer, scope, locale);
    }

    @MutationMapping
    OutcomesPayload passCommunities(@Argument PassCommunitiesInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                "communities",
                input.communities(),
                PassCommunityInput::communityId,
                this::said,
                new Caller(viewer, scope, locale));
    }

    private DecisionSaid said(PassCommunityInput input) {
        return new DecisionSaid(
                input.id(),
                id(input.communityId(), input.programmeId()),
                input.expectedRevision(),
                Kind.PASSED,
                Optional.of(input.seen()),
                Optional.empty(),
                List.of());
    }

    @MutationMapping
    FindingPayload sendBackCommunity(
            @Argument SendBackCommunityInput input, Viewer viewer, Scope scope, Locale locale) {
        var said = new DecisionSaid(
                input.id(),
                id(input.communityId(), input.programmeId()),
                input.expectedRevision(),
                Kind.SENT_BACK,
                Optional.of(input.seen()),
                Optional.empty(),
                input.items().stream().map(Item::said).toList());
        return answer(said, viewer, scope, locale);
    }

    @MutationMapping
    FindingPayload resubmitCommunity(
            @Argument ResubmitCommunityInput input, Viewer viewer, Scope scope, Locale locale) {
        var said = new DecisionSaid(
                input.id(),
                id(input.communityId(), input.programmeId()),
                input.expectedRevision(),
                Kind.RESUBMITTED,
                Optional.empty(),
                words(input.note()),
                List.of());
        return answer(said, viewer, scope, locale);
    }

    @MutationMapping
    FindingPayload withdrawFinding(@Argument WithdrawFindingInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(said(input), viewer, scope, locale);
    }

    @MutationMapping
    OutcomesPayload withdrawFindings(@Argument WithdrawFindingsInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                "findings",
                input.findings(),
                WithdrawFindingInput::communityId,
                this::said,
                new Caller(viewer, scope, locale));
    }

    private DecisionSaid said(WithdrawFindingInput input) {
        return new DecisionSaid(
                input.id(),
                id(input.communityId(), input.programmeId()),
                input.expectedRevision(),
                Kind.WITHDRAWN,
                Optional.empty(),
                words(input.reason()),
                List.of());
    }

    /** What becomes of each of several, beside the id that the client gave it. */
    private <T> OutcomesPayload answer(
            String field, List<T> inputs, Function<T, String> idOf, Function<T, DecisionSaid> saidBy, Caller caller) {
        if (inputs.isEmpty() || inputs.size() > Findings.MOST_AT_ONCE) {
            var refusal = Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(field), 1, Findings.MOST_AT_ONCE);
            return new OutcomesPayload(List.of(), texts.userErrors(List.of(refusal), caller.locale()));
        }
        var decided = findings.decideAll(inputs.stream().map(saidBy).toList(), caller.viewer(), caller.scope());
        var outcomes = IntStream.range(0, inputs.size())
                .mapToObj(index -> new Outcome(
                        idOf.apply(inputs.get(index)),
                        decided.get(index).finding(),
                        texts.userErrors(decided.get(index).refusals(), caller.locale())))
                .toList();
        return new OutcomesPayload(outcomes, List.of());
    }

    private FindingPayload answer(DecisionSaid said, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> findings.decide(said, viewer, scope), FindingPayload::new, locale);
    }

    /** An id that names nothing is answered like a community that is not there. */
    private ProgressId id(String communityId, @Nullable String programmeId) {
        return new ProgressId(
                programmes.findOrCurrent(programmeId).map(Programme::id).orElse(""),
                GlobalId.rawOrNobodys("Community", communityId));
    }

    private static Optional<String> words(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
    }

    record PassCommunityInput(
            UUID id, String communityId, @Nullable String programmeId, int expectedRevision, String seen) {}

    record SendBackCommunityInput(
            UUID id,
            String communityId,
            @Nullable String programmeId,
            int expectedRevision,
            String seen,
            List<Item> items) {}

    record Item(
            String criterion,
            @Nullable String evidenceId,
            @Nullable String activityId,
            String reason) {

        ItemSaid said() {
            return new ItemSaid(
                    criterion,
                    Optional.ofNullable(evidenceId).map(id -> GlobalId.rawOrNobodys("Evidence", id)),
                    Optional.ofNullable(activityId).map(id -> GlobalId.rawOrNobodys("Activity", id)),
                    reason);
        }
    }

    record ResubmitCommunityInput(
            UUID id,
            String communityId,
            @Nullable String programmeId,
            int expectedRevision,
            @Nullable String note) {}

    record WithdrawFindingInput(
            UUID id, String communityId, @Nullable String programmeId, int expectedRevision, String reason) {}

    record PassCommunitiesInput(List<PassCommunityInput> communities) {}

    record WithdrawFindingsInput(List<WithdrawFindingInput> findings) {}

    /** Who says something, where he or she may, and in which language the answer is. */
    private record Caller(Viewer viewer, Scope scope, Locale locale) {}

    /** The payloads of the mutations on one community. */
    record FindingPayload(@Nullable Finding finding, List<UserError> errors) {}

    /** The payloads of the mutations on several. */
    record OutcomesPayload(List<Outcome> outcomes, List<UserError> errors) {}

    /** The type {@code DecisionOutcome} of the schema. */
    record Outcome(String communityId, @Nullable Finding finding, List<UserError> errors) {}
}
