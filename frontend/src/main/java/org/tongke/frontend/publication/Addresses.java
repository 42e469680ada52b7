package org.tongke.frontend.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the public pages are. */
final class Addresses {
    static final String HOME = "/public";
    static final String LIST = HOME + "/communities";
    static final String WEEK = HOME + "/week";
    static final String SHARED = HOME + "/shared";
    static final String WEEKS = HOME + "/weeks";

    private Addresses() {}

    static String community(String id) {
        return LIST + "/" + encode(id);
    }

    static String shared(String key) {
        return SHARED + "/" + encode(key);
    }

    /** Somebody's week by a link. */
    static String ofPerson(String key) {
        return WEEKS + "/" + encode(key);
    }

    /** An address with those of some parameters that have a value. */
    static String with(String path, Map<String, @Nullable String> parameters) {
        var query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(one -> one.getValue() != null && !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + encode(String.valueOf(one.getValue())))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
