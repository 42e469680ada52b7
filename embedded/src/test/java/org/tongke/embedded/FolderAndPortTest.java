package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says what is taken, and leaves nothing taken itself. */
@Tag("slow")
class FolderAndPortTest {

    @TempDir
    Path folder;

    @Test
    void oneFolderServesOneStore() {
        try (var first = EmbeddedMongo.start(folder, 0)) {
            assertThat(first.uri()).matches("mongodb://127\\.0\\.0\\.1:\\d+");
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
                    .isInstanceOfSatisfying(
                            FolderInUseException.class,
                            taken -> assertThat(taken.folder()).isEqualTo(folder));
            assertThatThrownBy(() -> EmbeddedBucket.start(folder, 0, "key", "secret"))
                    .isInstanceOf(FolderInUseException.class);
        }
        EmbeddedBucket.start(folder, 0, "key", "secret").close();
    }

    @Test
    void aFolderTakenByAnotherProcessIsRefused() throws Exception {
        try (var other = ChildStore.start(folder)) {
            assertThatThrownBy(() -> EmbeddedMongo.start(other.documents(), 0))
                    .isInstanceOf(FolderInUseException.class);
            assertThatThrownBy(() -> EmbeddedBucket.start(other.objects(), 0, "key", "secret"))
                    .isInstanceOf(FolderInUseException.class);
        }
    }

    @Test
    void aBusyPortIsNamedAndTheFolderIsFreeAgain() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = busy.getLocalPort();
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, port))
                    .isInstanceOfSatisfying(
                            PortInUseException.class,
                            taken -> assertThat(taken.port()).isEqualTo(port));
            assertThatThrownBy(() -> EmbeddedBucket.start(folder, port, "key", "secret"))
                    .isInstanceOfSatisfying(
                            PortInUseException.class,
                            taken -> assertThat(taken.port()).isEqualTo(port));
        }
        EmbeddedMongo.start(folder, 0).close();
    }

    @Test
    void aChosenPortIsUsed() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (var mongo = EmbeddedMongo.start(folder, port)) {
            assertThat(mongo.uri()).isEqualTo("mongodb://127.0.0.1:" + port);
        }
        try (var bucket = EmbeddedBucket.start(folder, port, "key", "secret")) {
            assertThat(bucket.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + port));
        }
    }
}
