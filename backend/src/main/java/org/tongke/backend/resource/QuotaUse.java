package org.tongke.backend.resource;

/**
 * What the files that a school shares take.
 *
 * @param bytes their bytes as they were sent; each file once, however often it is shared
 * @param files how many files
 */
public record QuotaUse(long bytes, int files) {
    /** A school that shares no file. */
    public static final QuotaUse NONE = new QuotaUse(0, 0);
}
