package org.tongke.backend.access;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.StoredState;
import org.tongke.backend.support.Subscriber;
import org.tongke.backend.support.TwoCounties;
import tools.jackson.databind.JsonNode;

/** Tries each sample as everybody, and says in a word what happened. */
final class RightsMatrix {
    private static final String EMPTY_CONNECTION =
            "{\"edges\":[],\"pageInfo\":{\"hasNextPage\":false,\"hasPreviousPage\":false,\"startCursor\":null,\"endCursor\":null}}";

    private static final String SUBSCRIPTION = "Subscription_";

    private final Api api;
    private final MongoDatabase database;
    private final SampleVariables variables;
    private final Map<String, @Nullable Person> columns = new LinkedHashMap<>();

    RightsMatrix(ApplicationContext app, Api api, TwoCounties world) {
        this.api = api;
        database = app.getBean(MongoDatabase.class);
        variables = new SampleVariables(app, world);
        columns.put("nobody", null);
        columns.putAll(world.people());
    }

    /** Names of those who ask, in the order of the cells. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /**
     * What happens when everybody sends each sample. Those who are to change nothing come first, sample by sample; what stands in the
     * database is compared before and after them all, because reading it takes longer than they do.
     *
     * @param expected a word for each column, by the row of a sample
     * @param samples documents by name
     * @return the same with what really happened, and a row of what changed, if something did
     */
    Map<String, List<String>> rows(Map<String, List<String>> expected, Map<String, String> samples) {
        var rows = new LinkedHashMap<String, List<String>>();
        var before = StoredState.of(database);
        expected.forEach((row, cells) -> rows.put(row, fill(row, samples, cells, cells, false)));
        var changed = StoredState.of(database).changedSince(before);
        rows.replaceAll((row, cells) -> fill(row, samples, expected.getOrDefault(row, List.of()), cells, true));
        if (!changed.isEmpty()) {
            rows.put("changed by those who may not", changed);
        }
        return rows;
    }

    private List<String> fill(
            String row, Map<String, String> samples, List<String> expected, List<String> soFar, boolean doing) {
        var people = new ArrayList<>(columns.values());
        var sample = Samples.nameOf(row);
        var document = samples.getOrDefault(sample, "");
        var cells = new ArrayList<>(soFar);
        for (int column = 0; column < cells.size(); column++) {
            if (expected.get(column).equals("does") == doing) {
                cells.set(column, cell(sample, document, people.get(column)));
            }
        }
        return cells;
    }

    private String cell(String sample, String document, @Nullable Person caller) {
        var answer = send(sample, document, caller, variables.of(sample, document, caller));
        if (!answer.codes().isEmpty()) {
            return refusal(sample, document, caller, answer);
        }
        var it = answer.json().findValue("it");
        if (sample.startsWith("Mutation_") && it != null) {
            return outcome(sample, document, caller, answer, it);
        }
        var isToldNothing = sample.startsWith(SUBSCRIPTION) && it != null && it.isEmpty();
        if (it == null || it.isNull() || isToldNothing || it.at("/edges").isEmpty() && it.has("edges")) {
            return nothing(sample, document, caller, answer, it);
        }
        return "sees";
    }

    private Answer send(String sample, String document, @Nullable Person caller, Map<String, Object> values) {
        return sample.startsWith(SUBSCRIPTION)
                ? subscribe(sample, document, caller, values)
                : request(sample, document, caller, values);
    }

    /** The first that comes. */
    private Answer subscribe(String sample, String document, @Nullable Person caller, Map<String, Object> values) {
        try (var subscriber = caller == null
                ? Subscriber.call(api, null, sample, values)
                : Subscriber.ask(api, caller.token(), document, values)) {
            var first = subscriber.awaitOpen().items().getFirst();
            var response = subscriber.response();
            return new Answer(response.statusCode(), response.headers(), first.toString());
        }
    }

    private Answer request(String sample, String document, @Nullable Person caller, Map<String, Object> values) {
        return caller == null ? api.call(null, sample, values) : api.ask(caller.token(), document, values);
    }

    private Answer sendNowhere(String sample, String document, @Nullable Person caller) {
        return send(sample, document, caller, variables.nowhere(sample, document, caller));
    }

    /** A refusal tells nothing of what is there: it is the same for what is nowhere. */
    private String refusal(String sample, String document, @Nullable Person caller, Answer answer) {
        var word = answer.codes().stream()
                .distinct()
                .collect(Collectors.joining(","))
                .replace("UNAUTHENTICATED", "sign-in")
                .replace("FORBIDDEN", "refused");
        var tells = answer.json().findValue("it");
        return isSame(answer, sendNowhere(sample, document, caller)) && (tells == null || tells.isNull())
                ? word
                : word + " and tells " + answer.body();
    }

    private String outcome(String sample, String document, @Nullable Person caller, Answer answer, JsonNode payload) {
        var outcomes = payload.at("/outcomes").valueStream().map(outcome -> outcome.at("/errors"));
        var codes = Stream.concat(Stream.of(payload.at("/errors")), outcomes)
                .flatMap(JsonNode::valueStream)
                .map(error -> error.at("/code").asString())
                .toList();
        if (codes.isEmpty()) {
            return "does";
        }
        return codes.equals(List.of("NOT_FOUND")) ? asIfNowhere(sample, document, caller, answer) : codes.toString();
    }

    private String nothing(
            String sample, String document, @Nullable Person caller, Answer answer, @Nullable JsonNode it) {
        var isBelowSomethingSeen = answer.at("/data/node").isObject();
        if (!isBelowSomethingSeen) {
            return asIfNowhere(sample, document, caller, answer);
        }
        if (it == null) {
            return isSilent(answer.at("/data")) ? "nothing" : "tells: " + answer.body();
        }
        return it.isNull() || it.toString().equals(EMPTY_CONNECTION) ? "nothing" : "nothing but " + it;
    }

    private String asIfNowhere(String sample, String document, @Nullable Person caller, Answer answer) {
        var nowhere = sendNowhere(sample, document, caller);
        return isSame(answer, nowhere) ? "nothing" : "tells: " + answer.body() + " not " + nowhere.body();
    }

    /** Whether nothing is said: the thing in which it would stand is not there either. */
    private static boolean isSilent(JsonNode value) {
        return value.isNull() || value.isObject() && value.valueStream().allMatch(RightsMatrix::isSilent);
    }

    private static boolean isSame(Answer one, Answer other) {
        return one.status() == other.status() && one.body().equals(other.body());
    }
}
