package org.tongke.backend.subscription;

import java.util.HashSet;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.Person;
import tools.jackson.databind.JsonNode;

/** A teacher's phone: listens for nudges, and asks for the notices after each. */
final class Phone extends Reconnecting {
    private static final String NOTICES =
            "{ myNotices(first: 100) { edges { node { id activity { id revision } } } } }";

    private final Api api;
    private final Person teacher;
    /** Ids of notices that the list showed before. */
    private final Set<String> known = new HashSet<>();

    Phone(Api api, Person teacher) {
        this.api = api;
        this.teacher = teacher;
        start();
    }

    @Override
    void listen() {
        var response = api.open(api.to("/changes").header("Cookie", "tongke-device=" + teacher.token()));
        try (var lines = new Scanner(response.body())) {
            while (lines.hasNextLine()) {
                if (lines.nextLine().startsWith("data:")) {
                    ask();
                    if (connections() == 0) {
                        connected();
                    }
                }
            }
        }
    }

    private void ask() {
        var answer = api.ask(teacher.token(), NOTICES, Map.of());
        answer.json()
                .at("/data/myNotices/edges")
                .valueStream()
                .map(edge -> edge.at("/node"))
                .filter(notice -> known.add(notice.at("/id").asString()))
                .map(notice -> notice.at("/activity"))
                .map(Phone::line)
                .forEach(this::told);
    }

    private static String line(JsonNode activity) {
        return activity.at("/id").asString() + " r" + activity.at("/revision").asInt();
    }
}
