package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.evidence.Desk;
import org.tongke.backend.evidence.Upload;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** A process that dies between two steps of a confirmation: whoever repeats it gets to where an uninterrupted one gets. */
@BackendTest
class KilledConfirmationTest {
    private static final String UNINTERRUPTED = """
            CONFIRMED
            2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师
            written once
            file, thumbnail""";

    private final Desk desk;
    private final TicketStore tickets;
    private final TicketSweep sweep;
    private final MongoDatabase database;
    private final TestClock clock;

    @Autowired
    KilledConfirmationTest(
            ApplicationContext app, TicketStore tickets, TicketSweep sweep, MongoDatabase database, TestClock clock) {
        desk = Desk.of(app);
        this.tickets = tickets;
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private UploadTicket sent(Upload upload) {
        var ticket = desk.request(desk.clerk(), upload);
        assertThat(desk.send(ticket, upload.bytes())).isBetween(200, 204);
        return ticket;
    }

    private String state(UploadTicket ticket) {
        var id = ticket.ticket().id();
        var evidence =
                database.getCollection("evidence").find(Filters.eq("_id", id)).first();
        return String.join(
                "\n",
                tickets.find(id, Scope.EVERYWHERE).orElseThrow().state().name(),
                String.join("\n", desk.evidence()),
                evidence == null
                        ? "not written"
                        : evidence.get(Fact.REVISION, Number.class).longValue() == 1 ? "written once" : "written again",
                desk.bucket().stream().sorted().collect(Collectors.joining(", ")));
    }

    @Test
    void isNotKilled() throws Exception {
        var ticket = sent(Upload.photo(60));
        assertThat(ChildBackend.confirm(ticket, "")).isZero();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload.begun",
                "upload.read",
                "upload.inspected",
                "upload.file-put",
                "upload.thumbnail-put",
                "upload.file-recorded",
                "upload.claimed",
                "upload.confirmed"
            })
    void isRepeatedByTheSender(String point) throws Exception {
        var ticket = sent(Upload.photo(61));
        assertThat(ChildBackend.confirm(ticket, point)).isEqualTo(ChildBackend.KILLED);
        assertThat(state(ticket)).isNotEqualTo(UNINTERRUPTED);
        desk.confirm(desk.clerk(), ticket);
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @Test
    void isFinishedByTheSweep() throws Exception {
        var ticket = sent(Upload.photo(62));
        assertThat(ChildBackend.confirm(ticket, "upload.thumbnail-put")).isEqualTo(ChildBackend.KILLED);
        sweep.sweep();
        assertThat(state(ticket)).isNotEqualTo(UNINTERRUPTED);
        clock.advance(Tickets.PATIENCE.plusSeconds(5));
        sweep.sweep();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @Test
    void isTidiedUpByTheSweep() throws Exception {
        var ticket = sent(Upload.photo(63));
        assertThat(ChildBackend.confirm(ticket, "upload.confirmed")).isEqualTo(ChildBackend.KILLED);
        clock.advance(Tickets.LIFETIME.plus(Ticket.GRACE).plusSeconds(5));
        sweep.sweep();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @Test
    void isOfAFileThatIsRefused() throws Exception {
        var ticket = sent(Upload.text());
        assertThat(ChildBackend.confirm(ticket, "upload.refused")).isEqualTo(ChildBackend.KILLED);
        assertThat(desk.bucket()).containsExactly("incoming");
        assertThat(desk.refusal(() -> desk.confirm(desk.clerk(), ticket))).startsWith("FILE_TYPE_DIFFERS");
        assertThat(state(ticket)).isEqualTo("REFUSED\n\nnot written\n");
    }
}
