package org.tongke.backend.audit;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.Sha256;

/**
 * A seal over some entries and over the seal before.
 *
 * @param number from 1, without a gap
 * @param previous hash of the seal before; empty for the first
 * @param hashes SHA-256 of each entry, by its id
 * @param sealedAt when, in whole milliseconds
 * @param hash SHA-256 over all that
 */
record AuditSeal(long number, String previous, SortedMap<String, String> hashes, Instant sealedAt, String hash) {
    private static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    /** The seal over entries that follows another. */
    static AuditSeal after(Optional<AuditSeal> last, List<Document> entries, Instant now) {
        var hashes = new TreeMap<String, String>();
        entries.forEach(entry -> hashes.put(entry.getString("_id"), hash(entry)));
        var number = last.map(AuditSeal::number).orElse(0L) + 1;
        var previous = last.map(AuditSeal::hash).orElse("");
        var sealedAt = Instant.ofEpochMilli(now.toEpochMilli());
        return new AuditSeal(number, previous, hashes, sealedAt, hash(number, previous, hashes, sealedAt));
    }

    /** Whether it is the seal that follows another, and is what it was. */
    boolean follows(Optional<AuditSeal> last) {
        return number == last.map(AuditSeal::number).orElse(0L) + 1
                && previous.equals(last.map(AuditSeal::hash).orElse(""))
                && hash.equals(hash(number, previous, hashes, sealedAt));
    }

    private static String hash(long number, String previous, SortedMap<String, String> hashes, Instant sealedAt) {
        var text = new StringBuilder()
                .append(number)
                .append('\n')
                .append(previous)
                .append('\n')
                .append(sealedAt.toEpochMilli())
                .append('\n');
        hashes.forEach((id, hash) -> text.append(hash).append(' ').append(id).append('\n'));
        return Sha256.of(text.toString());
    }

    /** SHA-256 of an entry, whatever the order of its fields; where it was sealed does not count. */
    static String hash(Document entry) {
        var sealed = new Document(entry);
        sealed.remove(AuditEntryStore.SEAL);
        return Sha256.of(sorted(sealed).toJson(JSON));
    }

    private static Document sorted(Map<?, ?> map) {
        var names = new TreeMap<String, @Nullable Object>();
        map.forEach((name, inner) -> names.put(String.valueOf(name), sortedValue(inner)));
        return new Document(names);
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> sorted(map);
            case List<?> list -> list.stream().map(AuditSeal::sortedValue).toList();
            case null, default -> value;
        };
    }

    Document toDocument() {
        var entries = hashes.entrySet().stream()
                .map(entry -> new Document("id", entry.getKey()).append("hash", entry.getValue()))
                .toList();
        return new Document("_id", number)
                .append("previous", previous)
                .append("entries", entries)
                .append("sealedAt", Date.from(sealedAt))
                .append("hash", hash);
    }

    static AuditSeal from(Document stored) {
        var hashes = new TreeMap<String, String>();
        stored.getList("entries", Document.class, List.of())
                .forEach(entry -> hashes.put(entry.getString("id"), entry.getString("hash")));
        return new AuditSeal(
                stored.get("_id", Number.class).longValue(),
                stored.getString("previous"),
                hashes,
                stored.getDate("sealedAt").toInstant(),
                stored.getString("hash"));
    }
}
