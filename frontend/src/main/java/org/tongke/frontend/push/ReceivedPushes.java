package org.tongke.frontend.push;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.contract.client.MyPushesGraphQLQuery;
import org.tongke.frontend.contract.client.MyPushesProjectionRoot;
import org.tongke.frontend.contract.client.UnreadPushCountGraphQLQuery;
import org.tongke.frontend.contract.types.ReceivedPush;
import org.tongke.frontend.contract.types.ReceivedPushConnection;
import org.tongke.frontend.contract.types.ReceivedPushEdge;

/** What the caller's schools were given. */
@Component
public class ReceivedPushes {
    private static final int GLANCE = 3;
    private static final int PAGE = 20;
    private static final String UNREAD = "unread";
    private static final String ANY = "any";
    /** The only question of a request goes by the name of its field. */
    private static final String PUSHES = "myPushes";

    private static final String COUNT = "unreadPushCount";

    private final Backend backend;

    public ReceivedPushes(Backend backend) {
        this.backend = backend;
    }

    /**
     * What is new.
     *
     * @param any whether there is anything at all, opened or not
     * @param unread how many are still to be opened
     * @param newest the newest of these
     */
    record Glance(boolean any, int unread, List<ReceivedPush> newest) {
        Glance {
            newest = List.copyOf(newest);
        }
    }

    /** What is new, in one request. */
    Glance glance() {
        var answer = backend.ask(
                question(UNREAD, true, GLANCE, null),
                question(ANY, false, 1, null),
                new Question(COUNT, UnreadPushCountGraphQLQuery.newRequest().build(), null));
        return new Glance(
                !answer.get(ANY, ReceivedPushConnection.class).getEdges().isEmpty(),
                answer.get(COUNT, Integer.class),
                answer.get(UNREAD, ReceivedPushConnection.class).getEdges().stream()
                        .map(ReceivedPushEdge::getNode)
                        .toList());
    }

    /**
     * A page of it, the newest first.
     *
     * @param unread only what is still to be opened
     */
    ReceivedPushConnection list(boolean unread, @Nullable String after) {
        return backend.ask(question(PUSHES, unread, PAGE, after)).get(PUSHES, ReceivedPushConnection.class);
    }

    private static Question question(String name, boolean unread, int first, @Nullable String after) {
        var wanted = new MyPushesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var push = wanted.edges().node().title().note().deliveredAt().openedAt().remindedAt();
        push.centre().name();
        push.resource().id();
        push.recall().by().at().reason();
        var query = MyPushesGraphQLQuery.newRequest().unread(unread).first(first);
        if (after != null) {
            query.after(after);
        }
        return new Question(name, query.build(), wanted);
    }
}
