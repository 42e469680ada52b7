package org.tongke.bench;

import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.timetable.Timetables;

/** The backend that {@link Streams} measures: makes accounts, tells their tokens, and moves a lesson whenever a line says so. */
final class StreamsBackend {
    /** The argument that makes this of the program. */
    static final String COMMAND = "streams-backend";

    private static final int OPEN_PER_ACCOUNT = 15;

    private StreamsBackend() {}

    /** @param count how many streams will be opened */
    static void run(int count) throws IOException, InterruptedException {
        try (var backend = Bench.start(Bench.newDatabase())) {
            try {
                serve(backend, count);
            } finally {
                backend.getBean(MongoDatabase.class).drop();
            }
        }
    }

    private static void serve(ConfigurableApplicationContext backend, int count)
            throws IOException, InterruptedException {
        var province = new Province(backend);
        province.growTo(1000);
        var followed = province.communities().getFirst();
        for (int number = 0; number < count / OPEN_PER_ACCOUNT / 2 + 1; number++) {
            account(backend, "teacher", number, TokenKind.DEVICE, Grant.at(Role.TEACHER, PlaceKey.school("nowhere")));
            var teacher = backend.getBean(Accounts.class)
                    .find("teacher-" + number)
                    .orElseThrow()
                    .asViewer();
            backend.getBean(Timetables.class)
                    .follow(teacher, followed.globalId().encode());
            account(backend, "developer", number, TokenKind.DEVELOPER, Grant.everywhere(Role.DEVELOPER));
        }
        System.out.println("port " + backend.getEnvironment().getProperty("local.server.port"));
        System.out.println("ready");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long revision = 1;
        for (var line = commands.readLine(); "move".equals(line); line = commands.readLine()) {
            revision++;
            var startsAt = LocalTime.of(8, 0).plusMinutes(revision % 300);
            province.sync(List.of(province.row("l-0-0-0", revision, 0, startsAt, Province.FIRST_MONDAY)));
            System.out.println("moved");
        }
    }

    private static void account(
            ConfigurableApplicationContext backend, String name, int number, TokenKind kind, Grant grant) {
        var id = name + "-" + number;
        backend.getBean(Accounts.class).put(id, id, id, null, List.of(grant));
        System.out.println(name + " " + backend.getBean(Tokens.class).issue(id, kind));
    }
}
