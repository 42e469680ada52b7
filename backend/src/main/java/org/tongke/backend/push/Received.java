package org.tongke.backend.push;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A push as somebody of a school that it went to sees it.
 *
 * @param push the push
 * @param openedAt when the caller has opened the resource first; null if not
 * @param remindedAt when the caller's school was reminded last; null if it was not
 */
public record Received(
        Push push, @Nullable Instant openedAt, @Nullable Instant remindedAt) {

    /** Whether the caller has still to open it. */
    public boolean isUnread() {
        return push.isDelivered() && openedAt == null;
    }

    /** That it was taken back; empty as long as it can be used. */
    public Optional<Push.Recall> recall() {
        return Optional.ofNullable(push.recall());
    }
}
