package org.tongke.backend.verification;

import java.util.Collection;
import java.util.List;

/**
 * Names the progress of a community in a programme.
 *
 * @param programmeId raw id of the programme, without a colon
 * @param communityId raw id of the community
 */
public record ProgressId(String programmeId, String communityId) {

    /** As it is stored. */
    public String raw() {
        return programmeId + ":" + communityId;
    }

    /** Several, as they are stored. */
    public static List<String> raw(Collection<ProgressId> ids) {
        return ids.stream().map(ProgressId::raw).toList();
    }

    /** As it was stored. */
    public static ProgressId of(String raw) {
        var colon = raw.indexOf(':');
        return new ProgressId(raw.substring(0, colon), raw.substring(colon + 1));
    }
}
