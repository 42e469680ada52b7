package org.tongke.backend.base.bucket;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Bytes by key in the one bucket of the product. Keys have no leading slash. Broken infrastructure: {@link BucketException}. */
public interface Bucket {

    /** Length of an object in bytes; empty if there is none. */
    Optional<Long> findSize(String key);

    /**
     * An object that is being read.
     *
     * @param mediaType with which it was put
     * @param bytes whoever asked closes them
     */
    record Opened(String mediaType, InputStream bytes) {}

    /** Opens an object for reading; empty if there is none. */
    Optional<Opened> findOpen(String key);

    /** Keys of all objects, in their order, fetched as they are taken. */
    Stream<String> keys();

    /** Opens an object for reading. Throws if there is none. */
    InputStream open(String key);

    /** Writes an object; the same key is overwritten with what must be the same bytes. */
    void put(String key, Path file, String mediaType);

    /** Deletes an object, if it is there. */
    void delete(String key);

    /**
     * Address from which anybody who has it can read the object until it expires. Makes no call.
     *
     * @param lifetime how long it is good at least, and may be kept by a browser; it is the same for a minute, and good for that minute
     *     longer
     * @param disposition what the browser is told to do with it, as in the header Content-Disposition
     */
    String signedGet(String key, Duration lifetime, String mediaType, String disposition);

    /** Address that a form is posted to. */
    String postAddress();

    /** Fields of a form that puts exactly {@code sizeBytes} bytes of one type at a key until it expires. */
    Map<String, String> signedPost(String key, String mediaType, long sizeBytes, Duration lifetime);
}
