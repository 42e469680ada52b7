package org.tongke.backend.base.backup;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.bucket.BucketException;
import org.tongke.backend.base.feed.FeedPositions;
import org.tongke.backend.base.mongo.DuplicateKey;

/**
 * Makes a backup and puts it back. It may be made while the product runs: positions in the feed are read before everything else, so
 * that what is written meanwhile is worked through again, and the bucket last, whose objects never change and come before what names them.
 */
@Component
public class Backups {
    private static final int BATCH_BYTES = 8 << 20;
    private static final int BATCH_DOCUMENTS = 1_000;
    private static final int LENGTH_BYTES = 4;
    private static final int MOST_BYTES = 17 << 20;

    private final MongoDatabase database;
    private final Bucket bucket;

    Backups(MongoDatabase database, Bucket bucket) {
        this.database = database;
        this.bucket = bucket;
    }

    /**
     * Writes everything into a file. Until it is whole it has another name, so that a broken one is never taken for good.
     *
     * @throws BackupException if it cannot be written
     */
    public Amount write(Path file, Instant madeAt) {
        RestoreMark.checkNone(database);
        var begun = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                var amount = writeInto(begun, madeAt);
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
                return amount;
            } finally {
                // what a failed night leaves would fill the disk
                Files.deleteIfExists(begun);
            }
        } catch (IOException broken) {
            throw new BackupException("the file cannot be written: " + file, broken);
        }
    }

    private Amount writeInto(Path begun, Instant madeAt) throws IOException {
        try (var zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(begun)), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var amount = new Amount(writeCollections(zip), writeObjects(zip));
            zip.putNextEntry(new ZipEntry(BackupForm.MANIFEST));
            zip.write(BackupForm.manifest(madeAt.truncatedTo(ChronoUnit.SECONDS).toString(), amount)
                    .toJson()
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return amount;
        }
    }

    private List<String> collections() {
        var names = database.listCollectionNames().into(new ArrayList<>());
        names.removeIf(name -> name.startsWith("system.") || name.equals(RestoreMark.COLLECTION));
        names.sort(Comparator.comparing((String name) -> !name.equals(FeedPositions.COLLECTION))
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }

    private long writeCollections(ZipOutputStream zip) throws IOException {
        var count = 0L;
        for (var name : collections()) {
            zip.putNextEntry(new ZipEntry(BackupForm.entryOf(name)));
            try (var found = database.getCollection(name, RawBsonDocument.class)
                    .find()
                    .batchSize(BATCH_DOCUMENTS)
                    .cursor()) {
                while (found.hasNext()) {
                    var bytes = found.next().getByteBuffer();
                    zip.write(bytes.array(), bytes.position(), bytes.remaining());
                    count++;
                }
            }
            zip.closeEntry();
        }
        return count;
    }

    private long writeObjects(ZipOutputStream zip) throws IOException {
        var count = 0L;
        for (var keys = bucket.keys().iterator(); keys.hasNext(); ) {
            var key = keys.next();
            var opened = bucket.findOpen(key);
            if (opened.isEmpty()) {
                // deleted since it was listed
                continue;
            }
            var entry = new ZipEntry(BackupForm.BUCKET + key);
            entry.setComment(opened.get().mediaType());
            try (var in = opened.get().bytes()) {
                zip.putNextEntry(entry);
                in.transferTo(zip);
                zip.closeEntry();
            }
            count++;
        }
        return count;
    }

    /**
     * Puts everything back into empty stores, or goes on with what a restore of the same backup left that was killed. The indexes come
     * at the next start.
     *
     * @throws BackupException if the stores hold something else, the file is no backup or not whole
     */
    public Amount restore(Path file, Instant begunAt) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var manifest = manifest(zip);
            var expected = BackupForm.read(manifest);
            var goesOn = begin(RestoreMark.of(zip, BackupForm.madeAt(manifest), begunAt));
            var documents = 0L;
            var objects = 0L;
            for (var entry : zip.stream().toList()) {
                if (BackupForm.isCollection(entry)) {
                    documents += restoreCollection(zip, entry);
                } else if (BackupForm.isObject(entry)) {
                    restoreObject(zip, entry, goesOn);
                    objects++;
                }
            }
            var restored = new Amount(documents, objects);
            if (!restored.equals(expected)) {
                throw new BackupException("the backup is not whole: it holds " + restored + " of " + expected);
            }
            KillPoint.reached("restore.all-put");
            RestoreMark.remove(database);
            return restored;
        } catch (IOException broken) {
            throw new BackupException("the file cannot be read as a backup: " + file, broken);
        }
    }

    /**
     * Marks the stores as half restored. As long as the mark is there no backend starts on them, so all that they hold is of the marked backup.
     *
     * @return whether they were marked already, with the same backup
     */
    private boolean begin(RestoreMark mark) {
        var left = RestoreMark.find(database);
        if (left.isEmpty()) {
            checkEmpty();
            mark.write(database);
            KillPoint.reached("restore.marked");
        } else if (!left.get().isOf(mark)) {
            throw new BackupException("this is another backup: the stores hold " + left.get());
        }
        return left.isPresent();
    }

    private static Document manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(BackupForm.MANIFEST);
        if (entry == null) {
            throw new BackupException("the file is no backup, or a broken one: it says nothing of what it holds");
        }
        try (var in = zip.getInputStream(entry)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void checkEmpty() {
        for (var name : collections()) {
            if (database.getCollection(name).find().first() != null) {
                throw new BackupException("the database is not empty: " + name
                        + " has documents. A backup goes into empty stores only, so that nothing is lost");
            }
        }
        try (var keys = bucket.keys()) {
            if (keys.findAny().isPresent()) {
                throw new BackupException("the bucket is not empty. A backup goes into empty stores only");
            }
        }
    }

    private long restoreCollection(ZipFile zip, ZipEntry entry) throws IOException {
        var collection = database.getCollection(BackupForm.collectionOf(entry), RawBsonDocument.class);
        var batch = new ArrayList<RawBsonDocument>();
        var count = 0L;
        try (var in = zip.getInputStream(entry)) {
            var bytes = 0;
            for (var next = next(in); next.length > 0; next = next(in)) {
                batch.add(new RawBsonDocument(next));
                bytes += next.length;
                count++;
                if (bytes > BATCH_BYTES || batch.size() == BATCH_DOCUMENTS) {
                    insert(collection, batch);
                    bytes = 0;
                }
            }
            insert(collection, batch);
        }
        return count;
    }

    /** What a killed restore has put already is left as it is: without indexes of ours, a key that is taken is an id. */
    private static void insert(MongoCollection<RawBsonDocument> collection, List<RawBsonDocument> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(batch, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException partly) {
            if (!DuplicateKey.isAll(partly)) {
                throw partly;
            }
        }
        batch.clear();
        KillPoint.reached("restore.batch-put");
    }

    /** The next document's bytes; none at the end. */
    private static byte[] next(InputStream in) throws IOException {
        var head = in.readNBytes(LENGTH_BYTES);
        if (head.length == 0) {
            return head;
        }
        var length = head.length < LENGTH_BYTES
                ? -1
                : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length <= LENGTH_BYTES || length > MOST_BYTES) {
            throw new IOException("not a document of " + length + " bytes");
        }
        var whole = new byte[length];
        System.arraycopy(head, 0, whole, 0, LENGTH_BYTES);
        if (in.readNBytes(whole, LENGTH_BYTES, length - LENGTH_BYTES) < length - LENGTH_BYTES) {
            throw new IOException("cut off");
        }
        return whole;
    }

    private void restoreObject(ZipFile zip, ZipEntry entry, boolean goesOn) throws IOException {
        var key = BackupForm.keyOf(entry);
        if (goesOn
                && bucket.findSize(key).filter(size -> size == entry.getSize()).isPresent()) {
            return;
        }
        var object = Files.createTempFile("tongke-restored", ".bin");
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, object, StandardCopyOption.REPLACE_EXISTING);
            bucket.put(key, object, entry.getComment());
            KillPoint.reached("restore.object-put");
        } catch (BucketException down) {
            throw new BackupException("the bucket does not take " + entry.getName(), down);
        } finally {
            Files.delete(object);
        }
    }
}
