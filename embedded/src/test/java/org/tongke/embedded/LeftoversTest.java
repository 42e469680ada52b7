package org.tongke.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill leaves in the midst of an upload. */
class LeftoversTest {

    private static final String UUID = "-0f8fad5b-d9cb-469f-a165-70867728950e";

    @TempDir
    Path objects;

    @Test
    void partialAndTwiceNamedFilesGoAndObjectsStay() throws Exception {
        file("files/photos/half" + UUID);
        var claimed = complete("files/claimed");
        Files.createLink(objects.resolve("files/claimed" + UUID), claimed);
        complete("files/object" + UUID);
        complete("files/plain");
        file("files/unrelated");

        Leftovers.remove(objects);

        try (var files = Files.walk(objects)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> objects.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "files/claimed", "files/object" + UUID, "files/plain", "files/unrelated");
        }
    }

    private Path file(String name) throws Exception {
        var file = objects.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content");
    }

    private Path complete(String name) throws Exception {
        var file = file(name);
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("content-md5", ByteBuffer.wrap(new byte[16]));
        return file;
    }
}
