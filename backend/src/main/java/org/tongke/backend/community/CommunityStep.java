package org.tongke.backend.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Mode;

/**
 * Something that changed in a community: a school joined or left, or its schools belong together in another way.
 *
 * @param kind what changed
 * @param on the day from which it is so
 * @param schoolId raw id of the school; null where the mode changed
 * @param mode the new mode; null where a school joined or left
 * @param reason why
 * @param by name of who said it, as it was then
 * @param at when it was said: figures of the days before stay
 */
public record CommunityStep(
        Kind kind,
        LocalDate on,
        @Nullable String schoolId,
        @Nullable Mode mode,
        String reason,
        String by,
        Instant at) {

    /** What changed. */
    public enum Kind {
        /** A school became a member. */
        JOINED,
        /** A school is no member any more. */
        LEFT,
        /** Its schools belong together in another way. */
        MODE
    }

    /** Whether it says the same, whoever said it and when. */
    boolean saysAs(CommunityStep other) {
        return kind == other.kind
                && on.equals(other.on)
                && Objects.equals(schoolId, other.schoolId)
                && mode == other.mode
                && reason.equals(other.reason);
    }
}
