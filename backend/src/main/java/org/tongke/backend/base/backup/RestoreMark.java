package org.tongke.backend.base.backup;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.bson.Document;
import org.tongke.backend.base.text.Sha256;

/**
 * Says that the stores hold a part of a backup: written before the first document is put back, removed after the last file. Whoever
 * finds it knows that a restore was killed.
 *
 * @param fingerprint of what the backup holds: SHA-256 in hexadecimal of the name, length and check sum of each of its parts
 * @param madeAt when the backup was made, as it says itself
 * @param begunAt when its restore was begun
 */
public record RestoreMark(String fingerprint, String madeAt, String begunAt) {
    static final String COLLECTION = "restore_mark";

    private static final String FINGERPRINT = "fingerprint";
    private static final String MADE_AT = "madeAt";
    private static final String BEGUN_AT = "begunAt";
    private static final int SHOWN = 12;

    static RestoreMark of(ZipFile zip, String madeAt, Instant begunAt) {
        return new RestoreMark(
                fingerprint(zip),
                madeAt,
                begunAt.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Made of the table at the end of the file alone: fast however large the backup is, and the same for a copy of it. */
    private static String fingerprint(ZipFile zip) {
        var digest = Sha256.digest();
        zip.stream()
                .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The mark of these stores; none if they are whole. */
    static Optional<RestoreMark> find(MongoDatabase database) {
        return Optional.ofNullable(database.getCollection(COLLECTION).find().first())
                .map(stored -> new RestoreMark(
                        stored.getString(FINGERPRINT), stored.getString(MADE_AT), stored.getString(BEGUN_AT)));
    }

    /** @throws BackupException if the stores hold half of a backup */
    public static void checkNone(MongoDatabase database) {
        find(database).ifPresent(left -> {
            throw new BackupException("the stores hold " + left);
        });
    }

    boolean isOf(RestoreMark other) {
        return fingerprint.equals(other.fingerprint);
    }

    void write(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .insertOne(new Document("_id", "restore")
                        .append(FINGERPRINT, fingerprint)
                        .append(MADE_AT, madeAt)
                        .append(BEGUN_AT, begunAt));
    }

    static void remove(MongoDatabase database) {
        database.getCollection(COLLECTION).drop();
    }

    @Override
    public String toString() {
        return "only a part of the backup of " + madeAt + " (fingerprint " + fingerprint.substring(0, SHOWN)
                + "), whose restore was begun at " + begunAt
                + " and did not end: repeat that restore, or empty the stores";
    }
}
