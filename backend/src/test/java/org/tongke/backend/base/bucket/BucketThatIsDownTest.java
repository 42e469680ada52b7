package org.tongke.backend.base.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.embedded.EmbeddedBucket;

/** A store that does not answer when the backend starts. */
@Tag("slow")
class BucketThatIsDownTest {
    private static final String KEY = "access";
    private static final String SECRET = "secret-of-tests";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Test
    void isMadeWhenTheStoreAnswers(@TempDir Path folder) throws Exception {
        var port = freePort();
        var address = "http://127.0.0.1:" + port;
        var bucket = new MinioBucket(new BucketSettings(address, KEY, SECRET, "late", "us-east-1", address));
        var atStart = new BucketAtStart(bucket);
        atStart.start();
        try {
            assertThat(atStart.isRunning()).isTrue();
            assertThatThrownBy(() -> bucket.findSize("any")).isInstanceOf(BucketException.class);
            try (var _ = EmbeddedBucket.start(folder, port, KEY, SECRET)) {
                assertThat(answersWithin(bucket)).isTrue();
            }
        } finally {
            atStart.stop();
        }
    }

    private static boolean answersWithin(MinioBucket bucket) throws InterruptedException {
        for (var end = Instant.now().plus(LONG_ENOUGH); Instant.now().isBefore(end); Thread.sleep(100)) {
            try {
                // without its bucket the store takes nothing
                bucket.put("any", Path.of(System.getProperty("java.home"), "release"), "text/plain");
                return true;
            } catch (BucketException notYet) {
                // asked again
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
