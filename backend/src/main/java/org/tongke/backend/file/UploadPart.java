package org.tongke.backend.file;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a file that is too large for one form.
 *
 * @param number from 1
 * @param offsetBytes where its bytes begin in the file
 * @param sizeBytes how many it has
 * @param url address to PUT them to
 * @param arrived whether the bucket holds them
 */
public record UploadPart(int number, long offsetBytes, long sizeBytes, String url, boolean arrived) {
    /** Bytes of every part but the last, 5 MiB: no S3 takes less. */
    static final long SIZE_BYTES = 5L << 20;

    /** How many parts a file has. */
    static int count(long fileBytes) {
        return Math.toIntExact(Math.ceilDiv(fileBytes, SIZE_BYTES));
    }

    /** The parts of a file, without addresses. */
    static Stream<UploadPart> of(long fileBytes) {
        return IntStream.range(0, count(fileBytes)).mapToObj(index -> {
            var offset = index * SIZE_BYTES;
            return new UploadPart(index + 1, offset, Math.min(SIZE_BYTES, fileBytes - offset), "", false);
        });
    }

    UploadPart at(String address, boolean isThere) {
        return new UploadPart(number, offsetBytes, sizeBytes, address, isThere);
    }
}
