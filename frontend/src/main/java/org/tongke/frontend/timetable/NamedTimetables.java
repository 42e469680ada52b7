package org.tongke.frontend.timetable;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.NamedTimetablesGraphQLQuery;
import org.tongke.frontend.contract.client.NamedTimetablesProjectionRoot;
import org.tongke.frontend.contract.client.PutNamedTimetableGraphQLQuery;
import org.tongke.frontend.contract.client.PutNamedTimetableProjectionRoot;
import org.tongke.frontend.contract.client.RemoveNamedTimetableGraphQLQuery;
import org.tongke.frontend.contract.client.RemoveNamedTimetableProjectionRoot;
import org.tongke.frontend.contract.types.NamedTimetable;
import org.tongke.frontend.contract.types.PutNamedTimetableInput;
import org.tongke.frontend.contract.types.PutNamedTimetablePayload;
import org.tongke.frontend.contract.types.RemoveNamedTimetableInput;
import org.tongke.frontend.contract.types.RemoveNamedTimetablePayload;

/** Parts of one's own timetable that have a name. Commands throw {@link RefusedException}, and can be repeated. */
@Component
public class NamedTimetables {
    private final Backend backend;

    public NamedTimetables(Backend backend) {
        this.backend = backend;
    }

    /** All of them, in the order in which they were made. */
    List<NamedTimetable> list() {
        var wanted = new NamedTimetablesProjectionRoot<>();
        wanted.id().name().withOwn().channels().id().name();
        return backend.list(NamedTimetablesGraphQLQuery.newRequest().build(), wanted, NamedTimetable.class);
    }

    /** Makes one, or changes it. */
    void put(UUID id, String name, List<String> channelIds, boolean withOwn) {
        var wanted = new PutNamedTimetableProjectionRoot<>();
        wanted.timetable().id();
        wanted.errors().path().message().code();
        var input = PutNamedTimetableInput.newBuilder()
                .id(id)
                .name(name)
                .channelIds(channelIds)
                .withOwn(withOwn)
                .build();
        var command = PutNamedTimetableGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, PutNamedTimetablePayload.class).getErrors());
    }

    /** Takes one away. */
    void remove(UUID id) {
        var wanted = new RemoveNamedTimetableProjectionRoot<>();
        wanted.id();
        var input = RemoveNamedTimetableInput.newBuilder().id(id).build();
        backend.get(
                RemoveNamedTimetableGraphQLQuery.newRequest().input(input).build(),
                wanted,
                RemoveNamedTimetablePayload.class);
    }
}
