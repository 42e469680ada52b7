package org.tongke.backend.subscription;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Subscriber;

/** A program that subscribes to the lessons of a community and goes on after its last position. */
final class Program extends Reconnecting {
    private static final String CHANGES = """
            subscription($community: ID!, $after: String) {
              activitiesChanged(filter: { communityIds: [$community] }, after: $after) {
                position it: activities { id revision }
              }
            }""";

    private final Api api;
    private final Person developer;
    private final Community community;
    private @Nullable String position;

    Program(Api api, Person developer, Community community) {
        this.api = api;
        this.developer = developer;
        this.community = community;
        start();
    }

    @Override
    void listen() throws InterruptedException {
        try (var stream = Subscriber.ask(api, developer.token(), CHANGES, variables())) {
            for (int read = 0; !stream.hasEnded() || read < stream.items().size(); ) {
                if (read == stream.items().size()) {
                    Thread.sleep(5);
                    continue;
                }
                var item = stream.items().get(read++).at("/data/activitiesChanged");
                if (item.isObject()) {
                    item.at("/it")
                            .forEach(it -> told(it.at("/id").asString() + " r"
                                    + it.at("/revision").asInt()));
                    if (position == null || read == 1) {
                        connected();
                    }
                    position = item.at("/position").asString();
                }
            }
        }
    }

    private Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put("community", community.globalId().encode());
        if (position != null) {
            variables.put("after", position);
        }
        return variables;
    }
}
