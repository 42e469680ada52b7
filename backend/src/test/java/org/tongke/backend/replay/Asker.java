package org.tongke.backend.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.replay.Seen.Counts;
import org.tongke.backend.replay.Seen.Entry;
import org.tongke.backend.replay.Seen.Event;
import org.tongke.backend.replay.Seen.Filter;
import org.tongke.backend.replay.Seen.Listed;
import org.tongke.backend.replay.Seen.Notice;
import org.tongke.backend.replay.Stage.Reader;
import tools.jackson.databind.JsonNode;

/** Asks the product what a reader sees. */
final class Asker {
    private static final String WEEK = """
            query($day: Date) { myWeek(day: $day) { entries {
              slot startsAt endsAt movedTo movedFrom reason via { id } conflicts periods { schoolName label }
              activity { id title } } } }""";
    private static final String NOTICES = """
            query($after: String) { myNotices(first: 100, after: $after) {
              edges { node { kind by recordedAt fields { field before after } activity { id } } }
              pageInfo { hasNextPage endCursor } } }""";
    private static final String UNREAD = "{ unreadNoticeCount { count more } }";
    private static final String GRAND = """
            query($filter: ActivityFilter!, $after: String) { activities(filter: $filter, first: 100, after: $after) {
              edges { node { id title startsAt endsAt movedFrom state subject { name } grade { code } className
                schools { name } teachers { name schoolName } supplierName sources { activityId } } }
              pageInfo { hasNextPage endCursor } } }""";
    private static final String COUNTS = """
            query($filter: ActivityFilter!) { activityCounts(filter: $filter) { words
              counties { value words } subjects { value words } grades { value words }
              suppliers { value words } states { value words } } }""";
    private static final String FEED = "mutation { openCalendarFeed { feed { url } } }";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final Server server;
    private final Reader reader;

    Asker(Server server, Reader reader) {
        this.server = server;
        this.reader = reader;
    }

    private JsonNode data(String document, Map<String, ?> variables) {
        var answer = server.ask(reader.token(), document, variables);
        if (!answer.codes().isEmpty()) {
            throw new IllegalStateException(answer.body());
        }
        return answer.at("/data");
    }

    /** All nodes of a list, page by page. */
    private List<JsonNode> pages(String document, Map<String, ?> variables, String list) {
        var nodes = new ArrayList<JsonNode>();
        var all = new HashMap<String, Object>(variables);
        var more = true;
        while (more) {
            var page = data(document, all).path(list);
            page.path("edges").forEach(edge -> nodes.add(edge.path("node")));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            all.put("after", page.at("/pageInfo/endCursor").asString(""));
        }
        return nodes;
    }

    List<Entry> week(LocalDate monday) {
        return list(data(WEEK, Map.of("day", monday.toString())).at("/myWeek/entries"), Asker::entry);
    }

    private static Entry entry(JsonNode entry) {
        return new Entry(
                instant(entry.path("startsAt")),
                raw(entry.at("/activity/id")),
                entry.path("slot").asString(),
                instant(entry.path("endsAt")),
                findInstant(entry.path("movedTo")),
                findInstant(entry.path("movedFrom")),
                entry.at("/activity/title").asString(),
                entry.path("reason").asString(),
                list(entry.path("via"), channel -> thing(channel.path("id"))),
                list(
                        entry.path("periods"),
                        period -> period.path("schoolName").asString() + " "
                                + period.path("label").asString()),
                list(entry.path("conflicts"), Asker::raw));
    }

    /** Notices, the newest first. */
    List<Notice> notices() {
        var nodes = pages(NOTICES, Map.of(), "myNotices");
        for (int index = 1; index < nodes.size(); index++) {
            if (instant(nodes.get(index).path("recordedAt"))
                    .isAfter(instant(nodes.get(index - 1).path("recordedAt")))) {
                throw new IllegalStateException("not the newest first: " + nodes.get(index));
            }
        }
        return nodes.stream().map(Asker::notice).toList();
    }

    private static Notice notice(JsonNode notice) {
        return new Notice(
                raw(notice.at("/activity/id")),
                notice.path("kind").asString(),
                notice.path("by").asString(),
                list(
                        notice.path("fields"),
                        field -> field.path("field").asString() + ": "
                                + field.path("before").asString("null") + " → "
                                + field.path("after").asString("null")));
    }

    /** How many notices are unread, as in {@code 99+}. */
    String unread() {
        var unread = data(UNREAD, Map.of()).path("unreadNoticeCount");
        return unread.path("count").asInt() + (unread.path("more").asBoolean() ? "+" : "");
    }

    List<Listed> list(Filter filter) {
        return pages(GRAND, Map.of("filter", sent(filter)), "activities").stream()
                .map(Asker::listed)
                .toList();
    }

