package org.tongke.backend.push.graphql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.push.PushPreview;
import org.tongke.backend.push.Pushing;
import org.tongke.backend.push.Receiver;

/** Whom a rule meets, in the section "push" of the schema. */
@Controller
class PreviewController {
    private static final String LIST = "pushReceivers";
    private static final int LIST_KEYS = 2;

    private final Pushing pushing;

    PreviewController(Pushing pushing) {
        this.pushing = pushing;
    }

    @QueryMapping
    Optional<PushPreview> pushPreview(@Argument RuleInput rule, @Argument @Nullable String centreId, Viewer viewer) {
        try {
            return Optional.of(pushing.preview(rule.read(), PushCommandController.centre(centreId), viewer));
        } catch (RefusedException notWellSaid) {
            return Optional.empty();
        }
    }

    @SchemaMapping
    int schools(PushPreview preview) {
        return preview.receivers().size();
    }

    /** All were found at once. */
    @SchemaMapping
    Connection<Receiver> receivers(PushPreview preview, @Argument int first, @Argument @Nullable String after) {
        var page = PageRequest.of(LIST, LIST_KEYS, first, after);
        var found = preview.receivers().stream()
                .dropWhile(receiver -> page.after()
                        .filter(cursor -> !isAfter(receiver, cursor))
                        .isPresent())
                .limit(page.limit())
                .toList();
        return Connection.of(
                found,
                page,
                receiver -> Cursor.of(
                        LIST, receiver.school().sortKey(), receiver.school().id()));
    }

    private static boolean isAfter(Receiver receiver, Cursor cursor) {
        var order = receiver.school().sortKey().compareTo(cursor.keys().getFirst());
        return order > 0
                || (order == 0 && receiver.school().id().compareTo(cursor.keys().getLast()) > 0);
    }
}
