package org.tongke.backend.base.bucket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Objects that arrive in parts: begun, sent part by part, put together. Before that there is no object. Broken infrastructure:
 * {@link BucketException}.
 */
public interface PartedUploads {

    /** Begins an upload and returns the store's id of it. A key can have several. */
    String begin(String key);

    /** Address to which anybody who has it can PUT a part, any bytes of any length, until it expires. Makes no call. */
    String signedPut(String key, String uploadId, int number, Duration lifetime);

    /**
     * Parts that the store holds whole, by ascending number. Empty if there is no such upload any more: it was put together, abandoned, or
     * taken away by the store, which clears what nobody ends.
     */
    Optional<List<ArrivedPart>> find(String key, String uploadId);

    /** Puts the object together. False if there is no such upload any more. */
    boolean complete(String key, String uploadId, List<ArrivedPart> parts);

    /** Ids of all uploads of a key that nobody has ended. */
    List<String> findOpen(String key);

    /** Ends an upload, if it is there, and deletes its parts. */
    void abandon(String key, String uploadId);

    /** Ends all uploads of a key, also those whose id nobody knows. */
    void abandonAll(String key);
}
