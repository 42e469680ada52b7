package org.tongke.backend.file;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.MediaType;

/** The stored files: what others may ask. */
@Component
public class StoredFiles {
    /** How long an address is good at least. */
    public static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(15);

    private final FileStore store;
    private final Bucket bucket;

    StoredFiles(FileStore store, Bucket bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /** The file with a raw id. */
    public Optional<StoredFile> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Files by raw id; those that are not there are missing. One round trip. */
    public Map<String, StoredFile> findAll(Collection<String> ids, Scope scope) {
        return store.findAll(ids, scope).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** Lets people of more places see a file, as one of a county that speaks for one more community. Repeating it changes nothing. */
    public void share(String id, Collection<String> places) {
        store.addPlaces(id, places);
    }

    /** Address of what is shown of the file. Anybody who has it can read until it ends; makes no call. */
    public String address(StoredFile file) {
        return bucket.signedGet(file.key(), ADDRESS_LIFETIME, file.shownType().value());
    }

    /** Address of the small picture; empty for documents. Makes no call. */
    public Optional<String> findThumbnailAddress(StoredFile file) {
        return file.hasThumbnail()
                ? Optional.of(bucket.signedGet(file.thumbnailKey(), ADDRESS_LIFETIME, MediaType.JPEG.value()))
                : Optional.empty();
    }
}
