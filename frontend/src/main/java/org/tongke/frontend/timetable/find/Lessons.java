package org.tongke.frontend.timetable.find;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.ActivityFragmentProjection;
import org.tongke.frontend.contract.client.AddActivityGraphQLQuery;
import org.tongke.frontend.contract.client.AddActivityProjectionRoot;
import org.tongke.frontend.contract.client.HideActivityGraphQLQuery;
import org.tongke.frontend.contract.client.HideActivityProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.RemoveActivityGraphQLQuery;
import org.tongke.frontend.contract.client.RemoveActivityProjectionRoot;
import org.tongke.frontend.contract.client.ShowActivityGraphQLQuery;
import org.tongke.frontend.contract.client.ShowActivityProjectionRoot;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.AddActivityInput;
import org.tongke.frontend.contract.types.AddActivityPayload;
import org.tongke.frontend.contract.types.HideActivityInput;
import org.tongke.frontend.contract.types.HideActivityPayload;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.Standing;

/** One lesson with all that the caller may see, and how it stands in his or her timetable. Commands throw {@link RefusedException}. */
@Component
public class Lessons {
    private final Backend backend;

    public Lessons(Backend backend) {
        this.backend = backend;
    }

    /** The lesson with an id; empty if it is there no more. */
    Optional<Activity> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        facts(wanted.onActivity());
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast);
    }

    private static void facts(ActivityFragmentProjection<?, ?> lesson) {
        lesson.id().title().className().startsAt().endsAt().movedFrom().supplierName();
        lesson.joinUrl().recordingUrl();
        lesson.state();
        lesson.kind().name();
        lesson.subject().code().name();
        lesson.grade().name();
        lesson.series().name();
        lesson.community().id().name();
        lesson.schools().name().room().className().school().id();
        lesson.teachers().name().schoolName().role();
        lesson.materials().title().url();
        lesson.resources().resource().id().title();
        lesson.attributes().label().value();
        lesson.attendance().attended();
        lesson.evidence().id().fileName().file().id().url();
        lesson.channels().id().name();
        var change = lesson.history().by().recordedAt();
        change.fields().field().before().after();
        lesson.standing().added().hidden().shown();
    }

    /** Adds a lesson to one's own timetable. Repeating it changes nothing. */
    @Nullable
    Standing add(String id) {
        var wanted = new AddActivityProjectionRoot<>();
        wanted.activity().id().standing().added().hidden().shown();
        wanted.errors().path().message().code();
        var command = AddActivityGraphQLQuery.newRequest().input(added(id)).build();
        return settled(backend.get(command, wanted, AddActivityPayload.class));
    }

    /** Takes a lesson out that was added. Repeating it changes nothing. */
    @Nullable
    Standing remove(String id) {
        var wanted = new RemoveActivityProjectionRoot<>();
        wanted.activity().id().standing().added().hidden().shown();
        wanted.errors().path().message().code();
        var command = RemoveActivityGraphQLQuery.newRequest().input(added(id)).build();
        return settled(backend.get(command, wanted, AddActivityPayload.class));
    }

    /** Hides a lesson that would be shown. Repeating it changes nothing. */
    @Nullable
    Standing hide(String id) {
        var wanted = new HideActivityProjectionRoot<>();
        wanted.activity().id().standing().added().hidden().shown();
        wanted.errors().path().message().code();
        var command = HideActivityGraphQLQuery.newRequest().input(hidden(id)).build();
        return settled(backend.get(command, wanted, HideActivityPayload.class));
    }

    /** Shows a lesson again that was hidden. Repeating it changes nothing. */
    @Nullable
    Standing show(String id) {
        var wanted = new ShowActivityProjectionRoot<>();
        wanted.activity().id().standing().added().hidden().shown();
        wanted.errors().path().message().code();
        var command = ShowActivityGraphQLQuery.newRequest().input(hidden(id)).build();
        return settled(backend.get(command, wanted, HideActivityPayload.class));
    }

    private static AddActivityInput added(String id) {
        return AddActivityInput.newBuilder().activityId(id).build();
    }

    private static HideActivityInput hidden(String id) {
        return HideActivityInput.newBuilder().activityId(id).build();
    }

    private static @Nullable Standing settled(AddActivityPayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getActivity() == null ? null : payload.getActivity().getStanding();
    }

    private static @Nullable Standing settled(HideActivityPayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getActivity() == null ? null : payload.getActivity().getStanding();
    }
}
