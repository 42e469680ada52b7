package org.tongke.backend.file.address;

import java.util.Optional;
import org.tongke.backend.file.StoredFile;

/** Paths of files below the product's address. */
public final class FilePaths {
    static final String FILE = "/files/{id}";
    static final String THUMBNAIL = "/files/{id}/thumbnail";

    private FilePaths() {}

    /** Path of the file itself; empty if its bytes are gone. */
    public static Optional<String> of(StoredFile file) {
        return file.gone()
                ? Optional.empty()
                : Optional.of("/files/" + file.globalId().encode());
    }

    /** Path of its small picture; empty if there is none. */
    public static Optional<String> thumbnailOf(StoredFile file) {
        return of(file).filter(path -> file.hasThumbnail()).map(path -> path + "/thumbnail");
    }
}
