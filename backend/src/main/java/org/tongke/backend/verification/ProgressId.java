package org.tongke.backend.verification;

/**
 * Names the progress of a community in a programme.
 *
 * @param programmeId raw id of the programme, without a colon
 * @param communityId raw id of the community
 */
public record ProgressId(String programmeId, String communityId) {

    /** As it is stored. */
    String raw() {
        return programmeId + ":" + communityId;
    }

    /** As it was stored. */
    static ProgressId of(String raw) {
        var colon = raw.indexOf(':');
        return new ProgressId(raw.substring(0, colon), raw.substring(colon + 1));
    }
}
