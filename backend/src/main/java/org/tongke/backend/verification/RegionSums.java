package org.tongke.backend.verification;

/**
 * How the new communities of a region and the regions below stand in a programme: sums of their progress, nothing else.
 *
 * @param communityCount new communities
 * @param memberCount member schools of these
 * @param formedCount communities that are formed
 * @param operatingCount communities that operate normally
 * @param verifiedCount communities that the county has verified
 * @param waitingCount communities that wait for the county to verify them
 * @param resubmittedCount those of them that were sent back once and are submitted again
 */
public record RegionSums(
        int communityCount,
        int memberCount,
        int formedCount,
        int operatingCount,
        int verifiedCount,
        int waitingCount,
        int resubmittedCount) {
    /** A region without new communities. */
    public static final RegionSums NONE = new RegionSums(0, 0, 0, 0, 0, 0, 0);
}
