package org.tongke.backend.support;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The body. Throws if it is no JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The value at a JSON pointer, as in {@code /data/viewer/name}; missing if there is none. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** Codes of the top-level errors. */
    public List<String> codes() {
        return json().at("/errors")
                .valueStream()
                .map(error -> error.at("/extensions/code").asString("none"))
                .toList();
    }

    /** A header, without the blanks that do not matter; empty if it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("").replace(" ", "");
    }

    /** Status, media type and codes in one line, as in {@code 400 application/json BAD_REQUEST}. */
    public String line() {
        var type = header("Content-Type").replaceFirst(";.*", "");
        return (status + " " + type + " " + String.join(",", codes())).strip();
    }
}
