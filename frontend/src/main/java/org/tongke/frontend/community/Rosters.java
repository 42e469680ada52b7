package org.tongke.frontend.community;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AskReopeningGraphQLQuery;
import org.tongke.frontend.contract.client.AskReopeningProjectionRoot;
import org.tongke.frontend.contract.client.CommitRosterGraphQLQuery;
import org.tongke.frontend.contract.client.CommitRosterProjectionRoot;
import org.tongke.frontend.contract.client.DecideReopeningGraphQLQuery;
import org.tongke.frontend.contract.client.DecideReopeningProjectionRoot;
import org.tongke.frontend.contract.client.PreviewRosterGraphQLQuery;
import org.tongke.frontend.contract.client.PreviewRosterProjectionRoot;
import org.tongke.frontend.contract.client.ReturnRosterGraphQLQuery;
import org.tongke.frontend.contract.client.ReturnRosterProjectionRoot;
import org.tongke.frontend.contract.client.RollUpRostersGraphQLQuery;
import org.tongke.frontend.contract.client.RollUpRostersProjectionRoot;
import org.tongke.frontend.contract.client.RosterGraphQLQuery;
import org.tongke.frontend.contract.client.RosterProjectionRoot;
import org.tongke.frontend.contract.client.RosterRowProjection;
import org.tongke.frontend.contract.client.RostersGraphQLQuery;
import org.tongke.frontend.contract.client.RostersProjectionRoot;
import org.tongke.frontend.contract.client.SubmitRosterGraphQLQuery;
import org.tongke.frontend.contract.client.SubmitRosterProjectionRoot;
import org.tongke.frontend.contract.types.CommitRosterInput;
import org.tongke.frontend.contract.types.DecideReopeningInput;
import org.tongke.frontend.contract.types.PreviewRosterInput;
import org.tongke.frontend.contract.types.PreviewRosterPayload;
import org.tongke.frontend.contract.types.RollUpRostersInput;
import org.tongke.frontend.contract.types.RollUpRostersPayload;
import org.tongke.frontend.contract.types.Roster;
import org.tongke.frontend.contract.types.RosterPayload;
import org.tongke.frontend.contract.types.RosterPreview;
import org.tongke.frontend.contract.types.RosterReasonedInput;
import org.tongke.frontend.contract.types.RosterSeenInput;
import org.tongke.frontend.contract.types.SubmitRosterInput;
import org.tongke.frontend.contract.types.UserError;

/** The rosters of counties and what can be done to them, as the caller may. Commands throw {@link RefusedException}. */
@Component
public class Rosters {
    private final Backend backend;

    public Rosters(Backend backend) {
        this.backend = backend;
    }

    /**
     * The roster of a county; empty if there is none for the caller.
     *
     * @param programmeId null for the current one
     */
    Optional<Roster> find(String code, @Nullable String programmeId) {
        var wanted = new RosterProjectionRoot<>();
        var roster = wanted.id()
                .revision()
                .stateLabel()
                .timingLabel()
                .dueOn()
                .communityCount()
                .memberCount()
                .pairedCount()
                .viewerCanEdit()
                .viewerCanReturn()
                .viewerCanAskReopening()
                .viewerCanDecideReopening();
        roster.state();
        roster.timing();
        var county = roster.county().code().name();
        county._parent().code().name();
        var target = county.target(programmeId);
        target.newMembers().text().kind();
        target.pairedSchools().text().kind();
        roster.programme().id().code().name();
        row(roster.rows());
        roster.form().unit().person().phone();
        roster.submitted().at().name();
        roster.returned().at().name().reason();
        roster.receipts().number().communityCount().by().at().name();
        var wish = roster.reopenings().stageLabel();
        wish.stage();
        wish.asked().at().name().reason();
        wish.city().granted().by().at().name().reason();
        wish.province().granted().by().at().name().reason();
        roster.viewerCannotEditReasons().message();
        var problem = roster.problems().message().fix().severityLabel();
        problem.severity();
        roster.history().revision().recordedAt().by().words();
        return backend.find(
                RosterGraphQLQuery.newRequest()
                        .code(code)
                        .programmeId(programmeId)
                        .build(),
                wanted,
                Roster.class);
    }

    /**
     * The rosters of the counties of a region, in the order of annex 1.
     *
     * @param programmeId null for the current one
     */
    List<Roster> list(String code, @Nullable String programmeId) {
        var wanted = new RostersProjectionRoot<>();
        var roster = wanted.id()
                .revision()
                .stateLabel()
                .timingLabel()
                .cityDueOn()
                .communityCount()
                .memberCount()
                .pairedCount()
                .viewerCanRollUp()
                .viewerCanDecideReopening();
        roster.state();
        roster.timing();
        roster.programme().id().code().name();
        var county = roster.county().code().name();
        county._parent().name();
        var target = county.target(programmeId);
        target.newMembers().text().kind();
        target.pairedSchools().text().kind();
        roster.submitted().at();
        roster.receipts().number().by().at();
        var wish = roster.reopenings().stageLabel();
        wish.stage();
        var query = RostersGraphQLQuery.newRequest()
                .code(code)
                .programmeId(programmeId)
                .build();
        return backend.find(query, wanted, Roster[].class).map(List::of).orElse(List.of());
    }

