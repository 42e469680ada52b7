package org.tongke.backend.resource;

/**
 * A file that somebody wants to share, as the client says it.
 *
 * @param name name of the file on the device, at most 200 characters
 * @param mediaType type of the file, as in application/pdf
 * @param sizeBytes length of the bytes
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record FileSaid(String name, String mediaType, long sizeBytes, String sha256) {}
