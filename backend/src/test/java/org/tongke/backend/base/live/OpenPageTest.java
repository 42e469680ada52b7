package org.tongke.backend.base.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.BackendTest;

/** From a write through the feed to the page of whoever it concerns, in the whole backend. */
@BackendTest
@ExtendWith(OutputCaptureExtension.class)
class OpenPageTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Value("http://127.0.0.1:${local.server.port}/changes")
    private URI address;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private LiveStreams streams;

    @Test
    void isToldOfAWriteWithinASecondAndNoLongerAfterSigningOut() {
        var account = "page-" + UUID.randomUUID();
        accounts.put(account, "李老师", account, null, List.of());
        var token = tokens.issue(account, TokenKind.DEVICE);
        var page = new Page(
                client,
                HttpRequest.newBuilder(address)
                        .header("Cookie", "tongke-device=" + token)
                        .build());
        page.awaitNudges(1);

        var began = System.nanoTime();
        writeTimetable(account);
        page.awaitNudges(2);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));

        tokens.revoke(token);
        await().until(page::hasEnded);
    }

    /** Whatever the container makes of the broken connection, it writes no error page among the events, which it would warn of. */
    @Test
    @Tag("slow")
    void leavesNothingInTheLog(CapturedOutput output) throws IOException {
        var account = "page-" + UUID.randomUUID();
        accounts.put(account, "李老师", account, null, List.of());
        var token = tokens.issue(account, TokenKind.DEVICE);
        var request = HttpRequest.newBuilder(address)
                .header("Cookie", "tongke-device=" + token)
                .build();
        for (int times = 0; times < 5; times++) {
            var page = new Page(client, request);
            page.awaitNudges(1);
            page.close();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> streams.count() == 0);
        await().during(Duration.ofMillis(500)).until(() -> !output.getOut().contains("event-stream"));
    }

    private void writeTimetable(String account) {
        database.getCollection("timetables")
                .updateOne(
                        Filters.eq("_id", account),
                        Fact.write(
                                new Document("channels", List.of()),
                                1,
                                List.of(LiveTopics.own(account)),
                                Origin.system("test"),
                                Instant.now(),
                                List.of()),
                        new UpdateOptions().upsert(true));
    }

    @Test
    void isNotOpenToSomebodyWithoutAToken() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
