package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.bucket.PartedUploads;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.evidence.Desk;
import org.tongke.backend.evidence.Upload;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.TestClock;

/**
 * A process dies between two steps of a confirmation, and its sender is never heard of again: the sweep gets to where an uninterrupted
 * one gets. That the sender may repeat it after a kill at any point is tested on the whole backend.
 */
@Tag("slow")
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
    private final PartedUploads uploads;

    @Autowired
    KilledConfirmationTest(
            ApplicationContext app,
            TicketStore tickets,
            TicketSweep sweep,
            MongoDatabase database,
            TestClock clock,
            PartedUploads uploads) {
        desk = Desk.of(app);
        this.tickets = tickets;
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
        this.uploads = uploads;
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
    void isFinishedByTheSweep() throws Exception {
        var ticket = sent(Upload.photo(62));
        assertThat(ChildConfirmation.confirm(ticket, "upload.thumbnail-put")).isEqualTo(ChildBackend.KILLED);
        sweep.sweep();
        assertThat(state(ticket)).isNotEqualTo(UNINTERRUPTED);
        clock.advance(Tickets.PATIENCE.plusSeconds(5));
        sweep.sweep();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.begun", "upload.completed", "upload.origin-recorded"})
    void isFinishedByTheSweepWhereTheBytesCameInParts(String killAt) throws Exception {
        var photo = Upload.largePhoto(64);
        var ticket = desk.request(desk.clerk(), photo);
        desk.sendAll(ticket, photo.bytes());
        assertThat(ChildConfirmation.confirm(ticket, killAt)).isEqualTo(ChildBackend.KILLED);
        clock.advance(Tickets.PATIENCE.plusSeconds(5));
        sweep.sweep();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.parts-begun", "upload.parts-noted"})
    void leavesNoPartsBehindWhenItDiesWhileTheyAreBegun(String killAt) throws Exception {
        var photo = Upload.largePhoto(65);
        var ticket = desk.request(desk.clerk(), photo);
        // so that it begins anew in the process that dies
        uploads.abandonAll(ticket.ticket().incomingKey());
        assertThat(ChildConfirmation.request(ticket, killAt)).isEqualTo(ChildBackend.KILLED);
        var again = desk.request(desk.clerk(), photo);
        desk.sendAll(again, photo.bytes());
        desk.confirm(desk.clerk(), again);
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
        clock.advance(Tickets.LIFETIME_IN_PARTS.plus(Ticket.GRACE).plusSeconds(5));
        sweep.sweep();
        assertThat(unfinished(ticket)).isEmpty();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    private List<String> unfinished(UploadTicket ticket) {
        return uploads.findOpen(ticket.ticket().incomingKey());
    }

    @Test
    void isTidiedUpByTheSweep() throws Exception {
        var ticket = sent(Upload.photo(63));
        assertThat(ChildConfirmation.confirm(ticket, "upload.confirmed")).isEqualTo(ChildBackend.KILLED);
        clock.advance(Tickets.LIFETIME.plus(Ticket.GRACE).plusSeconds(5));
        sweep.sweep();
        assertThat(state(ticket)).isEqualTo(UNINTERRUPTED);
    }

    @Test
    void replacesWhatItIsToReplaceThoughItWasKilledBetweenTheTwo() throws Exception {
        var old = desk.upload(desk.clerk(), Upload.photo(64));
        var ticket = desk.replacing(old, Upload.photo(65));
        assertThat(ChildConfirmation.confirm(ticket, "evidence.put")).isEqualTo(ChildBackend.KILLED);
        // both stand there, but only one counts
        assertThat(stateOf(old.id())).isEqualTo("CURRENT");
        assertThat(desk.evidence()).hasSize(1);
        clock.advance(Tickets.PATIENCE.plusSeconds(5));
        sweep.sweep();
        assertThat(stateOf(old.id())).isEqualTo("REPLACED");
        assertThat(desk.evidence()).hasSize(1);
        assertThat(tickets.find(ticket.ticket().id(), Scope.EVERYWHERE)
                        .orElseThrow()
                        .state())
                .isEqualTo(TicketState.CONFIRMED);
    }

    private String stateOf(String evidenceId) {
        return Objects.requireNonNull(database.getCollection("evidence")
                        .find(Filters.eq("_id", evidenceId))
                        .first())
                .getString("state");
    }
}
