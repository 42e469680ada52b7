package org.tongke.backend.base.backup;

import java.util.zip.ZipEntry;
import org.bson.Document;

/**
 * How a backup is laid out: a ZIP with the collections as {@code collections/NAME.bson}, each the documents one after the other as
 * {@code mongodump} writes them; the bucket as {@code bucket/KEY}; and last {@code manifest.json}, which says how much of each there is.
 */
final class BackupForm {
    static final int NUMBER = 1;

    static final String COLLECTIONS = "collections/";
    static final String BSON = ".bson";
    static final String BUCKET = "bucket/";
    static final String MANIFEST = "manifest.json";

    private static final String FORM = "form";
    private static final String MADE_AT = "madeAt";
    private static final String DOCUMENTS = "documents";
    private static final String OBJECTS = "objects";

    private BackupForm() {}

    static String entryOf(String collection) {
        return COLLECTIONS + collection + BSON;
    }

    static boolean isCollection(ZipEntry entry) {
        return entry.getName().startsWith(COLLECTIONS);
    }

    static String collectionOf(ZipEntry entry) {
        var name = entry.getName();
        return name.substring(COLLECTIONS.length(), name.length() - BSON.length());
    }

    static boolean isObject(ZipEntry entry) {
        return entry.getName().startsWith(BUCKET);
    }

    static String keyOf(ZipEntry entry) {
        return entry.getName().substring(BUCKET.length());
    }

    static Document manifest(String madeAt, Amount amount) {
        return new Document(FORM, NUMBER)
                .append(MADE_AT, madeAt)
                .append(DOCUMENTS, amount.documents())
                .append(OBJECTS, amount.objects());
    }

    /** @throws BackupException if it is of another form */
    static Amount read(Document manifest) {
        if (!(manifest.get(FORM) instanceof Integer number) || number != NUMBER) {
            throw new BackupException("a backup of another form: " + manifest.get(FORM));
        }
        return new Amount(count(manifest, DOCUMENTS), count(manifest, OBJECTS));
    }

    /** When it was made, as it says itself. */
    static String madeAt(Document manifest) {
        return String.valueOf(manifest.get(MADE_AT));
    }

    private static long count(Document manifest, String of) {
        if (manifest.get(of) instanceof Number number) {
            return number.longValue();
        }
        throw new BackupException("a backup that does not say how many " + of + " it holds");
    }
}
