package org.tongke.backend.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.file.inspection.MediaType;

/**
 * Bytes in the bucket, checked once. Of a picture an upright copy is kept, without the place where it was taken.
 *
 * @param id raw id: owner (a community, or {@link #SHARED}) and hash
 * @param sha256 of the bytes as they were sent
 * @param name name of the file on the device from which it came first; null if it was stored before names were kept
 * @param mediaType type that the bytes as sent really have
 * @param shownType type of what is kept and shown
 * @param sizeBytes length of the bytes as they were sent
 * @param widthPixels width of the upright picture; null for documents
 * @param heightPixels height of the upright picture; null for documents
 * @param pages pages of the document; null for pictures
 * @param takenAt when the camera says that the picture was taken; null if it does not say
 * @param hasThumbnail whether there is a small picture of it
 * @param gone whether its bytes were deleted because they are kept no longer
 * @param places keys of the community's schools and regions; of a shared one as {@link FileHolder} says
 */
public record StoredFile(
        String id,
        String sha256,
        @Nullable String name,
        MediaType mediaType,
        MediaType shownType,
        long sizeBytes,
        @Nullable Integer widthPixels,
        @Nullable Integer heightPixels,
        @Nullable Integer pages,
        @Nullable Instant takenAt,
        boolean hasThumbnail,
        boolean gone,
        Collection<String> places)
        implements Node, Placed {

    /** Owner of files that are shared with groups: the same bytes are one object, whoever shares them. No community's id is this. */
    public static final String SHARED = "shared";

    public StoredFile {
        places = List.copyOf(places);
    }

    /** Raw id of the file with a hash of an owner. */
    public static String idOf(String communityId, String sha256) {
        return communityId + "/" + sha256;
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("StoredFile", id);
    }

    /** Raw id of the community that it was sent for. */
    String communityId() {
        return id.substring(0, id.lastIndexOf('/'));
    }

    /** Whether the file with a raw id is shared with groups. */
    static boolean isShared(String id) {
        return id.startsWith(SHARED + "/");
    }

    /** A shared file as somebody sees it. */
    public StoredFile as(FileHolder.Held held) {
        return new StoredFile(
                id,
                sha256,
                held.name(),
                mediaType,
                shownType,
                sizeBytes,
                widthPixels,
                heightPixels,
                pages,
                takenAt,
                hasThumbnail,
                gone,
                held.places());
    }

    /** Its name with the ending of what is shown: a picture that came as PNG is shown as JPEG. */
    String shownName() {
        var given =
                name == null ? "" : name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        var lower = given.toLowerCase(Locale.ROOT);
        var ending = shownType.ending();
        if (lower.endsWith(ending) || (shownType == MediaType.JPEG && lower.endsWith(".jpeg"))) {
            return given;
        }
        var dot = given.lastIndexOf('.');
        var base = dot > 0 ? given.substring(0, dot) : given;
        return (base.isEmpty() ? sha256.substring(0, 8) : base) + ending;
    }

    /** Key of what is shown. Beside the thumbnail, not above it: in a bucket on a folder no key is also the folder of another. */
    String key() {
        return "files/" + id + "/file";
    }

    /** Key of the small picture. */
    String thumbnailKey() {
        return "files/" + id + "/thumbnail";
    }
}
