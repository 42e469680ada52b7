package org.tongke.backend.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * That a school recommends a resource to a centre: at most one for both.
 *
 * @param id raw id: code of the centre's region, blank, raw id of the resource
 * @param revision how often it was written
 * @param centreCode code of the centre's region
 * @param resourceId raw id of the resource
 * @param schoolId raw id of the school that shares it
 * @param said what was said when it was recommended last
 * @param state what became of it
 * @param decision what the centre said last; null as long as it said nothing
 * @param places keys of the school, and of the centre's region and those above
 */
public record Recommendation(
        String id,
        long revision,
        String centreCode,
        String resourceId,
        String schoolId,
        Said said,
        RecommendationState state,
        @Nullable Decision decision,
        Collection<String> places)
        implements Node, Placed {

    public Recommendation {
        places = List.copyOf(places);
    }

    /**
     * What was said.
     *
     * @param id the client's id of it
     * @param title title of the resource then
     * @param note why; null if that is not told
     * @param by name of who recommends it
     * @param at when
     */
    public record Said(String id, String title, @Nullable String note, String by, Instant at) {}

    /**
     * What the centre said, or that there is nothing to decide any more.
     *
     * @param by name of who decided; empty where the resource was taken back
     * @param at when
     * @param reason why; null if that is not told
     */
    public record Decision(String by, Instant at, @Nullable String reason) {}

    static String idOf(String centreCode, String resourceId) {
        return centreCode + " " + resourceId;
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Recommendation", id);
    }

    /** Whether it waits for the centre. */
    public boolean isOpen() {
        return state == RecommendationState.WAITING;
    }

    Recommendation again(Said newSaid) {
        return new Recommendation(
                id,
                revision + 1,
                centreCode,
                resourceId,
                schoolId,
                newSaid,
                RecommendationState.WAITING,
                decision,
                places);
    }

    Recommendation decided(RecommendationState newState, Decision newDecision) {
        return new Recommendation(
                id, revision + 1, centreCode, resourceId, schoolId, said, newState, newDecision, places);
    }
}
