package org.tongke.backend.resource;

import java.io.IOException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.ProgramBeans;

/** A process of its own that confirms one file to be shared with the rooms that take part in it, and is killed on the way. */
final class ChildSharing {

    private ChildSharing() {}

    /** Confirms a ticket in it until it ends, and returns its exit status. */
    static int confirm(UploadTicket ticket, String killAt) throws IOException, InterruptedException {
        return KilledProgram.run(
                killAt,
                ChildSharing.class,
                ticket.ticket().id(),
                ticket.ticket().by().account());
    }

    static void main(String[] arguments) {
        try (var rooms = new AnnotationConfigApplicationContext(Rooms.class)) {
            rooms.getBean(Tickets.class).confirmShared(arguments[0], arguments[1], Scope.EVERYWHERE);
        } catch (RefusedException refused) {
            // an answer as good as any
        }
        System.exit(0);
    }

    /**
     * The bucket, the room of files, and what makes resources of them. Not marked as a configuration, or the application under test would
     * take it for one of its own.
     */
    @ComponentScan(
            basePackages = {
                "org.tongke.backend.base.bucket",
                "org.tongke.backend.base.text",
                "org.tongke.backend.file",
                "org.tongke.backend.activity",
                "org.tongke.backend.resource"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.graphql\\..*",
                                ".*\\.activity\\.(?!Subjects$).*",
                                ".*\\.TicketSweep",
                                ".*\\.file\\.address\\..*",
                                ".*\\.resource\\.(?!(ResourceStore|ResourceWriter|Quotas|SharedFiles)$).*"
                            }))
    static class Rooms extends ProgramBeans {}
}
