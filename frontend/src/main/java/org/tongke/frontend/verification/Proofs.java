package org.tongke.frontend.verification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.EditEvidenceGraphQLQuery;
import org.tongke.frontend.contract.client.EditEvidenceProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.RecordAttendanceGraphQLQuery;
import org.tongke.frontend.contract.client.RecordAttendanceProjectionRoot;
import org.tongke.frontend.contract.client.RestoreEvidenceGraphQLQuery;
import org.tongke.frontend.contract.client.RestoreEvidenceProjectionRoot;
import org.tongke.frontend.contract.client.WithdrawEvidenceGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawEvidenceProjectionRoot;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.EditEvidenceInput;
import org.tongke.frontend.contract.types.EditEvidencePayload;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.RecordAttendanceInput;
import org.tongke.frontend.contract.types.RecordAttendancePayload;
import org.tongke.frontend.contract.types.RestoreEvidenceInput;
import org.tongke.frontend.contract.types.RestoreEvidencePayload;
import org.tongke.frontend.contract.types.WithdrawEvidenceInput;
import org.tongke.frontend.contract.types.WithdrawEvidencePayload;

/** A piece of evidence with all that is known of it, and what can be done to it. Commands throw {@link RefusedException}. */
@Component
public class Proofs {
    private final Backend backend;

    public Proofs(Backend backend) {
        this.backend = backend;
    }

    /** The evidence with an id, with its history; empty if there is none for the caller. */
    Optional<Evidence> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var evidence = wanted.onEvidence()
                .id()
                .revision()
                .criterion()
                .fileName()
                .note()
                .uploadedBy()
                .recordedAt()
                .withdrawnFor()
                .viewerCanChange()
                .viewerCanRestore();
        evidence.state();
        evidence.activity().id().title();
        evidence.county().id().name();
        evidence.community().id().name();
        var file = evidence.file().id().url().pages().thumbnailUrl();
        file.mediaType();
        evidence.history().recordedAt().by().fields().name().before().after();
        return node(id, wanted).filter(Evidence.class::isInstance).map(Evidence.class::cast);
    }

    private Optional<Node> node(String id, NodeProjectionRoot<?, ?> wanted) {
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class);
    }

    /** Takes evidence back. */
    Evidence withdraw(Evidence evidence, String reason) {
        var wanted = new WithdrawEvidenceProjectionRoot<>();
        wanted.evidence().id().revision();
        wanted.errors().path().message().code();
        var input = WithdrawEvidenceInput.newBuilder()
                .evidenceId(evidence.getId())
                .expectedRevision(evidence.getRevision())
                .reason(reason)
                .build();
        var payload = backend.get(
                WithdrawEvidenceGraphQLQuery.newRequest().input(input).build(), wanted, WithdrawEvidencePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getEvidence();
    }

    /** Puts evidence back that was withdrawn. */
    void restore(Evidence evidence) {
        var wanted = new RestoreEvidenceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RestoreEvidenceInput.newBuilder()
                .evidenceId(evidence.getId())
                .expectedRevision(evidence.getRevision())
                .build();
        var payload = backend.get(
                RestoreEvidenceGraphQLQuery.newRequest().input(input).build(), wanted, RestoreEvidencePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Says that evidence shows another lesson, or none in particular. */
    void hang(Evidence evidence, @Nullable String activityId) {
        var wanted = new EditEvidenceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EditEvidenceInput.newBuilder()
                .evidenceId(evidence.getId())
                .expectedRevision(evidence.getRevision())
                .criterion(evidence.getCriterion())
                .note(evidence.getNote())
                .activityId(activityId)
                .build();
        var payload = backend.get(
                EditEvidenceGraphQLQuery.newRequest().input(input).build(), wanted, EditEvidencePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Says that a lesson took place. */
    void confirm(String activityId, int attended) {
        var asked = new NodeProjectionRoot<>();
        asked.__typename();
        asked.onActivity().id().revision();
        var revision = node(activityId, asked)
                .filter(Activity.class::isInstance)
                .map(node -> ((Activity) node).getRevision())
                .orElseThrow();
        var wanted = new RecordAttendanceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RecordAttendanceInput.newBuilder()
                .activityId(activityId)
                .expectedRevision(revision)
                .attended(attended)
                .build();
        var payload = backend.get(
                RecordAttendanceGraphQLQuery.newRequest().input(input).build(), wanted, RecordAttendancePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
