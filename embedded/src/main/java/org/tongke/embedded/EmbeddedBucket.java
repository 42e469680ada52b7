package org.tongke.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3-compatible server on a folder: one folder a bucket, one file an object, addresses {@code http://HOST/BUCKET/KEY}.
 * Signatures are checked against the Host header as it arrives, so a proxy in front must pass it on unchanged.
 *
 * <p>Keys become file names: a part between slashes has at most 218 bytes of UTF-8, no key is also the folder of another, and
 * where the file system has no extended attributes (some network and container mounts) types, user metadata and ETags are lost.
 * There are no tags, versions and lifecycle rules.
 */
public final class EmbeddedBucket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBucket.class);

    private static final String OBJECTS = "buckets";
    /** A transfer keeps one for its duration. */
    private static final int THREADS = 64;

    private final FolderLock lock;
    private final S3Proxy server;

    private EmbeddedBucket(FolderLock lock, S3Proxy server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Opens the folder, which is made if absent, and listens on the loopback interface.
     *
     * @param folder for this server alone
     * @param port 0 for any free one
     * @param accessKey identity of the only account
     * @param secretKey its secret; requests are signed with it, version 4 or 2
     * @throws FolderInUseException if a running store has the folder
     * @throws PortInUseException if the port is taken
     */
    public static EmbeddedBucket start(Path folder, int port, String accessKey, String secretKey) {
        var lock = FolderLock.take(folder);
        try {
            return new EmbeddedBucket(lock, listen(open(folder), port, accessKey, secretKey));
        } catch (Throwable failure) {
            lock.close();
            throw failure;
        }
    }

    private static Path open(Path folder) {
        try {
            var objects = Files.createDirectories(folder.resolve(OBJECTS)).toAbsolutePath();
            Leftovers.remove(objects);
            warnOfNarrowNames(objects);
            return objects;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the C locale Java cannot name files beyond ASCII, and nothing but the environment of the process can change that. */
    private static void warnOfNarrowNames(Path objects) {
        try {
            objects.resolve("课");
        } catch (InvalidPathException unmappable) {
            LOG.warn("Keys beyond ASCII will be refused; set LC_ALL=C.UTF-8 before starting Java", unmappable);
        }
    }

    private static S3Proxy listen(Path objects, int port, String accessKey, String secretKey) {
        var server = S3Proxy.builder()
                .blobStore(new OpenUploads(new FilesystemNio2BlobStore(objects.toString())))
                .endpoint(URI.create("http://" + Loopback.HOST + ":" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .jettyMaxThreads(THREADS)
                .stopTimeout(0) // more would wait for idle connections, too
                .build();
        try {
            server.start();
            return server;
        } catch (Exception failure) {
            stop(server);
            throw Loopback.failure(failure, port);
        }
    }

    /** Address for a client of this machine, such as {@code http://127.0.0.1:9000}. */
    public URI endpoint() {
        return URI.create("http://" + Loopback.HOST + ":" + server.getPort());
    }

    /** Ends connections, also those in the midst of a transfer, and frees the folder. */
    @Override
    public void close() {
        try (lock) {
            stop(server);
        }
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The bucket did not stop", failure);
        }
    }
}
