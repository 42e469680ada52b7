package org.tongke.backend.evidence.graphql;

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
import org.tongke.backend.evidence.ClaimRequest;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.file.Ticket;
import org.tongke.backend.file.UploadTicket;

/** The mutations in the section "evidence" of the schema. */
@Controller
class UploadController {
    /** No thing has this raw id: what a foreign id leads to. */
    private static final String NONE = "none";

    private final EvidenceClaims claims;
    private final Answers answers;

    UploadController(EvidenceClaims claims, Answers answers) {
        this.claims = claims;
        this.answers = answers;
    }

    @MutationMapping
    RequestUploadPayload requestUpload(@Argument RequestUploadInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> claims.request(input.request(), viewer, scope), RequestUploadPayload::new, locale);
    }

    @MutationMapping
    ConfirmUploadPayload confirmUpload(@Argument ConfirmUploadInput input, Viewer viewer, Scope scope, Locale locale) {
        var ticketId = Ticket.rawOf(input.ticketId()).orElse(NONE);
        return answers.to(() -> claims.confirm(ticketId, viewer, scope), ConfirmUploadPayload::new, locale);
    }

    record RequestUploadInput(
            UUID id,
            @Nullable String communityId,
            @Nullable String countyId,
            @Nullable List<String> communityIds,
            String criterion,
            @Nullable String activityId,
            @Nullable String replacesId,
            String fileName,
            String mediaType,
            int sizeBytes,
            String sha256,
            @Nullable String note) {

        ClaimRequest request() {
            return new ClaimRequest(
                    id,
                    target(),
                    criterion,
                    Optional.ofNullable(activityId)
                            .map(given -> GlobalId.rawOf("Activity", given).orElse(NONE)),
                    Optional.ofNullable(replacesId)
                            .map(given -> GlobalId.rawOf("Evidence", given).orElse(NONE)),
                    fileName,
                    mediaType,
                    sizeBytes,
                    sha256,
                    Optional.ofNullable(note));
        }

        private ClaimTarget target() {
            return ClaimTarget.of(
                    communityId == null
                            ? null
                            : GlobalId.rawOf("Community", communityId).orElse(NONE),
                    countyId == null ? null : GlobalId.rawOf("Region", countyId).orElse(NONE),
                    communityIds == null ? null : EvidenceEditController.communities(communityIds));
        }
    }

    record RequestUploadPayload(@Nullable UploadTicket ticket, List<UserError> errors) {}

    record ConfirmUploadInput(String ticketId) {}

    record ConfirmUploadPayload(@Nullable Evidence evidence, List<UserError> errors) {}
}
