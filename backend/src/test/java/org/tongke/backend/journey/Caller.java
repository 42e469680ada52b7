package org.tongke.backend.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.FormPost;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Upload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who sends requests with a token. What can be read in one line is answered as one. */
record Caller(Api api, String token) {
    private static final String SYNC = """
            mutation($input: SyncActivitiesInput!) { syncActivities(input: $input) {
              outcomes { externalId result error { code } } counts { applied unchanged older quarantined refused }
              errors { code } } }""";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PREVIEW =
            "query($id: ID!) { followPreview(channelId: $id) { followed nextWeek words next { title } } }";
    private static final String FOLLOW =
            "mutation($id: ID!) { followChannel(input: {channelId: $id}) { preview { followed } errors { code } } }";
    private static final String WEEK = """
            query($day: Date) { myWeek(day: $day) {
              entries { slot startsAt movedTo movedFrom activity { title } } } }""";
    private static final String ACTIVITIES = """
            query($id: ID!) { node(id: $id) { ... on Community { activities(from: "2021-01-01", to: "2021-12-31", first: 100) {
              edges { node { id title revision startsAt attendance { attended } history { by fields { field before after } } } } } } } }""";
    private static final String ATTEND = """
            mutation($input: RecordAttendanceInput!) { recordAttendance(input: $input) { activity { id } errors { code } } }""";
    private static final String REQUEST = """
            mutation($input: RequestUploadInput!) { requestUpload(input: $input) {
              ticket { id url fields { name value } } errors { code } } }""";
    private static final String CONFIRM = """
            mutation($id: ID!) { confirmUpload(input: {ticketId: $id}) {
              evidence { criterion activity { title } file { sha256 } } errors { code } } }""";
    private static final String EVIDENCE = """
            query($id: ID!) { node(id: $id) { ... on Community { evidence(first: 100) {
              edges { node { criterion uploadedBy activity { title } file { mediaType sha256 } } } } } } }""";
    private static final String PROGRESS = """
            query($id: ID!) { node(id: $id) { ... on Community { progress {
              metCount criteria { code state measures { name present needed } } } } } }""";
    private static final String COUNTY = """
            query($code: String!) { region(code: $code) { progress { communityCount formedCount operatingCount
              communities(first: 10) { edges { node { metCount } } } } } }""";

    /** Leave to upload, as it came over the wire. */
    record Ticket(String id, String url, Map<String, String> fields) {}

    static Caller of(Api api, Person person) {
        return new Caller(api, person.token());
    }

    Answer ask(String document, Map<String, ?> variables) {
        return api.ask(token, document, variables);
    }

    /** Without what only a developer could mend. */
    private JsonNode data(String document, Map<String, ?> variables) {
        var answer = ask(document, variables);
        if (!answer.codes().isEmpty()) {
            throw new IllegalStateException(answer.body());
        }
        return answer.at("/data");
    }

    /** Sends rows; what became of each, or of all of them, as in {@code L1 APPLIED, L2 REFUSED MALFORMED}. */
    String reports(Row... rows) {
        return reports(UUID.randomUUID(), List.of(rows));
    }

    String reports(UUID batch, List<Row> rows) {
        var answer = sync(batch, rows);
        if (!answer.codes().isEmpty()) {
            return String.join(",", answer.codes());
        }
        var payload = answer.at("/data/syncActivities");
        var whole = codes(payload);
        return whole.isEmpty()
                ? payload.path("outcomes").valueStream().map(Caller::outcome).collect(Collectors.joining(", "))
                : whole;
    }

