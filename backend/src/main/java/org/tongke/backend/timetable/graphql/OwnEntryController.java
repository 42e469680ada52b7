package org.tongke.backend.timetable.graphql;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.OwnEntries;
import org.tongke.backend.timetable.OwnEntry;
import org.tongke.backend.timetable.OwnWords;

/** Own entries in the section "timetable" of the schema. */
@Controller
class OwnEntryController {
    private final OwnEntries entries;
    private final Answers answers;

    OwnEntryController(OwnEntries entries, Answers answers) {
        this.entries = entries;
        this.answers = answers;
    }

    @MutationMapping
    EnterOwnEntryPayload enterOwnEntry(@Argument EnterOwnEntryInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> entries.enter(viewer, input.id(), input.entry()), EnterOwnEntryPayload::new, locale);
    }

    @MutationMapping
    EditOwnEntryPayload editOwnEntry(@Argument EditOwnEntryInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> entries.edit(viewer, input.id(), input.expectedRevision(), input.entry()),
                EditOwnEntryPayload::new,
                locale);
    }

    @MutationMapping
    RemoveOwnEntryPayload removeOwnEntry(@Argument RemoveOwnEntryInput input, Viewer viewer) {
        entries.remove(viewer, input.id());
        return new RemoveOwnEntryPayload(input.id());
    }

    record EnterOwnEntryInput(UUID id, OwnWords entry) {}

    record EnterOwnEntryPayload(@Nullable OwnEntry entry, List<UserError> errors) {}

    record EditOwnEntryInput(UUID id, long expectedRevision, OwnWords entry) {}

    record EditOwnEntryPayload(@Nullable OwnEntry entry, List<UserError> errors) {}

    record RemoveOwnEntryInput(UUID id) {}

    record RemoveOwnEntryPayload(UUID id) {}
}
