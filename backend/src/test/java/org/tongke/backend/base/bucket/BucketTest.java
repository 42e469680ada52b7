package org.tongke.backend.base.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.support.FormPost;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** What the bucket does, on whichever store. */
@StoresTest
class BucketTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MinioBucket bucket;

    @TempDir
    private Path folder;

    BucketTest(Stores stores) {
        bucket = bucket(stores);
    }

    private static MinioBucket bucket(Stores stores) {
        return new MinioBucket(new BucketSettings(
                stores.bucketEndpoint(),
                stores.accessKey(),
                stores.secretKey(),
                stores.name(),
                "us-east-1",
                stores.bucketEndpoint()));
    }

    @BeforeEach
    void create() {
        bucket.create();
    }

    @Test
    void isMadeOnceHoweverManyMakeIt(Stores stores) throws Exception {
        var fresh = new Stores(
                stores.mongoUri(),
                stores.bucketEndpoint(),
                stores.accessKey(),
                stores.secretKey(),
                stores.name() + "-race");
        try (var backends = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 8)
                    .mapToObj(_ -> backends.submit(() -> bucket(fresh).create()))
                    .toList();
            for (var one : made) {
                one.get();
            }
        }
        assertThat(bucket(fresh).findSize("nothing")).isEmpty();
        Stores.dropBucket(fresh);
    }

    @Test
    void keepsWhatIsPutUntilItIsDeleted() throws IOException {
        bucket.put("kept/你好", file("content"), "text/plain");
        assertThat(bucket.findSize("kept/你好")).contains(7L);
        try (var stored = bucket.open("kept/你好")) {
            assertThat(stored).hasContent("content");
        }
        bucket.delete("kept/你好");
        bucket.delete("kept/你好");
        assertThat(bucket.findSize("kept/你好")).isEmpty();
        assertThatThrownBy(() -> bucket.open("kept/你好")).isInstanceOf(BucketException.class);
    }

    @Test
    void aSignedAddressGivesTheBytesAndTheirTypeAndNoMore() throws Exception {
        bucket.put("signed", file("<html>"), "text/html");
        var address =
                bucket.signedGet("signed", MINUTE, "image/jpeg", "inline; filename*=UTF-8''%E8%AF%BE%20%281%29.jpg");
        var answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<html>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("inline; filename*=UTF-8''%E8%AF%BE%20%281%29.jpg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, max-age=60");
        assertThat(get(address.replace("image%2Fjpeg", "text%2Fhtml")).statusCode())
                .isEqualTo(403);
        assertThat(get(address.substring(0, address.indexOf('?'))).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormTakesSoManyBytesOfOneTypeAtOneKey() {
        assertThat(post("form", "image/jpeg", "0123456789")).isBetween(200, 204);
        assertThat(bucket.findSize("form")).contains(10L);
        assertThat(post("longer", "image/jpeg", "0123456789+")).isEqualTo(400);
        assertThat(post("shorter", "image/jpeg", "012345678")).isEqualTo(400);
        assertThat(post("type", "text/html", "0123456789")).isIn(400, 403);
        assertThat(bucket.findSize("longer")).isEmpty();
        assertThat(bucket.findSize("shorter")).isEmpty();
        assertThat(bucket.findSize("type")).isEmpty();
        var otherKey = new HashMap<>(bucket.signedPost("mine", "image/jpeg", 10, MINUTE));
        otherKey.put("key", "yours");
        assertThat(FormPost.send(bucket.postAddress(), otherKey, bytes("0123456789")))
                .isEqualTo(403);
        var late = bucket.signedPost("late", "image/jpeg", 10, Duration.ofSeconds(-5));
        assertThat(FormPost.send(bucket.postAddress(), late, bytes("0123456789")))
                .isEqualTo(403);
    }

    private int post(String key, String type, String content) {
        var fields = new HashMap<>(bucket.signedPost(key, "image/jpeg", 10, MINUTE));
        fields.put("Content-Type", type);
        return FormPost.send(bucket.postAddress(), fields, bytes(content));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
