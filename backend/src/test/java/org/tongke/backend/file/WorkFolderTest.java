package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders for files that are looked at, on a disk that several processes share. */
class WorkFolderTest {
    @TempDir
    private Path disk;

    @Tag("slow")
    @Test
    void isDeletedByTheNextProcessOnceItsOwnerIsKilled() throws Exception {
        var owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        disk.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = owner.inputReader()) {
            var left = Path.of(said.readLine());
            WorkFolder.open(disk).close();
            assertThat(left.resolve("upload")).as("the owner lives").hasContent("bytes");
            owner.destroyForcibly().waitFor();
            assertThat(left.resolve("upload")).as("nobody has swept").exists();
            WorkFolder.open(disk).close();
            assertThat(left).doesNotExist();
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void standsBesideOthersOfTheSameProcess() throws IOException {
        try (var first = WorkFolder.open(disk);
                var second = WorkFolder.open(disk)) {
            assertThat(first.path()).exists().isNotEqualTo(second.path());
        }
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void isLeftForAWhileWhenItIsJustBeingMade() throws IOException {
        var young = Files.createDirectory(disk.resolve(WorkFolder.PREFIX + "young"));
        var old = Files.createDirectory(disk.resolve(WorkFolder.PREFIX + "old"));
        Files.writeString(old.resolve("picture"), "bytes");
        Files.setLastModifiedTime(
                old, FileTime.from(Instant.now().minus(WorkFolder.UNLOCKED).minusSeconds(5)));
        var foreign = Files.createDirectory(disk.resolve("foreign"));
        WorkFolder.open(disk).close();
        assertThat(disk).isDirectoryNotContaining(old::equals);
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    /** Another process, which looks at a file until it is killed. */
    static final class Owner {
        private Owner() {}

        static void main(String[] arguments) throws Exception {
            var folder = WorkFolder.open(Path.of(arguments[0]));
            Files.writeString(folder.path().resolve("upload"), "bytes");
            System.out.println(folder.path());
            Thread.currentThread().join();
        }
    }
}
