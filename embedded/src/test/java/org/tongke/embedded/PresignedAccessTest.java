package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PostPolicy;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser may do with a signed address: it sees another host than the one that the server listens on. */
@Tag("slow")
class PresignedAccessTest {

    private static final String PUBLIC_HOST = "localhost:8080";

    @TempDir
    Path folder;

    private EmbeddedBucket bucket;
    /** Signs for the public address and calls nothing, since its region is set. */
    private MinioClient signer;

    @BeforeEach
    void start() throws Exception {
        bucket = EmbeddedBucket.start(folder, 0, "access", "secret-secret");
        client(bucket.endpoint().toString())
                .makeBucket(MakeBucketArgs.builder().bucket("files").build());
        signer = client("http://" + PUBLIC_HOST);
    }

    private static MinioClient client(String endpoint) {
        return Clients.of(endpoint, "access", "secret-secret");
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Test
    void putAndGetThroughAProxyThatKeepsTheHost() throws Exception {
        var upload = signed(Http.Method.PUT, "图/a b.txt", 60);
        assertThat(upload).startsWith("http://localhost:8080/files/");
        assertThat(put(upload, "你好", "").status()).isEqualTo(200);
        var download = get(signed(Http.Method.GET, "图/a b.txt", 60), PUBLIC_HOST);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.body()).isEqualTo("你好");
    }

    @Test
    void aProxyThatChangesTheHostIsRefused() throws Exception {
        put(signed(Http.Method.PUT, "a", 60), "content", "");
        var download = signed(Http.Method.GET, "a", 60);
        assertThat(get(download, bucket.endpoint().getAuthority()).status()).isEqualTo(403);
        assertThat(get(download.replace("/files/a?", "/files/b?"), PUBLIC_HOST).status())
                .isEqualTo(403);
        assertThat(get("http://localhost:8080/files/a", PUBLIC_HOST).status()).isEqualTo(403);
    }

    @Test
    void signedAddressesExpire() throws Exception {
        put(signed(Http.Method.PUT, "a", 60), "content", "");
        var download = signed(Http.Method.GET, "a", 1);
        TimeUnit.MILLISECONDS.sleep(2_200);
        assertThat(get(download, PUBLIC_HOST).status()).isEqualTo(403);
    }

    @Test
    void aSignedPutMayClaimItsKey() throws Exception {
        var upload = signed(Http.Method.PUT, "once", 60);
        assertThat(put(upload, "first", "If-None-Match: *\r\n").status()).isEqualTo(200);
        assertThat(put(upload, "second", "If-None-Match: *\r\n").status()).isEqualTo(412);
    }

    @Test
    void aSignedPutMayNameItsHash() throws Exception {
        var upload = signed(Http.Method.PUT, "hashed", 60);
        var wrong = "x-amz-checksum-sha256: LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=\r\n";
        assertThat(put(upload, "something else", wrong).status()).isEqualTo(400);
        assertThat(put(upload, "hello", wrong).status()).isEqualTo(200);
    }

    @Test
    void aFormBoundsSizeTypeAndTime() throws Exception {
        assertThat(post(policy(60), "image/png", "0123456789").status()).isEqualTo(204);
        assertThat(get(signed(Http.Method.GET, "photo", 60), PUBLIC_HOST).body())
                .isEqualTo("0123456789");
        assertThat(post(policy(60), "image/png", "01234567890").status()).isEqualTo(400);
        assertThat(post(policy(60), "text/html", "0123456789").status()).isIn(400, 403);
        assertThat(post(policy(-5), "image/png", "0123456789").status()).isEqualTo(403);
        var forged = new HashMap<>(policy(60));
        forged.put("x-amz-signature", "0".repeat(64));
        assertThat(post(forged, "image/png", "0123456789").status()).isEqualTo(403);
    }

    private Map<String, String> policy(long seconds) throws Exception {
        var policy = new PostPolicy("files", ZonedDateTime.now().plusSeconds(seconds));
        policy.addEqualsCondition("key", "photo");
        policy.addEqualsCondition("Content-Type", "image/png");
        policy.addContentLengthRangeCondition(1L, 10L);
        return signer.getPresignedPostFormData(policy);
    }

    private String signed(Http.Method method, String key, int seconds) throws Exception {
        return signer.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket("files")
                .object(key)
                .expiry(seconds)
                .build());
    }

    private Answer post(Map<String, String> fields, String type, String content) throws Exception {
        var body = new StringBuilder();
        fields.forEach((name, value) -> part(body, name, "", value));
        part(body, "key", "", "photo");
        part(body, "Content-Type", "", type);
        part(body, "file\"; filename=\"p.png", "Content-Type: " + type + "\r\n", content);
        body.append("--limit--\r\n");
        return send(
                "POST /files HTTP/1.1\r\nHost: " + PUBLIC_HOST + "\r\nOrigin: http://" + PUBLIC_HOST
                        + "\r\nContent-Type: multipart/form-data; boundary=limit\r\n",
                body.toString());
    }

    private static void part(StringBuilder body, String name, String headers, String value) {
        body.append("--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
                .formatted(name, headers, value));
    }

    private Answer put(String address, String content, String headers) throws Exception {
        return send("PUT " + target(address) + " HTTP/1.1\r\nHost: " + PUBLIC_HOST + "\r\n" + headers, content);
    }

    private Answer get(String address, String host) throws Exception {
        return send("GET " + target(address) + " HTTP/1.1\r\nHost: " + host + "\r\n", "");
    }

    private static String target(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** By hand, because Java's client does not let a caller choose the Host header. */
    private Answer send(String head, String content) throws Exception {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        try (var socket =
                new Socket(bucket.endpoint().getHost(), bucket.endpoint().getPort())) {
            var request = new ByteArrayOutputStream();
            request.writeBytes((head + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            request.writeBytes(bytes);
            socket.getOutputStream().write(request.toByteArray());
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(end + 4));
        }
    }
}
