package org.tongke.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * A MongoDB-compatible server on a folder, for about ten thousand documents a collection: only {@code _id} lookups use an index.
 * Acknowledged writes survive the death of the process. There are no sessions, transactions and change streams.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String FILE = "documents.mv";
    /** All documents of a demo: reading them back from the file costs more than any search among them. */
    private static final int CACHE_MEGABYTES = 512;

    private static final long MAX_WASTE_BYTES = 32L * 1024 * 1024;
    /** A connection stays with its thread, and a thread waits while it commits; threads start when first needed. */
    private static final int THREADS = 8;

    private final FolderLock lock;
    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(FolderLock lock, MongoServer server) {
        this.lock = lock;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the folder, which is made if absent, and listens on the loopback interface.
     *
     * @param folder for this server alone
     * @param port 0 for any free one
     * @throws FolderInUseException if a running store has the folder
     * @throws PortInUseException if the port is taken
     */
    public static EmbeddedMongo start(Path folder, int port) {
        var lock = FolderLock.take(folder);
        try {
            return new EmbeddedMongo(lock, listen(open(folder), port));
        } catch (Throwable failure) {
            lock.close();
            throw failure;
        }
    }

    /** Space is used again while serving, but the file becomes small only here: elsewhere it would make requests wait. */
    private static MVStore open(Path folder) {
        var file = folder.resolve(FILE).toAbsolutePath().toString();
        MVStoreTool.compactCleanUp(file);
        var store = openFile(file);
        if (!isMostlyWaste(store)) {
            return store;
        }
        store.close();
        MVStoreTool.compact(file, false);
        return openFile(file);
    }

    /** All commits are the journal's: the store's own would fall into the middle of a change. */
    private static MVStore openFile(String file) {
        return new MVStore.Builder()
                .fileName(file)
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
    }

    private static boolean isMostlyWaste(MVStore store) {
        var file = store.getFileStore();
        long usedBytes = file.size() * file.getFillRate() / 100 * file.getChunksFillRate() / 100;
        return file.size() - usedBytes > MAX_WASTE_BYTES && usedBytes < file.size() / 2;
    }

    private static MongoServer listen(MVStore store, int port) {
        var server = new MongoServer(new DurableBackend(store, new Journal(store)));
        try {
            server.bind(new InetSocketAddress(Loopback.HOST, port), 1, THREADS);
            return server;
        } catch (Throwable failure) {
            server.shutdownNow();
            throw Loopback.failure(failure, port);
        }
    }

    /** Connection string for a client of this machine, such as {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://" + Loopback.HOST + ":" + port;
    }

    /** Ends connections, closes the file and frees the folder. */
    @Override
    public void close() {
        try (lock) {
            server.shutdownNow();
        }
    }
}
