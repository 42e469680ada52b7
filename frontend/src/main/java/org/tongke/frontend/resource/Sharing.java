package org.tongke.frontend.resource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AddResourceVersionGraphQLQuery;
import org.tongke.frontend.contract.client.AddResourceVersionProjectionRoot;
import org.tongke.frontend.contract.client.CommunitiesGraphQLQuery;
import org.tongke.frontend.contract.client.CommunitiesProjectionRoot;
import org.tongke.frontend.contract.client.ConfirmResourceUploadGraphQLQuery;
import org.tongke.frontend.contract.client.ConfirmResourceUploadProjectionRoot;
import org.tongke.frontend.contract.client.EditResourceGraphQLQuery;
import org.tongke.frontend.contract.client.EditResourceProjectionRoot;
import org.tongke.frontend.contract.client.GradesGraphQLQuery;
import org.tongke.frontend.contract.client.GradesProjectionRoot;
import org.tongke.frontend.contract.client.ReportResourceGraphQLQuery;
import org.tongke.frontend.contract.client.ReportResourceProjectionRoot;
import org.tongke.frontend.contract.client.ShareResourceGraphQLQuery;
import org.tongke.frontend.contract.client.ShareResourceProjectionRoot;
import org.tongke.frontend.contract.client.SubjectsGraphQLQuery;
import org.tongke.frontend.contract.client.SubjectsProjectionRoot;
import org.tongke.frontend.contract.client.UploadTicketProjection;
import org.tongke.frontend.contract.client.WithdrawResourceGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawResourceProjectionRoot;
import org.tongke.frontend.contract.types.AddResourceVersionInput;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityConnection;
import org.tongke.frontend.contract.types.CommunityEdge;
import org.tongke.frontend.contract.types.ConfirmResourceUploadInput;
import org.tongke.frontend.contract.types.EditResourceInput;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.ProblemKind;
import org.tongke.frontend.contract.types.ReportResourceInput;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceContentInput;
import org.tongke.frontend.contract.types.ResourceFactsInput;
import org.tongke.frontend.contract.types.ResourceGroupsInput;
import org.tongke.frontend.contract.types.ResourcePayload;
import org.tongke.frontend.contract.types.ResourceProblemPayload;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.ShareResourceInput;
import org.tongke.frontend.contract.types.ShareResourcePayload;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.contract.types.UploadTicket;
import org.tongke.frontend.contract.types.WithdrawResourceInput;

/** Shares resources, says otherwise what they are, and takes them back. Commands throw {@link RefusedException}. */
@Component
public class Sharing {
    private static final int COMMUNITIES = 100;

    private final Backend backend;

    public Sharing(Backend backend) {
        this.backend = backend;
    }

    /**
     * What there is to choose from.
     *
     * @param communities those that the caller's schools belong to, with their schools
     */
    record Choices(List<Subject> subjects, List<Grade> grades, List<Community> communities) {
        Choices {
            subjects = List.copyOf(subjects);
            grades = List.copyOf(grades);
            communities = List.copyOf(communities);
        }

        /** Communities of one school. */
        List<Community> of(School school) {
            return communities.stream()
                    .filter(community -> Stream.concat(Stream.of(community.getCore()), community.getMembers().stream())
                            .anyMatch(one -> one.getId().equals(school.getId())))
                    .toList();
        }
    }

    /** What came of sharing: the resource, or leave to send the bytes first. */
    record Shared(Optional<String> resourceId, Optional<UploadTicket> ticket) {}

    Choices choices() {
        var communities = new CommunitiesProjectionRoot<>();
        var community = communities.edges().node().id().name();
        community.core().id();
        community.members().id();
        var answer = backend.ask(
                Question.of(
                        SubjectsGraphQLQuery.newRequest().build(),
                        new SubjectsProjectionRoot<>().code().name()),
                Question.of(
                        GradesGraphQLQuery.newRequest().build(),
                        new GradesProjectionRoot<>().code().name()),
                Question.of(
                        CommunitiesGraphQLQuery.newRequest()
                                .mine(true)
                                .first(COMMUNITIES)
                                .build(),
                        communities));
        return new Choices(
                answer.list("subjects", Subject.class),
                answer.list("grades", Grade.class),
                answer.get("communities", CommunityConnection.class).getEdges().stream()
                        .map(CommunityEdge::getNode)
                        .toList());
    }

