package org.tongke.backend.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process alone, for files that are looked at. A process that is killed leaves its folder; the next one that opens
 * one in the same place deletes it. Whether the owner lives is told by a lock that the system takes away with the process: a process
 * id would not do, since in a container every process has the same.
 */
final class WorkFolder implements AutoCloseable {
    static final String PREFIX = "tongke-files-";

    /** A folder without a lock may be one that is just being made. */
    static final Duration UNLOCKED = Duration.ofMinutes(10);

    private static final String LOCK = "owner.lock";
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

    /** Not to be tried: that a process closes a second channel on a file may take away its own lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes one in a folder, and deletes those there whose owner is gone. */
    static WorkFolder open(Path parent) throws IOException {
        sweep(parent);
        while (true) {
            var path = Files.createTempDirectory(parent, PREFIX);
            OWN.add(path);
            var owner = path.resolve(LOCK);
            var lock = FileChannel.open(owner, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            if (Files.exists(owner)) {
                return new WorkFolder(path, lock);
            }
            // somebody swept it before it was locked
            lock.close();
            OWN.remove(path);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(path);
        OWN.remove(path);
    }

    private static void sweep(Path parent) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                sweepOne(folder);
            }
        }
    }

    /** What cannot be read here is somebody else's, and what goes meanwhile needs no sweep. */
    private static void sweepOne(Path folder) {
        try {
            if (!OWN.contains(folder) && deleteIfLeft(folder)) {
                LOG.info("Deleted {}, which a killed process left", folder);
            }
        } catch (IOException notOurs) {
            LOG.debug("Left {} as it is", folder, notOurs);
        }
    }

    private static boolean deleteIfLeft(Path folder) throws IOException {
        var owner = folder.resolve(LOCK);
        if (!Files.exists(owner)) {
            return deleteIfOld(folder);
        }
        try (var channel = FileChannel.open(owner, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            // under the lock: whoever is just making the folder waits, and sees afterwards that it is gone
            delete(folder);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static boolean deleteIfOld(Path folder) throws IOException {
        var madeAt = Files.getLastModifiedTime(folder).toInstant();
        var old = madeAt.isBefore(Instant.now().minus(UNLOCKED));
        if (old) {
            delete(folder);
        }
        return old;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (var found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
