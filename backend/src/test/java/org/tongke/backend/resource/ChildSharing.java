package org.tongke.backend.resource;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.support.Stores;

/** A process of its own that confirms one file to be shared with the rooms that take part in it, and is killed on the way. */
final class ChildSharing {
    /** As of a process that died of SIGKILL. */
    static final int KILLED = 137;

    private static final long LONG_ENOUGH_SECONDS = 60;

    private ChildSharing() {}

    /** Confirms a ticket in it until it ends, and returns its exit status. */
    static int confirm(UploadTicket ticket, String killAt) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dtongke.kill-at=" + killAt));
        Stores.get().properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ChildSharing.class.getName(),
                ticket.ticket().id(),
                ticket.ticket().by().account()));
        var process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the child does not end");
        }
        return process.exitValue();
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
    static class Rooms {

        @Bean
        MongoDatabase database() {
            return MongoClients.create(System.getProperty("spring.mongodb.uri"))
                    .getDatabase(System.getProperty("tongke.mongo.database"));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }
    }
}