    private static Listed listed(JsonNode node) {
        return new Listed(
                instant(node.path("startsAt")),
                raw(node.path("id")),
                instant(node.path("endsAt")),
                findInstant(node.path("movedFrom")),
                node.path("state").asString(),
                node.path("title").asString(),
                node.at("/subject/name").asString(""),
                node.at("/grade/code").asString(""),
                node.path("className").asString(""),
                list(node.path("schools"), school -> school.path("name").asString()),
                list(
                        node.path("teachers"),
                        teacher -> teacher.path("name").asString() + " "
                                + teacher.path("schoolName").asString()),
                node.path("supplierName").asString(),
                list(node.path("sources"), source -> raw(source.path("activityId"))));
    }

    Counts count(Filter filter) {
        var counts = data(COUNTS, Map.of("filter", sent(filter))).path("activityCounts");
        var byValue = new LinkedHashMap<String, Map<String, String>>();
        for (var kind : List.of("counties", "subjects", "grades", "suppliers", "states")) {
            var values = new TreeMap<String, String>();
            counts.path(kind).forEach(count -> {
                var value = kind.equals("counties")
                        ? raw(count.path("value"))
                        : count.path("value").asString();
                values.put(value, count.path("words").asString());
            });
            byValue.put(kind, values);
        }
        return new Counts(counts.path("words").asString(), byValue);
    }

    private static Map<String, Object> sent(Filter filter) {
        var sent = new HashMap<String, Object>();
        sent.put("from", filter.from().toString());
        sent.put("to", filter.to().toString());
        sent.put(
                "communityIds",
                filter.communities().stream()
                        .map(id -> Sender.opaque("Community:" + id))
                        .toList());
        filter.chosen().forEach((kind, value) -> {
            switch (kind) {
                case "schools" -> sent.put("schoolIds", List.of(Sender.opaque("School:" + value)));
                case "counties" -> sent.put("regionIds", List.of(Sender.opaque("Region:" + value)));
                case "text" -> sent.put("text", value);
                default -> sent.put(kind, List.of(value));
            }
        });
        return sent;
    }

    /** A calendar as it was got. */
    record Calendar(Map<String, Event> events, Map<String, Integer> sequences) {
        static final Calendar NONE = new Calendar(Map.of(), Map.of());
    }

    /** The calendar at the reader's own address. */
    Calendar calendar() {
        var url = data(FEED, Map.of()).at("/openCalendarFeed/feed/url").asString();
        var answer = server.get(url.substring(url.indexOf("/calendar/")));
        if (answer.status() != 200) {
            throw new IllegalStateException("the calendar is answered with " + answer.status());
        }
        var events = new HashMap<String, Event>();
        var sequences = new HashMap<String, Integer>();
        Map<String, String> values = new HashMap<>();
        // a line that begins with a space goes on with the one before
        for (var line : answer.body().replace("\r\n ", "").split("\r\n")) {
            var colon = line.indexOf(':');
            values.put(line.substring(0, colon), line.substring(colon + 1));
            if (line.equals("BEGIN:VEVENT")) {
                values = new HashMap<>();
            } else if (line.equals("END:VEVENT")) {
                var event = event(values);
                if (events.put(event.lesson(), event) != null) {
                    throw new IllegalStateException("two events have one UID: " + event);
                }
                sequences.put(event.lesson(), Integer.valueOf(values.getOrDefault("SEQUENCE", "-1")));
            }
        }
        return new Calendar(events, sequences);
    }

    private static Event event(Map<String, String> values) {
        var uid = values.getOrDefault("UID", "");
        return new Event(
                raw(uid.substring(0, uid.indexOf('@'))),
                local(values.getOrDefault("DTSTART;TZID=Asia/Shanghai", "")),
                local(values.getOrDefault("DTEND;TZID=Asia/Shanghai", "")),
                values.getOrDefault("STATUS", ""),
                values.getOrDefault("SUMMARY", ""),
                values.getOrDefault("LOCATION", ""),
                values.get("URL"));
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text, LOCAL).atZone(Times.ZONE).toInstant();
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        return nodes.valueStream().map(read).toList();
    }

    private static Instant instant(JsonNode node) {
        return OffsetDateTime.parse(node.asString()).toInstant();
    }

    private static @Nullable Instant findInstant(JsonNode node) {
        return node.isNull() ? null : instant(node);
    }

    private static String raw(JsonNode id) {
        return raw(id.asString());
    }

    private static String raw(String id) {
        return GlobalId.decode(id).orElseThrow().raw();
    }

    private static String thing(JsonNode id) {
        var found = GlobalId.decode(id.asString()).orElseThrow();
        return found.type() + ":" + found.raw();
    }
}
