package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.bucket.PartedUploads;
import org.tongke.backend.evidence.Desk;
import org.tongke.backend.evidence.Upload;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** Files of more than 5 MiB go in parts. */
@Tag("slow")
@BackendTest
class PartedTicketTest {
    private final Desk desk;
    private final PartedUploads uploads;
    private final TicketSweep sweep;
    private final TestClock clock;
    private final Upload photo = Upload.largePhoto(new Random().nextInt(256));

    @Autowired
    PartedTicketTest(ApplicationContext app, PartedUploads uploads, TicketSweep sweep, TestClock clock) {
        desk = Desk.of(app);
        this.uploads = uploads;
        this.sweep = sweep;
        this.clock = clock;
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private UploadTicket request() {
        return desk.request(desk.clerk(), photo);
    }

    private static String print(UploadTicket ticket) {
        return String.join(
                "\n",
                ticket.parts().stream()
                        .map(part -> "%d: %d+%d %s"
                                .formatted(
                                        part.number(),
                                        part.offsetBytes(),
                                        part.sizeBytes(),
                                        part.arrived() ? "arrived" : "awaited"))
                        .toList());
    }

    private boolean isOpen(UploadTicket asked) {
        var ticket = asked.ticket();
        return uploads.find(ticket.incomingKey(), partsId(asked)).isPresent();
    }

    /** As the bucket has it in its addresses; the ticket was read before it was noted. */
    private static String partsId(UploadTicket asked) {
        return asked.parts().getFirst().url().replaceFirst(".*[?&]uploadId=([^&]+).*", "$1");
    }

    @Test
    void sendOnlyWhatIsLacking() {
        var first = request();
        assertThat(first.url()).isNull();
        assertThat(first.fields()).isEmpty();
        assertThat(print(first)).isEqualTo("1: 0+5242880 awaited\n2: 5242880+1048577 awaited");
        assertThat(desk.sendPart(first, 2, photo.bytes())).isEqualTo(200);
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), first)))
                .isEqualTo("FILE_NOT_ARRIVED ticketId 共 2 段，还有 1 段没有传到，请继续上传。");
        var second = request();
        assertThat(print(second)).isEqualTo("1: 0+5242880 awaited\n2: 5242880+1048577 arrived");
        assertThat(partsId(second)).isEqualTo(partsId(first));
        assertThat(desk.sendPart(second, 1, photo.bytes())).isEqualTo(200);
        assertThat(desk.confirm(desk.clerk(), second).criterion()).isEqualTo("2.1");
        assertThat(desk.evidence()).containsExactly("2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
        assertThat(isOpen(second)).isFalse();
        assertThat(print(request())).isEqualTo("1: 0+5242880 arrived\n2: 5242880+1048577 arrived");
        assertThat(desk.confirm(desk.clerk(), second).criterion()).isEqualTo("2.1");
    }

    @Test
    void haveNotArrivedWhenTheyAreShort() {
        var ticket = request();
        desk.sendPart(ticket, 1, photo.bytes());
        desk.sendPart(ticket, 2, Arrays.copyOf(photo.bytes(), photo.bytes().length - 1));
        assertThat(print(request())).isEqualTo("1: 0+5242880 arrived\n2: 5242880+1048577 awaited");
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).contains("还有 1 段");
    }

    @Test
    void leaveNothingWhenTheirFileIsRefused() {
        var ticket = request();
        var other = photo.bytes().clone();
        other[3_000_000]++;
        desk.sendAll(ticket, other);
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).startsWith("FILE_HASH_DIFFERS");
        assertThat(desk.bucket()).isEmpty();
        assertThat(isOpen(ticket)).isFalse();
        var again = request();
        assertThat(print(again)).doesNotContain("arrived");
        desk.sendAll(again, photo.bytes());
        assertThat(desk.confirm(desk.clerk(), again).criterion()).isEqualTo("2.1");
    }

    @Test
    void areSweptADayLater() {
        var ticket = request();
        desk.sendPart(ticket, 1, photo.bytes());
        var lost = uploads.begin(ticket.ticket().incomingKey());
        clock.advance(Tickets.LIFETIME_IN_PARTS.minusMinutes(1));
        sweep.sweep();
        assertThat(isOpen(ticket)).isTrue();
        clock.advance(Ticket.GRACE.plusMinutes(2));
        sweep.sweep();
        assertThat(isOpen(ticket)).isFalse();
        assertThat(uploads.find(ticket.ticket().incomingKey(), lost)).isEmpty();
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).startsWith("TICKET_EXPIRED");
        assertThat(print(request())).doesNotContain("arrived");
    }

    @Test
    void beginAnewWhenTheStoreHasTakenThemAway() {
        var ticket = request();
        desk.sendPart(ticket, 1, photo.bytes());
        uploads.abandonAll(ticket.ticket().incomingKey());
        var again = request();
        assertThat(print(again)).doesNotContain("arrived");
        assertThat(isOpen(again)).isTrue();
    }

    @Test
    void areOneUploadHoweverManyAskAtOnce() throws Exception {
        List<UploadTicket> asked;
        try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 4)
                    .mapToObj(any -> phones.submit(this::request))
                    .toList();
            asked = new ArrayList<>();
            for (var answer : answers) {
                asked.add(answer.get());
            }
        }
        assertThat(asked.stream().map(PartedTicketTest::partsId).distinct()).hasSize(1);
        desk.sendAll(asked.getFirst(), photo.bytes());
        assertThat(desk.confirm(desk.clerk(), asked.getLast()).criterion()).isEqualTo("2.1");
    }
}
