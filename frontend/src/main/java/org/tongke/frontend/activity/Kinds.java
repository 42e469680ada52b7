package org.tongke.frontend.activity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.ActivityKindsGraphQLQuery;
import org.tongke.frontend.contract.client.ActivityKindsProjectionRoot;
import org.tongke.frontend.contract.client.PutActivityKindGraphQLQuery;
import org.tongke.frontend.contract.client.PutActivityKindProjectionRoot;
import org.tongke.frontend.contract.types.ActivityKind;
import org.tongke.frontend.contract.types.PutActivityKindInput;
import org.tongke.frontend.contract.types.PutActivityKindPayload;

/** Kinds of activities, as the backend knows them. */
@Component
class Kinds {
    private final Backend backend;

    Kinds(Backend backend) {
        this.backend = backend;
    }

    /** All of them, in their order. */
    List<ActivityKind> list() {
        var wanted = new ActivityKindsProjectionRoot<>()
                .code()
                .name()
                .nameZh()
                .nameEn()
                .subjectRequired()
                .attributesSchema()
                .revision();
        wanted.attributes().label().required().options().label();
        return backend.list(ActivityKindsGraphQLQuery.newRequest().build(), wanted, ActivityKind.class);
    }

    /** @throws RefusedException as {@code putActivityKind} is refused */
    void put(PutActivityKindInput kind) {
        var wanted = new PutActivityKindProjectionRoot<>();
        wanted.errors().path().message().code();
        var command = PutActivityKindGraphQLQuery.newRequest().input(kind).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, PutActivityKindPayload.class).getErrors());
    }
}
