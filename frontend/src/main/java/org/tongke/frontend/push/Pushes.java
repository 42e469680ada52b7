package org.tongke.frontend.push;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.PushFragmentProjection;
import org.tongke.frontend.contract.client.PushReceiptsGraphQLQuery;
import org.tongke.frontend.contract.client.PushReceiptsProjectionRoot;
import org.tongke.frontend.contract.client.PushesGraphQLQuery;
import org.tongke.frontend.contract.client.PushesProjectionRoot;
import org.tongke.frontend.contract.client.RecallPushGraphQLQuery;
import org.tongke.frontend.contract.client.RecallPushProjectionRoot;
import org.tongke.frontend.contract.client.RemindPushGraphQLQuery;
import org.tongke.frontend.contract.client.RemindPushProjectionRoot;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushConnection;
import org.tongke.frontend.contract.types.PushPayload;
import org.tongke.frontend.contract.types.PushReceiptConnection;
import org.tongke.frontend.contract.types.PushState;
import org.tongke.frontend.contract.types.RecallPushInput;
import org.tongke.frontend.contract.types.ReceiptFilter;
import org.tongke.frontend.contract.types.RemindPushInput;

/** Pushes of centres and what became of them. Commands throw {@link RefusedException}. */
@Component
public class Pushes {
    private static final int PAGE = 20;
    private static final int SCHOOLS = 50;

    private final Backend backend;

    public Pushes(Backend backend) {
        this.backend = backend;
    }

    /** A page of pushes, the newest first. */
    PushConnection list(@Nullable PushState state, @Nullable String after) {
        var wanted = new PushesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var push = wanted.edges().node().id().title().sendAt().deliveredAt();
        push.state();
        push.centre().name();
        push.counts().schools().opened().used();
        var query = PushesGraphQLQuery.newRequest().first(PAGE);
        if (state != null) {
            query.state(state);
        }
        if (after != null) {
            query.after(after);
        }
        return backend.get(query.build(), wanted, PushConnection.class);
    }

    /** One push with all that its page shows; empty where there is none for the caller. */
    Optional<Push> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        facts(wanted.onPush());
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Push.class::isInstance)
                .map(Push.class::cast);
    }

    private static void facts(PushFragmentProjection<?, ?> push) {
        push.id()
                .revision()
                .title()
                .note()
                .sendAt()
                .deliveredAt()
                .createdBy()
                .createdAt()
                .viewerCanEdit()
                .viewerCanRecall()
                .viewerCanRemind();
        push.state();
        push.centre().id().name();
        push.resource().id().title();
        push.recall().by().at().reason();
        push.reminders().by().at().schools();
        push.counts().schools().notOpened().opened().used().people();
        var rule = push.rule();
        rule.regions().id().code().name();
        rule.subjects().code().name();
        rule.grades().code().name();
        rule.areas();
        rule.stages();
        rule.modes();
    }

    /** What became of a push by school, in the order of their names. */
    PushReceiptConnection receipts(String pushId, @Nullable ReceiptFilter filter, @Nullable String after) {
        var wanted = new PushReceiptsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        wanted.edges()
                .node()
                .schoolName()
                .openedBy()
                .openedAt()
                .lessonCount()
                .remindedAt()
                .school()
                .county()
                .name();
        var query = PushReceiptsGraphQLQuery.newRequest().pushId(pushId).first(SCHOOLS);
        if (filter != null) {
            query.filter(filter);
        }
        if (after != null) {
            query.after(after);
        }
        return backend.get(query.build(), wanted, PushReceiptConnection.class);
    }

    /** Takes a push back. */
    void recall(Push push, String reason) {
        var wanted = new RecallPushProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RecallPushInput.newBuilder()
                .pushId(push.getId())
                .expectedRevision(push.getRevision())
                .reason(reason)
                .build();
        var payload =
                backend.get(RecallPushGraphQLQuery.newRequest().input(input).build(), wanted, PushPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /**
     * Reminds the schools that have not opened a push; how many they were. The same id reminds nobody twice.
     *
     * @param id id of this reminder
     */
    int remind(UUID id, Push push) {
        var wanted = new RemindPushProjectionRoot<>();
        wanted.push().reminders().schools();
        wanted.errors().path().message().code();
        var input = RemindPushInput.newBuilder().id(id).pushId(push.getId()).build();
        var payload =
                backend.get(RemindPushGraphQLQuery.newRequest().input(input).build(), wanted, PushPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getPush().getReminders().getFirst().getSchools();
    }
}
