package org.tongke.backend.base.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.support.PartPut;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** Objects that arrive in parts, on whichever store. */
@StoresTest
class PartedUploadsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LEAST = 5 << 20;

    private final MinioBucket bucket;
    private final MinioParts parts;
    private final String key = "incoming/某人:甲/" + UUID.randomUUID();

    PartedUploadsTest(Stores stores) {
        var settings = new BucketSettings(
                stores.bucketEndpoint(),
                stores.accessKey(),
                stores.secretKey(),
                stores.name(),
                "us-east-1",
                stores.bucketEndpoint());
        bucket = new MinioBucket(settings);
        parts = new MinioParts(settings);
    }

    @BeforeEach
    void create() {
        bucket.create();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private int put(String id, int number, byte[] bytes) {
        return PartPut.send(parts.signedPut(key, id, number, MINUTE), bytes);
    }

    private List<String> found(String id) {
        return parts.find(key, id)
                .map(List::stream)
                .orElseThrow()
                .map(part -> part.number() + ": " + part.sizeBytes())
                .toList();
    }

    @Test
    void arePutTogetherInTheOrderOfTheirNumbers() throws IOException {
        var id = parts.begin(key);
        assertThat(found(id)).isEmpty();
        assertThat(put(id, 2, bytes(1000))).isEqualTo(200);
        assertThat(put(id, 1, bytes(7))).isEqualTo(200);
        assertThat(found(id)).containsExactly("1: 7", "2: 1000");
        assertThat(put(id, 1, bytes(LEAST))).as("sent again, and now whole").isEqualTo(200);
        assertThat(found(id)).containsExactly("1: " + LEAST, "2: 1000");
        assertThat(bucket.findSize(key)).isEmpty();
        assertThat(parts.complete(key, id, parts.find(key, id).orElseThrow())).isTrue();
        try (var stored = bucket.open(key)) {
            var all = stored.readAllBytes();
            assertThat(Arrays.copyOf(all, LEAST)).isEqualTo(bytes(LEAST));
            assertThat(Arrays.copyOfRange(all, LEAST, all.length)).isEqualTo(bytes(1000));
        }
        assertThat(parts.find(key, id)).isEmpty();
        assertThat(parts.complete(key, id, List.of(new ArrivedPart(1, LEAST, "tag"))))
                .isFalse();
    }

    @Test
    void takeNothingAfterTheirEnd() {
        var id = parts.begin(key);
        put(id, 1, bytes(10));
        parts.abandon(key, id);
        parts.abandon(key, id);
        assertThat(parts.find(key, id)).isEmpty();
        assertThat(put(id, 1, bytes(10))).isEqualTo(404);
        assertThat(parts.find(key, id)).isEmpty();
        assertThat(bucket.findSize(key)).isEmpty();
    }

    @Test
    void endAllAtOnceWhereverTheirIdsAre() {
        var one = parts.begin(key);
        var other = parts.begin(key);
        put(other, 1, bytes(10));
        var neighbour = new MinioPartsOf(key + "-neighbour");
        parts.abandonAll(key);
        assertThat(parts.find(key, one)).isEmpty();
        assertThat(parts.find(key, other)).isEmpty();
        assertThat(neighbour.isOpen()).isTrue();
        neighbour.end();
    }

    /** An upload of another key. */
    private final class MinioPartsOf {
        private final String other;
        private final String id;

        MinioPartsOf(String other) {
            this.other = other;
            id = parts.begin(other);
        }

        boolean isOpen() {
            return parts.find(other, id).isPresent();
        }

        void end() {
            parts.abandonAll(other);
        }
    }

    @Test
    void doNotCountWhenTheyWereCutOff() throws IOException {
        var id = parts.begin(key);
        put(id, 1, bytes(10));
        cutOff(URI.create(parts.signedPut(key, id, 2, MINUTE)));
        assertThat(found(id)).containsExactly("1: 10");
        assertThat(put(id, 2, bytes(20))).isEqualTo(200);
        assertThat(found(id)).containsExactly("1: 10", "2: 20");
        parts.abandon(key, id);
    }

    /** Sends the half of what it says. */
    private static void cutOff(URI address) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("PUT %s?%s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: 200000\r\n\r\n"
                    .formatted(address.getRawPath(), address.getRawQuery(), address.getHost(), address.getPort())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes(100_000));
            out.flush();
        }
    }

    @Test
    void areSignedForOnePartOfOneUpload() {
        var id = parts.begin(key);
        var address = parts.signedPut(key, id, 1, MINUTE);
        assertThat(PartPut.send(address.replace("partNumber=1", "partNumber=2"), bytes(10)))
                .isEqualTo(403);
        parts.abandon(key, id);
    }
}
