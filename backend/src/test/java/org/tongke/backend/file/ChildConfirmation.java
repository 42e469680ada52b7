package org.tongke.backend.file;

import java.io.IOException;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.ProgramBeans;

/** A process of its own that confirms one ticket with the rooms that take part in it, and may be killed on the way. */
final class ChildConfirmation {
    private static final String CONFIRM = "confirm";
    private static final String REQUEST = "request";
    private static final int DONE = 0;

    private ChildConfirmation() {}

    /** Confirms a ticket in it until it ends, and returns its exit status. */
    static int confirm(UploadTicket ticket, String killAt) throws IOException, InterruptedException {
        return run(CONFIRM, ticket, killAt);
    }

    /** Asks for a ticket once more in it until it ends, and returns its exit status. */
    static int request(UploadTicket ticket, String killAt) throws IOException, InterruptedException {
        return run(REQUEST, ticket, killAt);
    }

    private static int run(String what, UploadTicket ticket, String killAt) throws IOException, InterruptedException {
        return KilledProgram.run(
                killAt,
                ChildConfirmation.class,
                what,
                ticket.ticket().id(),
                ticket.ticket().by().account());
    }

    static void main(String[] arguments) {
        try (var rooms = new AnnotationConfigApplicationContext(Rooms.class)) {
            var tickets = rooms.getBean(Tickets.class);
            switch (arguments[0]) {
                case CONFIRM -> tickets.confirm(arguments[1], arguments[2], Scope.EVERYWHERE);
                default -> requestAgain(tickets, rooms.getBean(TicketStore.class), arguments[1]);
            }
        } catch (RefusedException refused) {
            // an answer as good as any
        }
        System.exit(DONE);
    }

    private static void requestAgain(Tickets tickets, TicketStore store, String id) {
        var ticket = store.find(id, Scope.EVERYWHERE).orElseThrow();
        var request = new UploadRequest(
                UUID.fromString(id.substring(id.lastIndexOf(':') + 1)),
                ticket.communityId(),
                ticket.places(),
                ticket.claim(),
                String.valueOf(ticket.fileName()),
                ticket.mediaType(),
                ticket.sizeBytes(),
                ticket.sha256());
        tickets.request(request, ticket.by());
    }

    /**
     * The bucket, the room itself without edge and sweep, and what makes evidence of a file. Not marked as a configuration, or the
     * application under test would take it for one of its own.
     */
    @ComponentScan(
            basePackages = {
                "org.tongke.backend.base.bucket",
                "org.tongke.backend.directory",
                "org.tongke.backend.community",
                "org.tongke.backend.file",
                "org.tongke.backend.evidence"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.graphql\\..*",
                                ".*\\.community\\.(roster|sheet)\\..*",
                                ".*\\.CommunityChanges",
                                ".*\\.RaisedTargets",
                                ".*\\.directory\\.(?!Regions$).*",
                                ".*\\.TicketSweep",
                                ".*\\.EvidenceClaims",
                                ".*\\.EvidenceEdits",
                                ".*\\.ClaimCheck",
                                ".*\\.FileTerms",
                                ".*\\.file\\.address\\..*"
                            }))
    static class Rooms extends ProgramBeans {}
}
