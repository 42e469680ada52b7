package org.tongke.backend.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.MediaType;

/** The stored files: what others may ask. */
@Component
public class StoredFiles {
    /** How long an address of the bucket is good at least; a minute longer at most. */
    public static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(1);

    private final FileStore store;
    private final FileOriginStore origins;
    private final Bucket bucket;
    private final ObjectProvider<FileHolder> holder;

    StoredFiles(FileStore store, FileOriginStore origins, Bucket bucket, ObjectProvider<FileHolder> holder) {
        this.store = store;
        this.origins = origins;
        this.bucket = bucket;
        this.holder = holder;
    }

    /** The file with a raw id. */
    public Optional<StoredFile> find(String id, Scope scope) {
        return StoredFile.isShared(id) ? findShared(id, scope) : store.find(id, scope);
    }

    private Optional<StoredFile> findShared(String id, Scope scope) {
        return holder.stream()
                .flatMap(one -> one.find(id, scope).stream())
                .findFirst()
                .flatMap(held -> store.find(id, Scope.EVERYWHERE).map(file -> file.as(held)));
    }

    /** Files by raw id; those that are not there are missing. Of shared ones whoever asks knows who may see them. One round trip. */
    public Map<String, StoredFile> findAll(Collection<String> ids, Scope scope) {
        return store.findAll(ids, scope).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /**
     * Files whose bytes are there, in the order of their raw ids.
     *
     * @param afterId raw id of the last one that was seen; empty for the first page
     */
    public List<StoredFile> listKept(String afterId, int limit) {
        return store.listKept(afterId, limit);
    }

    /**
     * Files that are or were shared with groups, whose bytes are there, in the order of their raw ids.
     *
     * @param afterId raw id of the last one that was seen; empty for the first page
     * @param sentBefore only those that nobody has sent since: others may be about to be shared
     */
    public List<StoredFile> listShared(String afterId, Instant sentBefore, int limit) {
        return store.listShared(afterId, sentBefore, limit);
    }

    /** Lets people of more places see a file, as one of a county that speaks for one more community. Repeating it changes nothing. */
    public void share(String id, Collection<String> places) {
        store.addPlaces(id, places);
    }

    /**
     * Deletes the bytes of a file and what its camera said. It is marked at the end, so that a deletion which was cut off is repeated. Who
     * sends the same bytes again in the same moment must do so once more.
     */
    public void deleteBytes(StoredFile file) {
        bucket.delete(file.key());
        bucket.delete(file.thumbnailKey());
        origins.delete(file.id());
        store.markGone(file.id());
    }

    /** What cameras say of files, by the files' raw ids; those of which nothing is said are missing. One round trip. */
    public Map<String, FileOrigin> findOrigins(Collection<String> ids, Scope scope) {
        return origins.findAll(ids, scope);
    }

    /** Address in the bucket of what is shown of the file. Anybody who has it can read until it ends; makes no call. */
    public String address(StoredFile file) {
        // what a browser would show of an office file is not what was sent
        var how = file.shownType().isOffice() ? "attachment" : "inline";
        var disposition = how + "; filename*=UTF-8''" + UriUtils.encode(file.shownName(), StandardCharsets.UTF_8);
        return bucket.signedGet(file.key(), ADDRESS_LIFETIME, file.shownType().value(), disposition);
    }

    /** Address in the bucket of the small picture; empty if there is none. Makes no call. */
    public Optional<String> findThumbnailAddress(StoredFile file) {
        return file.hasThumbnail()
                ? Optional.of(bucket.signedGet(file.thumbnailKey(), ADDRESS_LIFETIME, MediaType.JPEG.value(), "inline"))
                : Optional.empty();
    }
}
