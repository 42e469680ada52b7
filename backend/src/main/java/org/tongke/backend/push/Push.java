package org.tongke.backend.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * That a resource centre gives a resource to the schools that meet a rule.
 *
 * @param id raw id: account, colon, the client's id
 * @param revision how often it was written
 * @param centreCode code of the centre's region
 * @param said what is given, to whom, and when
 * @param state what became of it
 * @param deliveredAt since when its schools see it; null if they never did
 * @param recall that it was taken back; null if it was not
 * @param reminders reminders, the oldest first
 * @param createdBy name of who made it
 * @param createdAt when it was made
 * @param places keys of the centre's region and those above
 */
public record Push(
        String id,
        long revision,
        String centreCode,
        Said said,
        PushState state,
        @Nullable Instant deliveredAt,
        @Nullable Recall recall,
        List<Reminder> reminders,
        String createdBy,
        Instant createdAt,
        Collection<String> places)
        implements Node, Placed {

    public Push {
        reminders = List.copyOf(reminders);
        places = List.copyOf(places);
    }

    /**
     * What is given, to whom, and when.
     *
     * @param resourceId raw id of the resource
     * @param title title of the resource when it was said
     * @param rule which schools it is for
     * @param note what the schools are told; null for nothing
     * @param sendAt when
     */
    public record Said(
            String resourceId,
            String title,
            PushRule rule,
            @Nullable String note,
            Instant sendAt) {}

    /**
     * That it was taken back.
     *
     * @param by name of who did it
     * @param at when
     * @param reason why
     */
    public record Recall(String by, Instant at, String reason) {}

    /**
     * A reminder of the schools that had not opened it.
     *
     * @param id the client's id of it
     * @param by name of who sent it
     * @param at when
     * @param schools how many schools had not opened it then
     */
    public record Reminder(String id, String by, Instant at, int schools) {
        /**
         * Whether it went to a school or a person.
         *
         * @param opened when it was opened there first; empty if it was not
         */
        boolean reaches(Optional<Instant> opened) {
            return opened.filter(first -> !first.isAfter(at)).isEmpty();
        }
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Push", id);
    }

    /** Whether schools see it. */
    public boolean isDelivered() {
        return state == PushState.DELIVERED;
    }

    /** Whether it can be said otherwise. */
    public boolean isPlanned() {
        return state == PushState.PLANNED;
    }

    /**
     * When a school was reminded of it last.
     *
     * @param opened when somebody of the school opened the resource first; empty if nobody has
     */
    Optional<Instant> remindedAt(Optional<Instant> opened) {
        return reminders.reversed().stream()
                .filter(reminder -> reminder.reaches(opened))
                .map(Reminder::at)
                .findFirst();
    }

    Push saying(Said otherwise) {
        return next(otherwise, state, deliveredAt, recall, reminders);
    }

    Push delivering() {
        return next(said, PushState.DELIVERING, deliveredAt, recall, reminders);
    }

    Push delivered(Instant at) {
        return next(said, PushState.DELIVERED, at, recall, reminders);
    }

    Push recalled(Recall taken) {
        return next(said, PushState.RECALLED, deliveredAt, taken, reminders);
    }

    Push reminded(Reminder reminder) {
        var all = new ArrayList<>(reminders);
        all.add(reminder);
        return next(said, state, deliveredAt, recall, all);
    }

    private Push next(
            Said newSaid,
            PushState newState,
            @Nullable Instant newDeliveredAt,
            @Nullable Recall newRecall,
            List<Reminder> newReminders) {
        return new Push(
                id,
                revision + 1,
                centreCode,
                newSaid,
                newState,
                newDeliveredAt,
                newRecall,
                newReminders,
                createdBy,
                createdAt,
                places);
    }
}
