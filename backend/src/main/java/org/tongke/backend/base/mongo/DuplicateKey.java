package org.tongke.backend.base.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** Tells writes that came second from writes that went wrong. */
public final class DuplicateKey {

    private DuplicateKey() {}

    /** Whether a write was refused, or those of a batch that were refused, only because the key is there: the outcome of a repeat. */
    public static boolean isAll(MongoException failure) {
        if (failure instanceof MongoBulkWriteException batch) {
            return batch.getWriteConcernError() == null
                    && batch.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        }
        return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
