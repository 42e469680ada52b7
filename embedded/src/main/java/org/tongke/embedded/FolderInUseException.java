package org.tongke.embedded;

import java.nio.file.Path;

/** A folder already serves another store, of this process or of another one. */
public final class FolderInUseException extends RuntimeException {

    private final transient Path folder;

    FolderInUseException(Path folder) {
        super("Folder " + folder + " is in use by another running store");
        this.folder = folder;
    }

    /** The folder that was asked for. */
    public Path folder() {
        return folder;
    }
}
