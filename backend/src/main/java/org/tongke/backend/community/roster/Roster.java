package org.tongke.backend.community.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * The communities that a county plans for a programme (annex 4).
 *
 * @param id which programme's and whose
 * @param revision how often it was written; 0 for one that nobody has written yet
 * @param state how far it has come
 * @param rows the planned communities, in the county's order
 * @param head the head of the form
 * @param submitted who handed it in last; null while it is a draft
 * @param returned who made it a draft again after it was handed in, and why; null once it is handed in again, and where nobody did
 * @param receipts what roll-ups took of it, the last one last; that one locks it if it is locked
 * @param reopenings wishes to change it after it was locked, the last one last
 * @param changes its last changes, the newest first
 * @param places keys of the county and the regions above
 */
public record Roster(
        RosterId id,
        long revision,
        RosterState state,
        List<RosterRow> rows,
        FormHead head,
        @Nullable Signature submitted,
        @Nullable Signature returned,
        List<Receipt> receipts,
        List<Reopening> reopenings,
        List<RosterChange> changes,
        Collection<String> places)
        implements Node, Placed {

    public Roster {
        rows = List.copyOf(rows);
        receipts = List.copyOf(receipts);
        reopenings = List.copyOf(reopenings);
        changes = List.copyOf(changes);
        places = List.copyOf(places);
    }

    static Roster empty(RosterId id, Collection<String> places) {
        return new Roster(
                id,
                0,
                RosterState.DRAFT,
                List.of(),
                FormHead.EMPTY,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Roster", id.raw());
    }

    /** When it was first handed in and not taken back; empty if it never was. */
    public Optional<Instant> firstSubmittedAt() {
        return receipts.isEmpty()
                ? Optional.ofNullable(submitted).map(Signature::at)
                : Optional.of(receipts.getFirst().submittedAt());
    }

    /** What locks it; empty if it is not locked. */
    public Optional<Receipt> lock() {
        return state == RosterState.LOCKED ? Optional.of(receipts.getLast()) : Optional.empty();
    }

    /** The wish to change it that was said last, if it was locked once. */
    public Optional<Reopening> reopening() {
        return reopenings.isEmpty() ? Optional.empty() : Optional.of(reopenings.getLast());
    }

    /** The planned community of a core school. */
    public Optional<RosterRow> row(String coreId) {
        return rows.stream().filter(row -> row.core().id().equals(coreId)).findFirst();
    }

    /** How many different schools are member schools. */
    public int memberCount() {
        return count(row -> row.members().stream());
    }

    /** How many different schools, core and member together: paired schools as really many (annex 1, note 二.2). */
    public int pairedCount() {
        return count(RosterRow::schools);
    }

    private int count(Function<RosterRow, Stream<RosterSchool>> schools) {
        return (int)
                rows.stream().flatMap(schools).map(RosterSchool::id).distinct().count();
    }

    Roster with(List<RosterRow> other, FormHead otherHead) {
        return next(state, other, otherHead, submitted, returned, receipts, reopenings);
    }

    Roster submitted(FormHead otherHead, Signature by) {
        return next(RosterState.SUBMITTED, rows, otherHead, by, null, receipts, reopenings);
    }

    Roster returned(Signature by) {
        return next(RosterState.DRAFT, rows, head, null, by, receipts, reopenings);
    }

    Roster locked(String number, Signature by) {
        var handedIn = submitted == null ? by.at() : submitted.at();
        var receipt = new Receipt(number, by, handedIn, rows.size(), memberCount(), pairedCount());
        return next(RosterState.LOCKED, rows, head, submitted, null, with(receipts, receipt), reopenings);
    }

    Roster asked(Reopening wish) {
        return next(state, rows, head, submitted, returned, receipts, with(reopenings, wish));
    }

    Roster decided(Reopening.Decided decision) {
        var wish = reopenings.getLast().decided(decision);
        var all = with(reopenings.subList(0, reopenings.size() - 1), wish);
        return wish.stage() == Reopening.Stage.GRANTED
                ? next(RosterState.DRAFT, rows, head, null, null, receipts, all)
                : next(state, rows, head, submitted, returned, receipts, all);
    }

    private Roster next(
            RosterState nextState,
            List<RosterRow> nextRows,
            FormHead nextHead,
            @Nullable Signature nextSubmitted,
            @Nullable Signature nextReturned,
            List<Receipt> nextReceipts,
            List<Reopening> nextReopenings) {
        return new Roster(
                id,
                revision + 1,
                nextState,
                nextRows,
                nextHead,
                nextSubmitted,
                nextReturned,
                nextReceipts,
                nextReopenings,
                changes,
                places);
    }

    private static <T> List<T> with(List<T> some, T last) {
        return Stream.concat(some.stream(), Stream.of(last)).toList();
    }
}
