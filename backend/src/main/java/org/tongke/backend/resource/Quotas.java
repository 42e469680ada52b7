package org.tongke.backend.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * How much the files of a school's resources may take. Use is computed from the resources each time. It is looked at before a byte is sent,
 * and again just before the file becomes a resource: so a school goes beyond it at most by the files whose confirmations look in the same
 * moment, however many uploads have begun.
 */
@Component
public class Quotas {
    private static final long MEBIBYTE = 1L << 20;

    private final ResourceStore store;
    private final long mostBytes;

    Quotas(ResourceStore store, @Value("${tongke.resource.quota-bytes:21474836480}") long mostBytes) {
        this.store = store;
        this.mostBytes = mostBytes;
    }

    /** Most bytes that the files of a school can take. */
    public long mostBytes() {
        return mostBytes;
    }

    /** What the files of schools take, by raw id of the school; schools that share none are missing. One round trip. */
    public Map<String, QuotaUse> usesOf(Collection<String> schoolIds) {
        return store.usesOfSchools(schoolIds);
    }

    /**
     * Refuses a file that does not fit any more. What the school shares already takes no more if it is shared again.
     *
     * @throws RefusedException QUOTA_FULL
     */
    void check(String schoolId, String fileId, long sizeBytes, String... path) {
        var used =
                usesOf(List.of(schoolId)).getOrDefault(schoolId, QuotaUse.NONE).bytes();
        if (used + sizeBytes > mostBytes && !store.hasFile(schoolId, fileId)) {
            throw new RefusedException(
                    Refusal.of(ErrorCode.QUOTA_FULL, List.of(path), mebibytes(used), mebibytes(mostBytes)));
        }
    }

    /** Bytes as people tell them, rounded up. */
    public static long mebibytes(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE;
    }
}
