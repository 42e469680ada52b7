package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.evidence.Desk;
import org.tongke.backend.evidence.Upload;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** What the clock does to tickets. */
@Tag("slow")
@BackendTest
class TicketSweepTest {
    private static final Duration PAST_THE_END = Tickets.LIFETIME.plusMinutes(1);
    private static final Duration PAST_THE_GRACE =
            Tickets.LIFETIME.plus(Ticket.GRACE).plusMinutes(1);

    private final Desk desk;
    private final TicketSweep sweep;
    private final TestClock clock;

    @Autowired
    TicketSweepTest(ApplicationContext app, TicketSweep sweep, TestClock clock) {
        desk = Desk.of(app);
        this.sweep = sweep;
        this.clock = clock;
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void whatNobodyConfirmsIsDeletedWhenNothingCanArriveAnyMore() {
        var photo = Upload.photo(50);
        var ticket = desk.request(desk.clerk(), photo);
        desk.send(ticket, photo.bytes());
        sweep.sweep();
        assertThat(desk.bucket()).containsExactly("incoming");
        clock.advance(PAST_THE_GRACE);
        sweep.sweep();
        assertThat(desk.bucket()).isEmpty();
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket)))
                .isEqualTo("TICKET_EXPIRED ticketId 上传已过期，请重新上传。");
        assertThat(desk.evidence()).isEmpty();
        // the phone asks again with the same id
        assertThat(desk.upload(desk.clerk(), photo).criterion()).isEqualTo("2.1");
    }

    @Test
    void aTicketPastItsTimeIsRefusedAndCanBeAskedForAgain() {
        var photo = Upload.photo(51);
        var ticket = desk.request(desk.clerk(), photo);
        desk.send(ticket, photo.bytes());
        clock.advance(PAST_THE_END);
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).startsWith("TICKET_EXPIRED");
        desk.request(desk.clerk(), photo);
        // what arrived before need not be sent again
        assertThat(desk.confirm(desk.clerk(), ticket).criterion()).isEqualTo("2.1");
    }

    @Test
    void whatArrivesOnceMoreAfterTheConfirmationIsDeleted() {
        var photo = Upload.photo(52);
        var ticket = desk.request(desk.clerk(), photo);
        desk.send(ticket, photo.bytes());
        desk.confirm(desk.clerk(), ticket);
        desk.send(ticket, photo.bytes());
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "incoming", "thumbnail");
        clock.advance(PAST_THE_GRACE);
        sweep.sweep();
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
        assertThat(desk.confirm(desk.clerk(), ticket).criterion()).isEqualTo("2.1");
    }

    @Test
    void anOldTicketGoesAndItsEvidenceStays() {
        var photo = Upload.photo(53);
        var ticket = desk.request(desk.clerk(), photo);
        desk.send(ticket, photo.bytes());
        desk.confirm(desk.clerk(), ticket);
        clock.advance(PAST_THE_GRACE);
        sweep.sweep();
        clock.advance(TicketSweep.KEPT);
        sweep.sweep();
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).startsWith("NOT_FOUND");
        assertThat(desk.evidence()).containsExactly("2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
    }
}
