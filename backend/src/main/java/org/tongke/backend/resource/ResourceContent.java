package org.tongke.backend.resource;

import org.tongke.backend.file.inspection.MediaType;

/** What a version of a resource consists of. */
public sealed interface ResourceContent {
    /** What kind of thing it is. */
    ResourceKind kind();

    /** What it is called: the file's name, or the address. */
    String name();

    /**
     * A file.
     *
     * @param fileId raw id of the stored file
     * @param name name of the file on the device that it came from
     * @param mediaType type of the file
     * @param sizeBytes length of the file
     */
    record OfFile(String fileId, String name, MediaType mediaType, long sizeBytes) implements ResourceContent {
        @Override
        public ResourceKind kind() {
            return ResourceKind.of(mediaType);
        }
    }

    /**
     * Something at another place.
     *
     * @param url its address, http or https
     * @param video whether it is a video
     */
    record Link(String url, boolean video) implements ResourceContent {
        @Override
        public ResourceKind kind() {
            return video ? ResourceKind.VIDEO : ResourceKind.PAGE;
        }

        @Override
        public String name() {
            return url;
        }
    }
}