    /** Sends rows; how many came to what, without those of which there is none, as in {@code 499 applied, 1 refused}. */
    String counts(UUID batch, List<Row> rows) {
        return sync(batch, rows).at("/data/syncActivities/counts").properties().stream()
                .filter(count -> count.getValue().asInt() > 0)
                .map(count -> count.getValue().asInt() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The schema knows no word for what a row may say besides: its fields stand beside the others. */
    private static ObjectNode sent(Row row) {
        ObjectNode sent = JSON.valueToTree(row.sent());
        var details = (ObjectNode) sent.remove("details");
        return sent.setAll(details);
    }

    private Answer sync(UUID batch, List<Row> rows) {
        var input = Map.of(
                "batchId",
                batch.toString(),
                "activities",
                rows.stream().map(Caller::sent).toList());
        return ask(SYNC, Map.of("input", input));
    }

    private static String outcome(JsonNode row) {
        var code = row.at("/error/code").asString("");
        return (row.path("externalId").asString("-") + " " + row.path("result").asString() + " " + code).strip();
    }

    private static String codes(JsonNode payload) {
        return payload.path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .collect(Collectors.joining(","));
    }

    /** What following would bring, as in {@code 每周约 3 节 (3): L1, L2, L3}. */
    String preview(Node channel) {
        var preview = data(PREVIEW, idOf(channel)).path("followPreview");
        var next = preview.path("next")
                .valueStream()
                .map(lesson -> lesson.path("title").asString());
        return "%s (%d): %s"
                .formatted(
                        preview.path("words").asString(),
                        preview.path("nextWeek").asInt(),
                        next.collect(Collectors.joining(", ")));
    }

    void follow(Node channel) {
        var followed = data(FOLLOW, idOf(channel)).path("followChannel");
        if (!followed.at("/preview/followed").asBoolean()) {
            throw new IllegalStateException(followed.toString());
        }
    }

    /** The week that contains a day, a line for each place taken or left. */
    String week(String day) {
        return data(WEEK, Map.of("day", day))
                .at("/myWeek/entries")
                .valueStream()
                .map(Caller::entry)
                .collect(Collectors.joining("\n"));
    }

    private static String entry(JsonNode entry) {
        return time(entry.path("startsAt"))
                + " " + entry.at("/activity/title").asString()
                + " " + entry.path("slot").asString()
                + (entry.path("movedTo").isNull() ? "" : " to " + time(entry.path("movedTo")))
                + (entry.path("movedFrom").isNull() ? "" : " from " + time(entry.path("movedFrom")));
    }

    private static String time(JsonNode time) {
        return time.asString().substring(5, 16).replace('T', ' ');
    }

    /** The activities of a community in 2021, a line for each with revision and history, the newest write first. */
    String activities(Node community) {
        return listed(community)
                .map(activity -> time(activity.path("startsAt"))
                        + " " + activity.path("title").asString()
                        + " r" + activity.path("revision").asLong()
                        + activity.path("history")
                                .valueStream()
                                .flatMap(change -> change.path("fields").valueStream())
                                .map(Caller::change)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private Stream<JsonNode> listed(Node community) {
        return data(ACTIVITIES, idOf(community))
                .at("/node/activities/edges")
                .valueStream()
                .map(edge -> edge.path("node"));
    }

    private static String change(JsonNode change) {
        return "; " + change.path("field").asString() + " "
                + change.path("before").asString("-") + " → "
                + change.path("after").asString("-");
    }

    /** Says of each activity of a community of which nobody has said so yet that it took place. */
    void attends(Node community) {
        listed(community)
                .filter(activity -> activity.path("attendance").isNull())
                .toList()
                .forEach(this::attend);
    }

    private void attend(JsonNode activity) {
        var input = Map.of(
                "activityId",
                activity.path("id").asString(),
                "expectedRevision",
                activity.path("revision").asLong(),
                "attended",
                40);
        var said = data(ATTEND, Map.of("input", input)).path("recordAttendance");
        if (said.path("activity").isNull()) {
            throw new IllegalStateException(said.toString());
        }
    }

    /** Id of the activity of a community that has a title. */
    String activityId(Node community, String title) {
        return listed(community)
                .filter(activity -> activity.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /**
     * Asks for leave to upload a file.
     *
     * @param sizeBytes how long it is said to be
     */
    JsonNode requests(UUID id, Node community, Upload upload, int sizeBytes) {
        var input = new LinkedHashMap<String, Object>();
        input.put("id", id.toString());
        input.put("communityId", community.globalId().encode());
        input.put("criterion", upload.criterion());
        upload.activityId().ifPresent(activity -> input.put("activityId", activity));
        input.put("fileName", "材料");
        input.put("mediaType", upload.mediaType());
        input.put("sizeBytes", sizeBytes);
        input.put("sha256", upload.sha256());
        return data(REQUEST, Map.of("input", input)).path("requestUpload");
    }

    Ticket ticket(UUID id, Node community, Upload upload) {
        return ticket(requests(id, community, upload, upload.bytes().length));
    }

    static Ticket ticket(JsonNode payload) {
        var ticket = payload.path("ticket");
        var fields = new LinkedHashMap<String, String>();
        ticket.path("fields")
                .forEach(field -> fields.put(
                        field.path("name").asString(), field.path("value").asString()));
        return new Ticket(ticket.path("id").asString(), ticket.path("url").asString(), fields);
    }

    /** Posts the form into the bucket; whether it was taken. */
    static boolean posts(Ticket ticket, byte[] bytes) {
        return FormPost.send(ticket.url(), ticket.fields(), bytes) / 100 == 2;
    }

    /** What is evidence now, as in {@code 2.1 L1}; or the codes of what is refused. */
    String confirms(Ticket ticket) {
        var payload = data(CONFIRM, Map.of("id", ticket.id())).path("confirmUpload");
        var evidence = payload.path("evidence");
        return evidence.isNull()
                ? codes(payload)
                : evidence.path("criterion").asString() + " "
                        + evidence.at("/activity/title").asString("-");
    }

    /** All three steps. */
    String uploads(Node community, Upload upload) {
        var ticket = ticket(UUID.randomUUID(), community, upload);
        return posts(ticket, upload.bytes()) ? confirms(ticket) : "not posted";
    }

    /** Evidence of a community, a line for each. */
    String evidence(Node community) {
        return data(EVIDENCE, idOf(community))
                .at("/node/evidence/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .map(evidence -> "%s %s %s by %s"
                        .formatted(
                                evidence.path("criterion").asString(),
                                evidence.at("/activity/title").asString("-"),
                                evidence.at("/file/mediaType").asString(),
                                evidence.path("uploadedBy").asString()))
                .collect(Collectors.joining("\n"));
    }

    /** Progress of a community at a criterion, as in {@code LACKING 学科 1/2, 城乡同步课堂 1/20}; nothing as long as there is none. */
    String progress(Node community, String code) {
        return data(PROGRESS, idOf(community))
                .at("/node/progress/criteria")
                .valueStream()
                .filter(criterion -> criterion.path("code").asString().equals(code))
                .findFirst()
                .map(criterion -> criterion.path("state").asString() + " " + measures(criterion))
                .orElse("");
    }

    private static String measures(JsonNode criterion) {
        return criterion
                .path("measures")
                .valueStream()
                .map(measure -> measure.path("name").asString() + " "
                        + measure.path("present").asInt() + "/"
                        + measure.path("needed").asInt())
                .collect(Collectors.joining(", "));
    }

    /** Progress of a county, as in {@code 1 community, 0 formed, 0 operating, met [0]}. */
    String county(String code) {
        var progress = data(COUNTY, Map.of("code", code)).at("/region/progress");
        return Optional.of(progress)
                .filter(JsonNode::isObject)
                .map(county -> "%d community, %d formed, %d operating, met %s"
                        .formatted(
                                county.path("communityCount").asInt(),
                                county.path("formedCount").asInt(),
                                county.path("operatingCount").asInt(),
                                county.at("/communities/edges")
                                        .valueStream()
                                        .map(edge -> edge.at("/node/metCount").asInt())
                                        .toList()))
                .orElse("none");
    }

    private static Map<String, String> idOf(Node node) {
        return Map.of("id", node.globalId().encode());
    }
}
