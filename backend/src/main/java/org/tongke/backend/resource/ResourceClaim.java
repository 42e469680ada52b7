package org.tongke.backend.resource;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a ticket carries: what its file is to be shared as. */
sealed interface ResourceClaim {
    String VERSION_ID = "version";
    String NOTE = "note";
    String DRAFT = "draft";
    String RESOURCE = "resource";
    String SCHOOL = "school";

    /** The client's id of the version. */
    String versionId();

    /** Raw id of the resource. */
    String resourceId();

    /** What is new; null if that is not told. */
    @Nullable
    String note();

    /** Raw id of the school that it counts for. */
    String schoolId();

    /** As it is stored. */
    Document toDocument();

    /** A new resource. */
    record New(
            String resourceId, String versionId, @Nullable String note, ResourceDraft draft) implements ResourceClaim {
        @Override
        public String schoolId() {
            return draft.owner().schoolId();
        }

        @Override
        public Document toDocument() {
            return new Document(RESOURCE, resourceId)
                    .append(VERSION_ID, versionId)
                    .append(NOTE, note)
                    .append(DRAFT, ResourceDocument.draft(draft));
        }
    }

    /** A new version of a resource. */
    record Next(
            String resourceId, String versionId, @Nullable String note, String schoolId) implements ResourceClaim {
        @Override
        public Document toDocument() {
            return new Document(RESOURCE, resourceId)
                    .append(VERSION_ID, versionId)
                    .append(NOTE, note)
                    .append(SCHOOL, schoolId);
        }
    }

    static ResourceClaim from(Document stored) {
        var draft = stored.get(DRAFT, Document.class);
        var resourceId = stored.getString(RESOURCE);
        var versionId = stored.getString(VERSION_ID);
        var note = stored.getString(NOTE);
        return draft == null
                ? new Next(resourceId, versionId, note, Objects.requireNonNull(stored.getString(SCHOOL)))
                : new New(resourceId, versionId, note, ResourceDocument.readDraft(draft));
    }
}