    /** Shares something. The same id and values give the same ticket, and the resource once it is there. */
    Shared share(
            UUID id,
            Sharer sharer,
            ResourceFactsInput facts,
            ResourceGroupsInput groups,
            ResourceContentInput content) {
        var wanted = new ShareResourceProjectionRoot<>();
        wanted.resource().id();
        ticket(wanted.ticket());
        wanted.errors().path().message().code();
        var input = ShareResourceInput.newBuilder()
                .id(id)
                .schoolId(sharer.isCentre() ? null : sharer.id())
                .centreId(sharer.isCentre() ? sharer.id() : null)
                .facts(facts)
                .groups(groups)
                .content(content)
                .build();
        return shared(backend.get(
                ShareResourceGraphQLQuery.newRequest().input(input).build(), wanted, ShareResourcePayload.class));
    }

    /** Adds a version. The same id and values give the same ticket, or change nothing. */
    Shared addVersion(UUID id, Resource resource, ResourceContentInput content, String note) {
        var wanted = new AddResourceVersionProjectionRoot<>();
        wanted.resource().id();
        ticket(wanted.ticket());
        wanted.errors().path().message().code();
        var input = AddResourceVersionInput.newBuilder()
                .id(id)
                .resourceId(resource.getId())
                .expectedRevision(resource.getRevision())
                .content(content)
                .note(note.isBlank() ? null : note)
                .build();
        return shared(backend.get(
                AddResourceVersionGraphQLQuery.newRequest().input(input).build(), wanted, ShareResourcePayload.class));
    }

    private static void ticket(UploadTicketProjection<?, ?> ticket) {
        ticket.id().url();
        ticket.fields().name().value();
        ticket.parts().offsetBytes().sizeBytes().url().arrived();
    }

    private static Shared shared(ShareResourcePayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
        return new Shared(
                Optional.ofNullable(payload.getResource()).map(Resource::getId),
                Optional.ofNullable(payload.getTicket()));
    }

    /** Says that the bytes have arrived; the id of the resource. */
    String confirm(String ticketId) {
        var wanted = new ConfirmResourceUploadProjectionRoot<>();
        wanted.resource().id();
        wanted.errors().path().message().code();
        var input = ConfirmResourceUploadInput.newBuilder().ticketId(ticketId).build();
        var payload = backend.get(
                ConfirmResourceUploadGraphQLQuery.newRequest().input(input).build(), wanted, ResourcePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getResource().getId();
    }

    void edit(Resource resource, ResourceFactsInput facts, ResourceGroupsInput groups) {
        var wanted = new EditResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EditResourceInput.newBuilder()
                .resourceId(resource.getId())
                .expectedRevision(resource.getRevision())
                .facts(facts)
                .groups(groups)
                .build();
        var payload =
                backend.get(EditResourceGraphQLQuery.newRequest().input(input).build(), wanted, ResourcePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    void withdraw(Resource resource, String reason) {
        var wanted = new WithdrawResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = WithdrawResourceInput.newBuilder()
                .resourceId(resource.getId())
                .expectedRevision(resource.getRevision())
                .reason(reason)
                .build();
        var payload = backend.get(
                WithdrawResourceGraphQLQuery.newRequest().input(input).build(), wanted, ResourcePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Says that something is wrong with it. The same id changes nothing. */
    void report(UUID id, Resource resource, ProblemKind kind, String words) {
        var wanted = new ReportResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = ReportResourceInput.newBuilder()
                .id(id)
                .resourceId(resource.getId())
                .kind(kind)
                .text(words.isBlank() ? null : words)
                .build();
        var payload = backend.get(
                ReportResourceGraphQLQuery.newRequest().input(input).build(), wanted, ResourceProblemPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
