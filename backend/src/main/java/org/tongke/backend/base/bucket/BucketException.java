package org.tongke.backend.base.bucket;

/** The bucket does not answer, or not as it should. */
public final class BucketException extends RuntimeException {
    public BucketException(String what, Throwable cause) {
        super(what, cause);
    }
}
