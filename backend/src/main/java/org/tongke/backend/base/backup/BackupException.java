package org.tongke.backend.base.backup;

/** Why a backup cannot be made or put back, in a sentence for whoever runs the command. */
public final class BackupException extends RuntimeException {

    BackupException(String why) {
        super(why);
    }

    BackupException(String why, Throwable cause) {
        super(why, cause);
    }
}
