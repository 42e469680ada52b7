package org.tongke.backend.community.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.sheet.SheetInput;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.RollUps;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.RosterPreview;
import org.tongke.backend.community.roster.RosterTables;
import org.tongke.backend.community.roster.Rosters;

/** Commands on rosters in the section "community" of the schema. */
@Controller
class RosterCommandController {
    private static final int MOST_SAID = 500;
    private static final int LONGEST_REASON = 500;

    private final Rosters rosters;
    private final RosterTables tables;
    private final RollUps rollUps;
    private final Answers answers;
    private final Texts texts;

    RosterCommandController(Rosters rosters, RosterTables tables, RollUps rollUps, Answers answers, Texts texts) {
        this.rosters = rosters;
        this.tables = tables;
        this.rollUps = rollUps;
        this.answers = answers;
        this.texts = texts;
    }

    @MutationMapping
    PreviewPayload previewRoster(@Argument PreviewInput input, Scope scope, Locale locale) {
        return answers.to(
                () -> {
                    var said = said(input.fixes(), input.reasons());
                    return tables.preview(raw(input.rosterId()), input.sheet().read("sheet"), said, scope);
                },
                PreviewPayload::new,
                locale);
    }

    @MutationMapping
    RosterPayload commitRoster(@Argument CommitInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> tables.commit(
                        raw(input.rosterId()),
                        input.sheet().read("sheet"),
                        said(input.fixes(), input.reasons()),
                        input.expectedRevision(),
                        input.fingerprint(),
                        viewer,
                        scope));
    }

    @MutationMapping
    RosterPayload putRosterRow(@Argument RowInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> tables.putRow(
                        raw(input.rosterId()),
                        input.expectedRevision(),
                        Optional.ofNullable(input.replacesCoreId())
                                .map(RosterCommandController::school)
                                .orElse(null),
                        school(input.coreId()),
                        input.memberIds().stream()
                                .map(RosterCommandController::school)
                                .toList(),
                        input.mode(),
                        said(List.of(), input.reasons()).reasons(),
                        viewer,
                        scope));
    }

    @MutationMapping
    RosterPayload dropRosterRow(@Argument DropInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> tables.dropRow(
                        raw(input.rosterId()), input.expectedRevision(), school(input.coreId()), viewer, scope));
    }

    @MutationMapping
    RosterPayload submitRoster(@Argument SubmitInput input, Viewer viewer, Scope scope, Locale locale) {
        var head = new FormHead(input.unit(), input.person(), input.phone());
        return answer(
                locale, () -> rosters.submit(raw(input.rosterId()), input.expectedRevision(), head, viewer, scope));
    }

    @MutationMapping
    RosterPayload returnRoster(@Argument ReasonedInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> rosters.giveBack(raw(input.rosterId()), input.expectedRevision(), input.reason(), viewer, scope));
    }

    @MutationMapping
    RosterPayload askReopening(@Argument ReasonedInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> rosters.askReopening(
                        raw(input.rosterId()), input.expectedRevision(), input.reason(), viewer, scope));
    }

    @MutationMapping
    RosterPayload decideReopening(@Argument DecideInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> rosters.decideReopening(
                        raw(input.rosterId()),
                        input.expectedRevision(),
                        places -> Deciders.levelsOf(viewer, places),
                        input.granted(),
                        input.reason(),
                        viewer,
                        scope));
    }

    @MutationMapping
    RollUpPayload rollUpRosters(@Argument RollUpInput input, Viewer viewer, Scope scope, Locale locale) {
        try {
            var wanted = input.rosters().stream()
                    .map(one -> new RollUps.Wanted(raw(one.rosterId()), one.expectedRevision()))
                    .toList();
            var done = rollUps.rollUp(input.id(), wanted, viewer, scope);
            return new RollUpPayload(done.number(), done.locked(), texts.userErrors(done.refusals(), locale));
        } catch (RefusedException refused) {
            return new RollUpPayload(null, List.of(), texts.userErrors(refused.refusals(), locale));
        }
    }

    private RosterPayload answer(Locale locale, Supplier<Roster> command) {
        return answers.to(command, RosterPayload::new, locale);
    }

    private static String raw(String rosterId) {
        return GlobalId.rawOrNobodys("Roster", rosterId);
    }

    private static String school(String id) {
        return GlobalId.rawOrNobodys("School", id);
    }

    private static RosterTables.Said said(List<FixInput> fixes, List<ReasonInput> reasons) {
        require(fixes.size() <= MOST_SAID, ErrorCode.OUT_OF_RANGE, "fixes", 0, MOST_SAID);
        require(reasons.size() <= MOST_SAID, ErrorCode.OUT_OF_RANGE, "reasons", 0, MOST_SAID);
        Map<String, String> schools = new HashMap<>();
        fixes.forEach(fix -> schools.put(fix.name(), school(fix.schoolId())));
        Map<String, String> because = new HashMap<>();
        for (var reason : reasons) {
            require(reason.reason().length() <= LONGEST_REASON, ErrorCode.TOO_LONG, "reasons", LONGEST_REASON);
            because.put(school(reason.schoolId()), reason.reason());
        }
        return new RosterTables.Said(schools, because);
    }

    private static void require(boolean met, ErrorCode code, String path, Object... arguments) {
        if (!met) {
            throw new RefusedException(Refusal.of(code, List.of(path), arguments));
        }
    }

    record FixInput(String name, String schoolId) {}

    record ReasonInput(String schoolId, String reason) {}

    record PreviewInput(String rosterId, SheetInput sheet, List<FixInput> fixes, List<ReasonInput> reasons) {}

    record CommitInput(
            String rosterId,
            long expectedRevision,
            SheetInput sheet,
            List<FixInput> fixes,
            List<ReasonInput> reasons,
            String fingerprint) {}

    record RowInput(
            String rosterId,
            long expectedRevision,
            @Nullable String replacesCoreId,
            String coreId,
            List<String> memberIds,
            Mode mode,
            List<ReasonInput> reasons) {}

    record DropInput(String rosterId, long expectedRevision, String coreId) {}

    record SubmitInput(
            String rosterId,
            long expectedRevision,
            @Nullable String unit,
            @Nullable String person,
            @Nullable String phone) {}

    record ReasonedInput(String rosterId, long expectedRevision, String reason) {}

    record DecideInput(String rosterId, long expectedRevision, boolean granted, String reason) {}

    record RollUpInput(UUID id, List<SeenInput> rosters) {}

    record SeenInput(String rosterId, long expectedRevision) {}

    record PreviewPayload(@Nullable RosterPreview preview, List<UserError> errors) {}

    /** The payload of all commands on one roster. */
    record RosterPayload(@Nullable Roster roster, List<UserError> errors) {}

    record RollUpPayload(@Nullable String number, List<Roster> rosters, List<UserError> errors) {}
}
