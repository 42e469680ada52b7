package org.tongke.backend.base.bucket;

/**
 * A part that the store holds whole.
 *
 * @param number from 1
 * @param sizeBytes its length
 * @param tag what the store calls its bytes
 */
public record ArrivedPart(int number, long sizeBytes, String tag) {}
