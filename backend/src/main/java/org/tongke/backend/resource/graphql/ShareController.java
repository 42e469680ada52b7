package org.tongke.backend.resource.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.file.Ticket;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.FileSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Shared;
import org.tongke.backend.resource.Sharing;

/** What is shared and what becomes of it, in the section "resource" of the schema. */
@Controller
class ShareController {
    private final Sharing sharing;
    private final Answers answers;

    ShareController(Sharing sharing, Answers answers) {
        this.sharing = sharing;
        this.answers = answers;
    }

    @MutationMapping
    SharePayload shareResource(@Argument ShareInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> sharing.share(
                        input.id(),
                        input.sharer(),
                        input.facts().read(),
                        input.groups().read(),
                        input.content().read(),
                        viewer,
                        scope),
                SharePayload::of,
                locale);
    }

    @MutationMapping
    SharePayload addResourceVersion(@Argument VersionInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> sharing.addVersion(
                        input.id(),
                        raw(input.resourceId()),
                        input.expectedRevision(),
                        input.content().read(),
                        Optional.ofNullable(input.note()),
                        viewer),
                SharePayload::of,
                locale);
    }

    @MutationMapping
    ResourcePayload confirmResourceUpload(@Argument ConfirmInput input, Viewer viewer, Scope scope, Locale locale) {
        var ticketId = Ticket.rawOf(input.ticketId()).orElse("");
        return answers.to(() -> sharing.confirm(ticketId, viewer, scope), ResourcePayload::new, locale);
    }

    @MutationMapping
    ResourcePayload editResource(@Argument EditInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> sharing.edit(
                        raw(input.resourceId()),
                        input.expectedRevision(),
                        input.facts().read(),
                        input.groups().read(),
                        viewer),
                ResourcePayload::new,
                locale);
    }

    @MutationMapping
    ResourcePayload withdrawResource(@Argument WithdrawInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> sharing.withdraw(
                        raw(input.resourceId()), input.expectedRevision(), input.reason(), viewer, scope),
                ResourcePayload::new,
                locale);
    }

    private static String raw(String resourceId) {
        return GlobalId.rawOrNobodys("Resource", resourceId);
    }

    record ShareInput(
            UUID id,
            @Nullable String schoolId,
            @Nullable String centreId,
            FactsInput facts,
            GroupsInput groups,
            ContentInput content) {

        /** A school that is named goes before a centre. */
        String sharer() {
            if (schoolId == null && centreId != null) {
                return ResourceOwner.idOfCentre(GlobalId.rawOrNobodys("Region", centreId));
            }
            return GlobalId.rawOrNobodys("School", schoolId == null ? "" : schoolId);
        }
    }

    record VersionInput(
            UUID id,
            String resourceId,
            long expectedRevision,
            ContentInput content,
            @Nullable String note) {}

    record ConfirmInput(String ticketId) {}

    record EditInput(String resourceId, long expectedRevision, FactsInput facts, GroupsInput groups) {}

    record WithdrawInput(String resourceId, long expectedRevision, String reason) {}

    record FactsInput(
            String title,
            @Nullable String description,
            @Nullable String subject,
            List<String> grades,
            @Nullable SchoolStage stage,
            Licence licence) {

        FactsSaid read() {
            return new FactsSaid(title, description, subject, grades, stage, licence);
        }
    }

    record GroupsInput(List<String> communityIds, boolean county) {
        GroupsSaid read() {
            return new GroupsSaid(
                    communityIds.stream()
                            .map(id -> GlobalId.rawOrNobodys("Community", id))
                            .toList(),
                    county);
        }
    }

    record ContentInput(@Nullable FileInput file, @Nullable LinkInput link) {
        ContentSaid read() {
            return new ContentSaid(
                    Optional.ofNullable(file).map(FileInput::read),
                    Optional.ofNullable(link).map(LinkInput::read));
        }
    }

    record FileInput(String fileName, String mediaType, int sizeBytes, String sha256) {
        FileSaid read() {
            return new FileSaid(fileName, mediaType, sizeBytes, sha256);
        }
    }

    record LinkInput(String url, boolean video) {
        ResourceContent.Link read() {
            return new ResourceContent.Link(url.strip(), video);
        }
    }

    /** The payloads of sharing and of adding a version. */
    record SharePayload(
            @Nullable Resource resource, @Nullable UploadTicket ticket, List<UserError> errors) {

        static SharePayload of(@Nullable Shared shared, List<UserError> errors) {
            return shared == null
                    ? new SharePayload(null, null, errors)
                    : new SharePayload(
                            shared.resource().orElse(null), shared.ticket().orElse(null), errors);
        }
    }

    /** The payloads of the others. */
    record ResourcePayload(@Nullable Resource resource, List<UserError> errors) {}
}
