package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of the keys can do with objects. */
class EmbeddedBucketTest {

    @TempDir
    Path folder;

    private EmbeddedBucket bucket;
    private MinioClient client;

    @BeforeEach
    void start() throws Exception {
        open();
        client.makeBucket(MakeBucketArgs.builder().bucket("files").build());
    }

    private void open() {
        bucket = EmbeddedBucket.start(folder, 0, "access", "secret-secret");
        client = client("secret-secret");
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Test
    void objectsKeepBytesTypeAndMetadataThroughARestart() throws Exception {
        put("photos/课堂 一.jpg", "picture");
        bucket.close();
        open();
        var stat = client.statObject(StatObjectArgs.builder()
                .bucket("files")
                .object("photos/课堂 一.jpg")
                .build());
        assertThat(stat.size()).isEqualTo(7);
        assertThat(stat.contentType()).isEqualTo("image/jpeg");
        assertThat(stat.userMetadata().get("Sha256")).containsExactly("abc");
        assertThat(stat.etag()).isEqualTo(md5("picture"));
        assertThat(get("photos/课堂 一.jpg", 0, null)).isEqualTo("picture");
    }

    @Test
    void aRangeIsRead() throws Exception {
        put("a", "0123456789");
        assertThat(get("a", 3, 4L)).isEqualTo("3456");
    }

    @Tag("slow")
    @Test
    void objectsAreCopiedListedAndRemoved() throws Exception {
        put("incoming/a", "content");
        client.copyObject(CopyObjectArgs.builder()
                .bucket("files")
                .object("kept/b")
                .source(SourceObject.builder()
                        .bucket("files")
                        .object("incoming/a")
                        .build())
                .build());
        client.removeObject(
                RemoveObjectArgs.builder().bucket("files").object("incoming/a").build());
        assertThat(names("")).containsExactly("kept/b");
        assertThat(names("incoming/")).isEmpty();
        assertThat(get("kept/b", 0, null)).isEqualTo("content");
        assertThatThrownBy(() -> get("incoming/a", 0, null)).satisfies(refusedAs("NoSuchKey"));
    }

    @Test
    void aKeyIsClaimedOnce() throws Exception {
        var claim = Map.of("If-None-Match", "*");
        put("once", "first", claim);
        assertThatThrownBy(() -> put("once", "second", claim)).satisfies(refusedAs("PreconditionFailed"));
        assertThat(get("once", 0, null)).isEqualTo("first");
        assertThat(names("")).containsExactly("once");
    }

    @Tag("slow")
    @Test
    void aLargeObjectComesInParts() throws Exception {
        var bytes = new byte[11 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        client.putObject(PutObjectArgs.builder().bucket("files").object("文档/large.pdf").stream(
                        new ByteArrayInputStream(bytes), -1L, 5L * 1024 * 1024)
                .contentType("application/pdf")
                .build());
        try (var object = client.getObject(
                GetObjectArgs.builder().bucket("files").object("文档/large.pdf").build())) {
            assertThat(object.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(names("")).containsExactly("文档/large.pdf");
    }

    @Test
    void anotherSecretIsRefused() {
        var stranger = client("another-secret");
        assertThatThrownBy(() -> stranger.statObject(
                        StatObjectArgs.builder().bucket("files").object("a").build()))
                .isInstanceOf(ErrorResponseException.class);
        assertThatThrownBy(stranger::listBuckets).satisfies(refusedAs("SignatureDoesNotMatch"));
    }

    private static String md5(String content) throws Exception {
        var digest = MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private MinioClient client(String secret) {
        return Clients.of(bucket.endpoint().toString(), "access", secret);
    }

    private void put(String key, String content) throws Exception {
        put(key, content, Map.of());
    }

    private void put(String key, String content, Map<String, String> headers) throws Exception {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder().bucket("files").object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .contentType("image/jpeg")
                .userMetadata(Map.of("sha256", "abc"))
                .extraHeaders(headers)
                .build());
    }

    private String get(String key, long offset, @Nullable Long length) throws Exception {
        var request = GetObjectArgs.builder().bucket("files").object(key).offset(offset);
        if (length != null) {
            request.length(length);
        }
        try (var object = client.getObject(request.build())) {
            return new String(object.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> names(String prefix) throws Exception {
        var names = new ArrayList<String>();
        for (var item : client.listObjects(ListObjectsArgs.builder()
                .bucket("files")
                .prefix(prefix)
                .recursive(true)
                .build())) {
            names.add(item.get().objectName());
        }
        return names;
    }

    private static Consumer<Throwable> refusedAs(String code) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.errorResponse().code()).isEqualTo(code));
    }
}
