package org.tongke.backend.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.community.programme.Mode;

/**
 * That a lesson uses a resource.
 *
 * @param resourceId raw id of the resource
 * @param activityId raw id of the activity
 * @param title title of the resource when it was tied
 * @param communityId raw id of the activity's community
 * @param mode how that community's schools belong together; empty if that is not known
 * @param tiedBy name of who tied it
 * @param tiedAt when it was tied
 * @param places keys of the activity's schools and regions
 * @param holds whether it was not untied since
 * @param revision how often it was written; 0 if it was not yet
 */
public record Tie(
        String resourceId,
        String activityId,
        String title,
        String communityId,
        Optional<Mode> mode,
        String tiedBy,
        Instant tiedAt,
        Collection<String> places,
        boolean holds,
        long revision) {

    static String idOf(String resourceId, String activityId) {
        return resourceId + " " + activityId;
    }

    /** Raw id. */
    String id() {
        return idOf(resourceId, activityId);
    }

    static Tie of(Resource resource, Activity activity, Optional<Mode> mode, String by, Instant now) {
        return new Tie(
                resource.id(),
                activity.id(),
                resource.facts().title(),
                activity.communityId(),
                mode,
                by,
                now,
                activity.places(),
                true,
                0);
    }

    /** The state that follows another one. */
    Tie after(long before) {
        return new Tie(resourceId, activityId, title, communityId, mode, tiedBy, tiedAt, places, holds, before + 1);
    }

    /** The same, untied. */
    Tie loose() {
        return new Tie(resourceId, activityId, title, communityId, mode, tiedBy, tiedAt, places, false, revision);
    }
}
