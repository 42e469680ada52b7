package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class HostileInputTest {

    /** Raise it for a longer search: {@code -Dmutations=5000}. */
    private static final int MUTATIONS = Integer.getInteger("mutations", 100);

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    record Upload(MediaType type, byte[] bytes) {}

    static Stream<Upload> uploads() {
        var exif = new Exif().orientation(6).device("HUAWEI", "ANA").position(30, 120);
        var image = Uploads.quarters(96, 64);
        return Stream.of(
                new Upload(MediaType.JPEG, Uploads.withExif(Uploads.jpeg(image), exif)),
                new Upload(MediaType.JPEG, Uploads.progressiveJpeg(image)),
                new Upload(MediaType.JPEG, Uploads.kept("cmyk.jpg")),
                new Upload(MediaType.PNG, Uploads.withChunk(Uploads.png(image), "eXIf", exif.bytes())),
                new Upload(MediaType.WEBP, Uploads.kept("photo.webp")),
                new Upload(MediaType.WEBP, Uploads.kept("transparent.webp")),
                new Upload(MediaType.PDF, Uploads.pdf(3)));
    }

    /** Whatever is changed in a file, there is an answer, and what it left behind goes when it is closed. */
    @ParameterizedTest
    @MethodSource("uploads")
    void isAnsweredNotThrown(Upload upload) throws Exception {
        var random = new Random(20210415);
        for (var i = 0; i < MUTATIONS; i++) {
            var mutated = upload.bytes.clone();
            for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            desk.inspect(mutated, upload.type, Limits.USUAL).close();
        }
        assertThat(desk.workFiles()).isEmpty();
    }

    @Test
    void leavesNoFileOpen() throws Exception {
        var handles = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(handles), "only Linux shows open files this way");
        for (var upload : uploads().toList()) {
            desk.accepts(upload.bytes, upload.type).close();
            desk.rejects(Uploads.first(upload.bytes, upload.bytes.length / 2), upload.type);
        }
        var open = new ArrayList<Path>();
        try (var links = Files.newDirectoryStream(handles)) {
            for (var link : links) {
                if (Files.isSymbolicLink(link) && target(link).startsWith(folder)) {
                    open.add(target(link));
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private static Path target(Path link) throws IOException {
        return Files.readSymbolicLink(link);
    }

    @Test
    void givesTheSameBytesForTheSameUploadFromManyThreads() throws Exception {
        var upload = Uploads.jpeg(Uploads.quarters(1200, 900));
        Callable<List<Byte>> inspection = () -> {
            try (var accepted = desk.accepts(upload, MediaType.JPEG)) {
                var bytes = new ArrayList<Byte>();
                for (var b : Files.readAllBytes(accepted.cleaned())) {
                    bytes.add(b);
                }
                return bytes;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kept = new HashSet<List<Byte>>();
            for (var result : threads.invokeAll(
                    Stream.generate(() -> inspection).limit(12).toList())) {
                kept.add(result.get());
            }
            assertThat(kept).hasSize(1);
        }
        assertThat(desk.workFiles()).isEmpty();
    }
}