    private static void row(RosterRowProjection<?, ?> row) {
        row.modeLabel();
        row.mode();
        row.core().schoolId().name();
        row.members().schoolId().name().reason();
    }

    /** What a table would do to a roster. */
    RosterPreview preview(GivenTable table) {
        var wanted = new PreviewRosterProjectionRoot<>();
        var preview = wanted.preview()
                .charset()
                .addedCount()
                .changedCount()
                .droppedCount()
                .unchangedCount()
                .changesAnything()
                .errorCount()
                .fingerprint();
        preview.roster().id().revision();
        var change = preview.changes().sheet().row();
        change.kind();
        row(change.before());
        row(change.after());
        var problem = preview.problems()
                .sheet()
                .row()
                .column()
                .message()
                .fix()
                .name()
                .reasonFor()
                .severityLabel();
        problem.severity();
        problem.suggestions().schoolId().name();
        wanted.errors().message().code();
        var input = PreviewRosterInput.newBuilder()
                .rosterId(table.rosterId())
                .sheet(table.sheet())
                .fixes(table.fixes())
                .reasons(table.reasons())
                .build();
        var payload = backend.get(
                PreviewRosterGraphQLQuery.newRequest().input(input).build(), wanted, PreviewRosterPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getPreview();
    }

    /** Takes a table as it was seen. */
    void commit(GivenTable table, RosterPreview seen) {
        var wanted = new CommitRosterProjectionRoot<>();
        wanted.errors().message().code();
        var input = CommitRosterInput.newBuilder()
                .rosterId(table.rosterId())
                .expectedRevision(seen.getRoster().getRevision())
                .sheet(table.sheet())
                .fixes(table.fixes())
                .reasons(table.reasons())
                .fingerprint(seen.getFingerprint())
                .build();
        done(backend.get(CommitRosterGraphQLQuery.newRequest().input(input).build(), wanted, RosterPayload.class)
                .getErrors());
    }

    /** Hands a roster in. */
    void submit(Roster roster, @Nullable String unit, @Nullable String person, @Nullable String phone) {
        var wanted = new SubmitRosterProjectionRoot<>();
        wanted.errors().message().code();
        var input = SubmitRosterInput.newBuilder()
                .rosterId(roster.getId())
                .expectedRevision(roster.getRevision())
                .unit(unit)
                .person(person)
                .phone(phone)
                .build();
        done(backend.get(SubmitRosterGraphQLQuery.newRequest().input(input).build(), wanted, RosterPayload.class)
                .getErrors());
    }

    /** Makes a draft of a roster again. */
    void giveBack(Roster roster, String reason) {
        var wanted = new ReturnRosterProjectionRoot<>();
        wanted.errors().message().code();
        done(backend.get(
                        ReturnRosterGraphQLQuery.newRequest()
                                .input(reasoned(roster, reason))
                                .build(),
                        wanted,
                        RosterPayload.class)
                .getErrors());
    }

    /** Asks that a locked roster be opened again. */
    void askReopening(Roster roster, String reason) {
        var wanted = new AskReopeningProjectionRoot<>();
        wanted.errors().message().code();
        done(backend.get(
                        AskReopeningGraphQLQuery.newRequest()
                                .input(reasoned(roster, reason))
                                .build(),
                        wanted,
                        RosterPayload.class)
                .getErrors());
    }

    private static RosterReasonedInput reasoned(Roster roster, String reason) {
        return RosterReasonedInput.newBuilder()
                .rosterId(roster.getId())
                .expectedRevision(roster.getRevision())
                .reason(reason)
                .build();
    }

    /** Decides on a county's wish. */
    void decideReopening(Roster roster, boolean granted, String reason) {
        var wanted = new DecideReopeningProjectionRoot<>();
        wanted.errors().message().code();
        var input = DecideReopeningInput.newBuilder()
                .rosterId(roster.getId())
                .expectedRevision(roster.getRevision())
                .granted(granted)
                .reason(reason)
                .build();
        done(backend.get(DecideReopeningGraphQLQuery.newRequest().input(input).build(), wanted, RosterPayload.class)
                .getErrors());
    }

    /** Rolls up rosters; the answer has the number of the receipt, and why some are not rolled up. */
    RollUpRostersPayload rollUp(UUID id, List<Roster> rosters) {
        var wanted = new RollUpRostersProjectionRoot<>();
        wanted.number().rosters().id();
        wanted.errors().message().code();
        var input = RollUpRostersInput.newBuilder()
                .id(id)
                .rosters(rosters.stream()
                        .map(roster -> RosterSeenInput.newBuilder()
                                .rosterId(roster.getId())
                                .expectedRevision(roster.getRevision())
                                .build())
                        .toList())
                .build();
        return backend.get(
                RollUpRostersGraphQLQuery.newRequest().input(input).build(), wanted, RollUpRostersPayload.class);
    }

    private static void done(List<UserError> errors) {
        RefusedException.throwIfAny(errors);
    }
}
