package org.tongke.backend.base.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the backend does not start on half a backup, in place of a stack trace. */
class HalfRestoredAnalyzer extends AbstractFailureAnalyzer<BackupException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BackupException cause) {
        return new FailureAnalysis(
                "Tongke does not start: " + cause.getMessage() + ".",
                "Run bin/restore (or --tongke.restore=FILE) with the same backup once more; it goes on where it was cut off.",
                cause);
    }
}
