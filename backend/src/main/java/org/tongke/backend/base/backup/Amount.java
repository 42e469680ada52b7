package org.tongke.backend.base.backup;

/**
 * How much was written or read.
 *
 * @param documents documents of all collections
 * @param objects objects of the bucket
 */
public record Amount(long documents, long objects) {}
